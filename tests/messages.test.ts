import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Browser } from 'wxt/browser'
import { browser } from 'wxt/browser'
import { answer, ask } from '../src/messages.ts'

type Sender = Partial<Browser.runtime.MessageSender>
type Listener = (message: unknown, sender: Sender, respond: (reply: unknown) => void) => true

const own = { id: 'ours', origin: 'chrome-extension://ours' }
const content = { id: 'ours', origin: 'https://example.com' }
let listeners: Listener[] = []

beforeEach(() => {
  listeners = []
  Object.defineProperty(browser.runtime, 'id', { value: 'ours', configurable: true })
  vi.spyOn(browser.runtime, 'getURL').mockImplementation(() => 'chrome-extension://ours/')
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    listeners.push(listener as Listener)
  })
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  answer({
    check: async () => [],
    lookUp: async ({ text }) => {
      if (text === 'boom') throw new Error('boom')
      return []
    },
    pageSummary: async () => null,
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
  })
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
    for (const message of [
      { name: 'lookUp', body: { text: '95588' } },
      { name: 'registryStatus', body: null },
      { name: 'forget', body: null },
    ])
      expect(await deliver(message, content)).toEqual({ ok: false, code: 'not-allowed' })
  })

  test('another extension gets nothing', async () => {
    const reply = await deliver({ name: 'registryStatus', body: null }, { ...own, id: 'theirs' })
    expect(reply).toEqual({ ok: false, code: 'not-allowed' })
  })

  test('names that are not messages, also inherited ones, are unknown', async () => {
    for (const name of ['nothing', 'toString', '__proto__', 'constructor'])
      expect(await deliver({ name, body: null }, own)).toEqual({ ok: false, code: 'unknown-message' })
    expect(await deliver('text', own)).toEqual({ ok: false, code: 'unknown-message' })
  })

  test('a body of the wrong shape is refused before the handler runs', async () => {
    expect(await deliver({ name: 'lookUp', body: { text: 7 } }, own)).toEqual({ ok: false, code: 'bad-body' })
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
