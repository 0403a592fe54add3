import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { changeSettings, readSettings } from '../../src/settings.ts'
import { menuTitle } from '../../src/shell/describe-typed.ts'
import { serveMenus } from '../../src/shell/menus.ts'
import { serveOmnibox } from '../../src/shell/omnibox.ts'
import { serveShortcut } from '../../src/shell/shortcut.ts'
import { serveWelcome } from '../../src/shell/welcome.ts'

/** The fake browser lacks these surfaces: an event that a test can fire. */
function event<Arguments extends unknown[]>() {
  const listeners: ((...what: Arguments) => unknown)[] = []
  return {
    addListener: (listener: (...what: Arguments) => unknown) => void listeners.push(listener),
    fire: (...what: Arguments) => Promise.all(listeners.map((listener) => listener(...what))),
  }
}

const clicked = event<[{ menuItemId: string; selectionText?: string }]>()
const command = event<[string]>()
const installed = event<[{ reason: string }]>()
const omnibox = { started: event<[]>(), changed: event<[string]>(), entered: event<[string]>() }
const openPopup = vi.fn(async () => undefined)
const setDefaultSuggestion = vi.fn(async (_: { description: string }) => undefined)
const create = vi.fn()

beforeEach(() => {
  fakeBrowser.reset()
  vi.clearAllMocks()
  Object.assign(browser, {
    action: { openPopup },
    commands: { onCommand: command },
    contextMenus: { onClicked: clicked, create, removeAll: async () => undefined },
    omnibox: {
      setDefaultSuggestion,
      onInputStarted: omnibox.started,
      onInputChanged: omnibox.changed,
      onInputEntered: omnibox.entered,
    },
  })
  vi.spyOn(browser.runtime, 'onInstalled', 'get').mockReturnValue(installed as never)
})
afterEach(() => vi.restoreAllMocks())

const handed = async () => (await browser.storage.session.get('handed-text'))['handed-text']

describe('context menu', () => {
  test('is made on install and hands the selection to the popup', async () => {
    serveMenus(async () => '核验所选号码')
    await installed.fire({ reason: 'install' })
    await vi.waitFor(() => expect(create).toHaveBeenCalledWith(expect.objectContaining({ title: '核验所选号码' })))
    await clicked.fire({ menuItemId: 'check-selection', selectionText: '客服 95588' })
    await vi.waitFor(() => expect(openPopup).toHaveBeenCalled())
    expect(await handed()).toBe('客服 95588')
  })

  test('speaks the language of the interface as soon as it changes, and stands there once', async () => {
    const entries: string[] = []
    create.mockImplementation(({ title }: { title: string }) => void entries.push(title))
    vi.spyOn(browser.contextMenus, 'removeAll').mockImplementation(async () => void entries.splice(0))
    serveMenus(async () => menuTitle((await readSettings()).language ?? 'zh-CN'))
    await installed.fire({ reason: 'install' })
    await vi.waitFor(() => expect(entries).toEqual([menuTitle('zh-CN')]))
    await changeSettings((settings) => ({ ...settings, language: 'en' }))
    await changeSettings((settings) => ({ ...settings, personalMark: '青竹' }))
    await vi.waitFor(() => expect(entries).toEqual([menuTitle('en')]))
    expect(menuTitle('en')).not.toBe(menuTitle('zh-CN'))
  })

  test('another extension’s entry is not ours', async () => {
    serveMenus(async () => '核验所选号码')
    await clicked.fire({ menuItemId: 'other', selectionText: '客服 95588' })
    expect(await handed()).toBeUndefined()
  })
})

describe('address bar', () => {
  test('describes what is typed without markup, and opens the answer on Enter', async () => {
    serveOmnibox(async (typed) => `<b>${typed}</b> & 95588`)
    await omnibox.changed.fire('95588')
    await vi.waitFor(() => expect(setDefaultSuggestion).toHaveBeenCalled())
    expect(setDefaultSuggestion.mock.calls[0]?.[0].description).not.toMatch(/[<>&]/)
    await omnibox.entered.fire('95588')
    await vi.waitFor(async () => expect(await handed()).toBe('95588'))
  })
})

describe('shortcut', () => {
  test('both ask every frame and open the card in the one whose turn it is', async () => {
    serveShortcut()
    browser.tabs.query = vi.fn(async () => [{ id: 7 }]) as never
    Object.assign(browser, {
      scripting: { executeScript: async () => [{ frameId: 4 }, { frameId: 0 }, { frameId: 9 }] },
    })
    const flagged: Record<number, unknown> = {
      0: { ids: [11, 12, 13], last: { index: 2, gone: false, at: 5 } },
      4: { ids: [31] },
    }
    const opened: unknown[] = []
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (
      _tab: number,
      message: { name: string; body: unknown },
      { frameId }: { frameId: number },
    ) => {
      if (!(frameId in flagged)) throw new Error('no content script there')
      if (message.name === 'revealMark') opened.push(message.body)
      return { ok: true, value: message.name === 'flaggedMarks' ? flagged[frameId] : true }
    }) as never)
    await command.fire('next-flagged')
    await vi.waitFor(() => expect(opened).toEqual([{ id: 31, byKeyboard: true }]))
    await command.fire('previous-flagged')
    await vi.waitFor(() => expect(opened.at(-1)).toEqual({ id: 12, byKeyboard: true }))
  })
})

describe('welcome', () => {
  test('opens after installing only', async () => {
    serveWelcome()
    const open = vi.spyOn(browser.tabs, 'create')
    vi.spyOn(browser.runtime, 'getURL').mockImplementation((path: string) => `x:${path}`)
    await installed.fire({ reason: 'update' })
    expect(open).not.toHaveBeenCalled()
    await installed.fire({ reason: 'install' })
    expect(open).toHaveBeenCalledWith({ url: 'x:/options.html#welcome' })
  })
})
