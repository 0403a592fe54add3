import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Browser } from 'wxt/browser'
import { browser } from 'wxt/browser'
import { answer, answerInPage, ask, askFrame, type Handlers, tellTab } from '../src/messages.ts'
import { type BackgroundProtocol, contentMessages } from '../src/protocol.ts'

type Sender = Partial<Browser.runtime.MessageSender>
type Listener = (message: unknown, sender: Sender, respond: (reply: unknown) => void) => true

const own = { id: 'ours', origin: 'chrome-extension://ours' }
const content = { id: 'ours', origin: 'https://example.com' }
let listeners: Listener[] = []

const handlers: Handlers<BackgroundProtocol> = {
  check: async () => [],
  lookUp: async ({ text }) => {
    if (text === 'boom') throw new Error('boom')
    return []
  },
  pageSummary: async () => null,
  frameGone: async () => null,
  areUnrelated: async () => false,
  giveFocusBack: async () => null,
  forget: async () => null,
  pageSettings: async () => ({ active: true, language: 'zh-CN', muted: [], personalMark: '', knownView: false }),
  mute: async () => null,
  paintMarks: async () => null,
  loadCard: async () => null,
  loadReader: async () => null,
  institutions: async () => [],
  smsViews: async () => null,
  registryDetails: async () => ({ roles: [], history: null }),
  registryStatus: async () => ({ stamp: null, hotlines: 0, institutions: 0, storage: 'database' }),
  updateRegistry: async () => ({
    outcome: { kind: 'busy' },
    status: { stamp: null, hotlines: 0, institutions: 0, storage: 'database' },
  }),
}

beforeEach(() => {
  listeners = []
  Object.defineProperty(browser.runtime, 'id', { value: 'ours', configurable: true })
  vi.spyOn(browser.runtime, 'getURL').mockImplementation(() => 'chrome-extension://ours/')
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    listeners.push(listener as Listener)
  })
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  answer(handlers)
})
afterEach(() => vi.restoreAllMocks())

function deliver(message: unknown, sender: Sender): Promise<unknown> {
  return new Promise((resolve) => {
    for (const listener of listeners) expect(listener(message, sender, resolve)).toBe(true)
  })
}

describe('the gate', () => {
  test('answers our own pages and, for its few messages, content scripts', async () => {
    expect(await deliver({ name: 'lookUp', body: { text: '95588' } }, own)).toEqual({ ok: true, value: [] })
    expect(await deliver({ name: 'pageSettings', body: { host: 'a.cn' } }, content)).toMatchObject({ ok: true })
  })

  test('a content script may not look up, read the registry or delete what the person left', async () => {
    const others = Object.keys(handlers).filter((name) => !(contentMessages as readonly string[]).includes(name))
    expect(others).toEqual(expect.arrayContaining(['lookUp', 'registryStatus', 'forget']))
    for (const name of others)
      expect(await deliver({ name, body: { text: '95588' } }, content)).toEqual({ ok: false, code: 'not-allowed' })
  })

  test('another extension gets nothing', async () => {
    for (const name of [...contentMessages, 'registryStatus'])
      expect(await deliver({ name, body: null }, { ...own, id: 'theirs' })).toEqual({ ok: false, code: 'not-allowed' })
  })

  test('names that are not messages, also inherited ones, are unknown', async () => {
    for (const name of ['nothing', 'toString', '__proto__', 'constructor'])
      expect(await deliver({ name, body: null }, own)).toEqual({ ok: false, code: 'unknown-message' })
    for (const message of ['text', null, undefined, 7, {}, { name: 7 }])
      expect(await deliver(message, own)).toEqual({ ok: false, code: 'unknown-message' })
  })

  test('a body of the wrong shape is refused before the handler runs', async () => {
    const handler = vi.spyOn(handlers, 'lookUp')
    answer(handlers)
    listeners = listeners.slice(-1)
    expect(await deliver({ name: 'lookUp', body: { text: 7 } }, own)).toEqual({ ok: false, code: 'bad-body' })
    expect(handler).not.toHaveBeenCalled()
    await deliver({ name: 'lookUp', body: { text: '95588' } }, own)
    expect(handler).toHaveBeenCalledOnce()
  })

  test('a handler that throws is a failed reply, not a silence', async () => {
    expect(await deliver({ name: 'lookUp', body: { text: 'boom' } }, own)).toEqual({ ok: false, code: 'failed' })
  })
})

describe('ask', () => {
  test('a worker that cannot be reached is `unreachable`', async () => {
    vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(new Error('no receiver'))
    expect(await ask('registryStatus', null)).toEqual({ ok: false, code: 'unreachable' })
  })

  test('an answer that is no reply is `unreachable`', async () => {
    vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(undefined)
    expect(await ask('registryStatus', null)).toEqual({ ok: false, code: 'unreachable' })
  })
})

describe('a page’s frame', () => {
  test('is asked in its tab and told in all its frames; one without our script is `unreachable`, and no failure', async () => {
    const send = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ ok: true, value: true } as never)
    expect(await askFrame(7, 4, 'revealMark', { id: 1, byKeyboard: true })).toEqual({ ok: true, value: true })
    await tellTab(7, 'settingsChanged')
    expect(send.mock.calls).toEqual([
      [7, { name: 'revealMark', body: { id: 1, byKeyboard: true } }, { frameId: 4 }],
      [7, { name: 'settingsChanged', body: null }],
    ])
    send.mockRejectedValue(new Error('no receiver'))
    expect(await askFrame(7, 4, 'pageMarks', null)).toEqual({ ok: false, code: 'unreachable' })
    await expect(tellTab(7, 'adaptersChanged')).resolves.toBeUndefined()
  })

  test('answers the extension and nobody else', async () => {
    listeners = []
    const revealMark = vi.fn(async () => true)
    answerInPage({ revealMark } as never)
    const message = { name: 'revealMark', body: { id: 1, byKeyboard: false } }
    expect(await deliver(message, { ...own, id: 'theirs' })).toEqual({ ok: false, code: 'not-allowed' })
    expect(revealMark).not.toHaveBeenCalled()
    expect(await deliver(message, own)).toEqual({ ok: true, value: true })
  })
})
