import { beforeEach, describe, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { badgeText, countFrame, forgetClosedTabs, forgetGoneFrames } from '../../src/shell/badge.ts'

const quiet = { flagged: 0, spoofed: false }

beforeEach(() => {
  fakeBrowser.reset()
  browser.action.setBadgeText = vi.fn(async () => undefined)
  browser.action.setBadgeBackgroundColor = vi.fn(async () => undefined)
  browser.action.setBadgeTextColor = vi.fn(async () => undefined)
})

function framesNow(...frameIds: number[]): void {
  Object.assign(browser, { scripting: { executeScript: async () => frameIds.map((frameId) => ({ frameId })) } })
}

function lastText(): string | undefined {
  return vi.mocked(browser.action.setBadgeText).mock.calls.at(-1)?.[0].text as string | undefined
}

describe('badge', () => {
  test('sums the frames that report at the same moment', async () => {
    await countFrame(1, 0, quiet, true)
    await Promise.all([1, 2, 3].map((frame) => countFrame(1, frame, { flagged: frame, spoofed: false }, true)))
    expect(lastText()).toBe('6')
    for (const paint of [browser.action.setBadgeBackgroundColor, browser.action.setBadgeTextColor])
      expect(paint).toHaveBeenLastCalledWith({ tabId: 1, color: expect.stringMatching(/^#[0-9a-f]{6}$/) })
  })

  test('a new top document forgets the frames that went with the one before', async () => {
    framesNow(0)
    await countFrame(1, 5, { flagged: 4, spoofed: false }, true)
    await countFrame(1, 0, { flagged: 1, spoofed: false }, true)
    expect(lastText()).toBe('1')
  })

  test('frames that came back from the cache before their top document did are kept', async () => {
    framesNow(0, 5)
    await countFrame(1, 5, { flagged: 4, spoofed: false }, true)
    await countFrame(1, 0, { flagged: 1, spoofed: false }, true)
    expect(lastText()).toBe('5')
  })

  test('frames that the page took out are forgotten, the others stay', async () => {
    await countFrame(1, 0, { flagged: 1, spoofed: false }, true)
    await countFrame(1, 5, { flagged: 4, spoofed: true }, true)
    await countFrame(1, 6, { flagged: 2, spoofed: false }, true)
    expect(lastText()).toBe('7!')
    framesNow(0, 6)
    await forgetGoneFrames(1)
    expect(lastText()).toBe('3')
  })

  test('a frame that says it goes and is still there keeps its count', async () => {
    await countFrame(1, 5, { flagged: 4, spoofed: false }, true)
    framesNow(0, 5)
    await forgetGoneFrames(1)
    await countFrame(1, 0, quiet, false)
    expect(lastText()).toBe('4')
  })

  test('a frame that came while we looked is not among those that are gone', async () => {
    await countFrame(1, 5, { flagged: 4, spoofed: false }, true)
    const look = Promise.withResolvers<{ frameId: number }[]>()
    Object.assign(browser, { scripting: { executeScript: () => look.promise } })
    const forgotten = forgetGoneFrames(1)
    await countFrame(1, 6, { flagged: 2, spoofed: false }, true)
    expect(lastText()).toBe('6')
    look.resolve([{ frameId: 0 }])
    await forgotten
    expect(lastText()).toBe('2')
  })

  test('nothing is forgotten where the browser does not let us look', async () => {
    await countFrame(1, 5, { flagged: 4, spoofed: false }, true)
    Object.assign(browser, { scripting: { executeScript: () => Promise.reject(new Error('no access')) } })
    await forgetGoneFrames(1)
    await countFrame(1, 0, quiet, false)
    expect(lastText()).toBe('4')
  })

  test('tabs do not share counts', async () => {
    await countFrame(1, 0, { flagged: 2, spoofed: false }, true)
    await countFrame(2, 0, { flagged: 1, spoofed: false }, true)
    expect(lastText()).toBe('1')
  })

  test('nothing is left of a tab that closed while its frames were still reporting', async () => {
    forgetClosedTabs()
    const counted = [0, 1, 2].map((frame) => countFrame(7, frame, { flagged: 1, spoofed: false }, false))
    await fakeBrowser.tabs.onRemoved.trigger(7, { windowId: 1, isWindowClosing: false })
    await Promise.all(counted)
    await vi.waitFor(async () => expect(await browser.storage.session.get(null)).toEqual({}))
  })

  test('a tab that closed while it was counted is no failure; any other is one', async () => {
    vi.mocked(browser.action.setBadgeText).mockRejectedValue(new Error('no paint'))
    const tab = vi.spyOn(browser.tabs, 'get').mockRejectedValue(new Error('no tab'))
    await expect(countFrame(1, 0, quiet, true)).resolves.toBeUndefined()
    tab.mockResolvedValue({ id: 1 } as never)
    await expect(countFrame(1, 0, quiet, true)).rejects.toThrow('no paint')
  })

  test('says when a page keeps removing our marks, and stays four characters', () => {
    expect(badgeText(0, false)).toBe('')
    expect(badgeText(0, true)).toBe('0!')
    expect(badgeText(250, true)).toBe('99+!')
  })
})
