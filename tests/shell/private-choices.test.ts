import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { changeSettings, readSettings, type Settings } from '../../src/settings.ts'
import { changeSettingsIn, readSettingsIn, servePrivateChoices } from '../../src/shell/private-choices.ts'

const pausing = (host: string) => (settings: Settings) => ({
  ...settings,
  pausedSites: [...settings.pausedSites, host],
})
const muting = (number: string) => (settings: Settings) => ({ ...settings, muted: [...settings.muted, number] })
const onDisk = async () => JSON.stringify(await browser.storage.local.get(null))
const inMemory = async () => JSON.stringify(await browser.storage.session.get(null))

let privateWindows = 1

beforeEach(() => {
  fakeBrowser.reset()
  privateWindows = 1
  vi.spyOn(browser.windows, 'getAll').mockImplementation(async () =>
    Array.from({ length: privateWindows + 1 }, (_, id) => ({
      id,
      incognito: id > 0,
      focused: false,
      alwaysOnTop: false,
    })),
  )
})

it('a normal window’s choices are the lasting ones', async () => {
  await changeSettingsIn(false, pausing('known.example'))
  expect((await readSettings()).pausedSites).toEqual(['known.example'])
  expect(await inMemory()).toBe('{}')
})

describe('in a private window', () => {
  it('what names a page or a number is kept in memory, and the window sees it', async () => {
    await Promise.all([
      changeSettingsIn(true, pausing('secret.example')),
      changeSettingsIn(true, muting('4001230152')),
      changeSettingsIn(true, pausing('other.example')),
    ])
    expect(await onDisk()).not.toMatch(/secret|other|4001230152/)
    const seen = await readSettingsIn(true)
    expect(seen.pausedSites.toSorted()).toEqual(['other.example', 'secret.example'])
    expect(seen.muted).toEqual(['4001230152'])
    expect(await readSettingsIn(false)).toMatchObject({ pausedSites: [], muted: [] })
  })

  it('what was chosen in a normal window holds there too, and can be taken back for good', async () => {
    await changeSettings(pausing('known.example'))
    await changeSettingsIn(true, pausing('secret.example'))
    expect((await readSettingsIn(true)).pausedSites).toEqual(['known.example', 'secret.example'])
    const resumed = await changeSettingsIn(true, (settings) => ({ ...settings, pausedSites: [] }))
    expect(resumed.pausedSites).toEqual([])
    expect((await readSettings()).pausedSites).toEqual([])
    expect(await inMemory()).not.toContain('example')
  })

  it('what tells nothing about a page is remembered as ever', async () => {
    await changeSettingsIn(true, (settings) => ({ ...settings, pausedUntil: 'forever' }))
    expect((await readSettings()).pausedUntil).toBe('forever')
  })

  it('its pages are told, others are not', async () => {
    const told: unknown[] = []
    vi.spyOn(browser.tabs, 'query').mockResolvedValue([
      { id: 1, incognito: false },
      { id: 2, incognito: true },
    ] as never)
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (...sent: unknown[]) => void told.push(sent))
    servePrivateChoices()
    await changeSettingsIn(true, muting('95588'))
    await vi.waitFor(() => expect(told).toEqual([[2, { name: 'settingsChanged', body: null }]]))
  })

  it('is forgotten with the last private window, not before', async () => {
    servePrivateChoices()
    await changeSettingsIn(true, pausing('secret.example'))
    const looked = vi.mocked(browser.windows.getAll)
    await vi.waitFor(() => expect(looked).toHaveBeenCalledOnce())
    await fakeBrowser.windows.onRemoved.trigger(7)
    await vi.waitFor(() => expect(looked).toHaveBeenCalledTimes(2))
    await looked.mock.results[1]?.value
    expect(await inMemory()).toContain('secret.example')
    privateWindows = 0
    await fakeBrowser.windows.onRemoved.trigger(1)
    await vi.waitFor(async () => expect(await inMemory()).not.toContain('secret.example'))
  })

  it('is forgotten too when the worker was not there as the window closed', async () => {
    await changeSettingsIn(true, pausing('secret.example'))
    privateWindows = 0
    servePrivateChoices()
    await vi.waitFor(async () => expect(await inMemory()).not.toContain('secret.example'))
  })
})
