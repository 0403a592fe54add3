import { beforeEach, describe, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { changeSettings, onSettingsChange, pageSettings, readSettings, type Settings } from '../src/settings.ts'

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('zh-CN')
})

const free = { pauseForbidden: false, exemptSites: [] }

describe('settings', () => {
  test('start empty and survive damaged storage', async () => {
    expect(await readSettings()).toEqual({ pausedSites: [], muted: [], personalMark: '' })
    await browser.storage.local.set({ settings: { pausedSites: 'x', muted: [1], personalMark: {}, pausedUntil: [] } })
    expect(await readSettings()).toEqual({ pausedSites: [], muted: [], personalMark: '' })
  })

  test('all that was chosen is read back as it was, and told to who listens', async () => {
    const chosen: Settings = {
      language: 'en',
      strictness: 'careful',
      pausedSites: ['a.cn'],
      pausedUntil: 5000,
      muted: ['95588'],
      personalMark: '青竹',
    }
    const told = vi.fn()
    onSettingsChange(told)
    await changeSettings(() => chosen)
    expect(await readSettings()).toEqual(chosen)
    await changeSettings((settings) => ({ ...settings, pausedUntil: 'forever' }))
    expect((await readSettings()).pausedUntil).toBe('forever')
    await browser.storage.local.set({ other: 1 })
    await browser.storage.session.set({ settings: {} })
    expect(told.mock.calls).toEqual([[chosen], [{ ...chosen, pausedUntil: 'forever' }]])
  })

  test('changes made at once are all kept', async () => {
    await Promise.all(
      ['a', 'b', 'c'].map((host) =>
        changeSettings((settings) => ({ ...settings, pausedSites: [...settings.pausedSites, host] })),
      ),
    )
    expect((await readSettings()).pausedSites.toSorted()).toEqual(['a', 'b', 'c'])
  })

  test('changes made at once by two contexts (popup and background) are all kept', async () => {
    const copy = '../src/settings.ts?popup'
    const elsewhere: typeof import('../src/settings.ts') = await import(/* @vite-ignore */ copy)
    expect(elsewhere.changeSettings).not.toBe(changeSettings)
    await Promise.all(
      Array.from({ length: 20 }, (_, order) =>
        (order % 2 === 0 ? changeSettings : elsewhere.changeSettings)((settings) => ({
          ...settings,
          muted: [...settings.muted, `${95000 + order}`],
        })),
      ),
    )
    expect((await readSettings()).muted).toHaveLength(20)
  })

  test('a change that fails lets the next one through', async () => {
    await expect(
      changeSettings(() => {
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect((await changeSettings((settings) => ({ ...settings, muted: ['95588'] }))).muted).toEqual(['95588'])
  })

  test('a pause ends at its hour; `forever` does not', async () => {
    const settings = { pausedSites: [], muted: [], personalMark: '', pausedUntil: 1000 }
    expect(pageSettings(settings, free, 'a.cn', 999).active).toBe(false)
    expect(pageSettings(settings, free, 'a.cn', 1000).active).toBe(true)
    expect(pageSettings({ ...settings, pausedUntil: 'forever' }, free, 'a.cn', 1e15).active).toBe(false)
  })

  test('a paused site is that site only', () => {
    const settings = { pausedSites: ['a.cn'], muted: [], personalMark: '' }
    expect(pageSettings(settings, free, 'a.cn', 0).active).toBe(false)
    expect(pageSettings(settings, free, 'b.cn', 0).active).toBe(true)
  })

  test('a policy can forbid pausing and exempt sites', () => {
    const settings = { pausedSites: ['a.cn'], muted: [], personalMark: '' }
    const policy = { pauseForbidden: true, exemptSites: ['intranet.cn'] }
    expect(pageSettings(settings, policy, 'a.cn', 0).active).toBe(true)
    expect(pageSettings(settings, policy, 'intranet.cn', 0).active).toBe(false)
  })

  test('how much is marked: standard unless chosen; an organisation’s choice wins; nonsense is nobody’s choice', async () => {
    const settings = { pausedSites: [], muted: [], personalMark: '' }
    const inForce = (own: object, policy: object) =>
      pageSettings({ ...settings, ...own }, { ...free, ...policy }, 'a.cn', 0).strictness
    expect(inForce({}, {})).toBe('standard')
    expect(inForce({ strictness: 'careful' }, {})).toBe('careful')
    expect(inForce({ strictness: 'careful' }, { strictness: 'quiet' })).toBe('quiet')
    await browser.storage.local.set({ settings: { ...settings, strictness: 'accuse' } })
    expect(await readSettings()).toEqual(settings)
  })
})
