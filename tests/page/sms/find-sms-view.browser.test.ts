/** Which reader a page gets: adapter, generic reader, published adapters; and what is said of an adapter that no longer fits. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import packaged from '../../../data/sms-views.json' with { type: 'json' }
import type { SmsAdapter } from '../../../src/page/sms/adapter.ts'
import { findSmsView } from '../../../src/page/sms/find-sms-view.ts'
import { chooseAdapters } from '../../../src/page/sms/packaged-adapters.ts'
import { selectorTester } from '../../../src/page/sms/read-adapters.ts'
import type { SmsView } from '../../../src/page/sms/view.ts'
import { type FixturePage, messagesOf, mountFixture, readAll } from './fixture-page.ts'

let mounted: FixturePage | undefined
afterEach(() => {
  mounted?.remove()
  vi.restoreAllMocks()
})

const trySelector = selectorTester(document)
const broken = (html: string) =>
  html.replaceAll('mws-', 'zzz-').replaceAll('data-e2e-', 'data-x9-').replaceAll('text-msg-content', 't4')

function open(name: string, adapters: readonly SmsAdapter[], change?: (html: string) => string): SmsView {
  mounted = mountFixture(name, change)
  return findSmsView(mounted, adapters)
}

/** As the page scan does with every text that has digits. */
function noticeAll(view: SmsView): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement && /\d{3}/.test(node.nodeValue ?? '')) view.notice(node.parentElement)
  }
}

const bodies = (view: SmsView, now: number) =>
  readAll(view, 'all', now)
    .messages.filter((message) => message.part === 'message')
    .map((message) => message.body.text)

const incoming = messagesOf('google-messages')
  .filter((m) => m.conversationId === '71' && m.phase === 'initial' && m.direction === 'in')
  .map((m) => m.text)

describe('an adapter that no longer fits', () => {
  const { adapters } = chooseAdapters(undefined, trySelector)

  test('is relieved by the generic reader at once, and reported after 4 visible seconds', () => {
    const view = open('google-messages', adapters, broken)
    view.read('all', 0)
    noticeAll(view)
    expect(bodies(view, 100)).toEqual(incoming)
    expect(view.state()).toEqual({ view: 'generic', messages: 10 })
    expect(view.read(new Set(), 200).recheckIn).toBeLessThanOrEqual(3900)
    expect(view.state()?.blind).toBeUndefined()
    view.read(new Set(), 4100)
    expect(view.state()).toEqual({ view: 'generic', messages: 10, blind: 'google-messages' })
  })

  test('is not reported while the page is hidden, nor before it has been visible for 4 s; then it stays reported', () => {
    const view = open('google-messages', adapters, broken)
    const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    view.read('all', 0)
    noticeAll(view)
    view.read(new Set(), 9000)
    expect(view.state()?.blind).toBeUndefined()
    visible.mockReturnValue('visible')
    view.read(new Set(), 10_000)
    view.read(new Set(), 13_000)
    expect(view.state()?.blind).toBeUndefined()
    view.read(new Set(), 14_000)
    expect(view.state()?.blind).toBe('google-messages')
    visible.mockReturnValue('hidden')
    view.read(new Set(), 15_000)
    expect(view.state()?.blind).toBe('google-messages')
  })

  test('that is ready and reads nothing is reported although nobody else reads anything', () => {
    const view = open('google-messages', adapters, (html) =>
      html.replace(/<mws-message-wrapper[\s\S]*?<\/mws-message-wrapper>/g, ''),
    )
    view.read('all', 0)
    view.read(new Set(), 4000)
    expect(view.state()).toEqual({ view: 'generic', messages: 0, blind: 'google-messages' })
  })

  test('that takes every message for one’s own counts as blind', () => {
    const wrong = adapters.map((adapter) => ({ ...adapter, out: ['mws-message-wrapper'], in: [] }))
    const view = open('google-messages', wrong)
    readAll(view, 'all', 0)
    noticeAll(view)
    expect(bodies(view, 100)).toEqual(incoming)
    view.read(new Set(), 4100)
    expect(view.state()?.blind).toBe('google-messages')
  })

  test('that turns out to be blind with later messages is relieved although the page scan has passed', () => {
    const wrong = adapters.map((adapter) => ({ ...adapter, out: ['mws-message-wrapper'], in: [] }))
    const view = open('google-messages', wrong)
    const later = [...document.querySelectorAll('mws-message-wrapper')]
      .slice(2)
      .map((row) => ({ row, at: row.parentNode }))
    for (const { row } of later) row.remove()
    readAll(view, 'all', 0)
    noticeAll(view)
    expect(view.state()).toEqual({ view: 'google-messages', messages: 2 })
    for (const { row, at } of later) at?.append(row)
    expect(bodies(view, 100)).toEqual(incoming)
  })

  test('that takes too much of the page’s time is relieved for good, and reported', () => {
    const view = open('google-messages', adapters)
    noticeAll(view)
    let clock = 0
    const slowly = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1000))
    const first = bodies(view, 0)
    slowly.mockRestore()
    expect([...first, ...bodies(view, 100)]).toEqual(incoming)
    expect(view.state()).toEqual({ view: 'generic', messages: 10, blind: 'google-messages' })
  })

  test('that fits is never reported', () => {
    const view = open('google-messages', adapters)
    expect(bodies(view, 0)).toEqual(incoming)
    view.read(new Set(), 60_000)
    expect(view.state()).toEqual({ view: 'google-messages', messages: 10 })
  })
})

describe('a published adapter file', () => {
  const google = packaged.adapters[0]
  const fixed = {
    ...google,
    rev: 2,
    ready: 'mw-conversation-container',
    message: ['zzz-message-wrapper[msg-id]'],
    text: ['[data-x9-message-content]'],
    skip: ['zzz-link-preview'],
    thread_sender: ['[data-x9-header-title] h2'],
  }
  const publish = (...all: unknown[]) =>
    chooseAdapters({ schema: 1, version: packaged.version + 1, adapters: all }, trySelector)

  test('mends a broken view', () => {
    const { adapters, refusals } = publish(fixed)
    expect(refusals).toEqual([])
    const view = open('google-messages', adapters, broken)
    expect(bodies(view, 0)).toEqual(incoming)
    view.read(new Set(), 5000)
    expect(view.state()).toEqual({ view: 'google-messages', messages: 10 })
  })

  test('leaves the package’s other adapters in force', () => {
    const ids = (adapters: readonly SmsAdapter[]) => adapters.map((adapter) => adapter.id).sort()
    expect(ids(publish(fixed).adapters)).toEqual(ids(chooseAdapters(undefined, trySelector).adapters))
  })

  test('counts only with a higher version, and an adapter only with no lower revision', () => {
    const old = chooseAdapters({ schema: 1, version: packaged.version, adapters: [fixed] }, trySelector)
    expect(old.adapters.find((adapter) => adapter.id === 'google-messages')?.rev).toBe(1)
    expect(publish({ ...fixed, rev: 0 }).adapters.find((adapter) => adapter.id === 'google-messages')?.rev).toBe(1)
  })

  test('that is malicious is refused piece by piece; the package’s copy stays', () => {
    const { adapters, refusals } = publish(
      { ...fixed, id: 'bank-pages', match: [{ host: 'www.icbc.com.cn', path: '/*' }] },
      { ...fixed, message: ['/(a+)+$/', ':has(:has(', 'div['] },
      { ...google, id: 'xiaomi-cloud-sms', text: Array(5000).fill('p') },
      { ...google, id: 'whatsapp-web', message_sender: [{ sel: 'div', attr: 'onclick' }] },
      { ...google, id: 'google-voice', skip: [`p${':not(a)'.repeat(60)}`] },
      'x'.repeat(1000),
    )
    expect(refusals.map((refusal) => [refusal.adapter, refusal.reason, refusal.pieceOnly])).toEqual([
      ['bank-pages', 'host-outside-package', true],
      ['bank-pages', 'nothing-left', false],
      ['google-messages', 'selector-throws', true],
      ['google-messages', 'selector-throws', true],
      ['google-messages', 'selector-throws', true],
      ['google-messages', 'nothing-left', false],
      ['xiaomi-cloud-sms', 'too-many-alternatives', false],
      ['whatsapp-web', 'bad-shape', false],
      ['google-voice', 'selector-too-long', true],
      ['#5', 'bad-shape', false],
    ])
    expect(adapters.find((adapter) => adapter.id === 'google-messages')?.rev).toBe(1)
    expect(adapters.some((adapter) => adapter.id === 'bank-pages')).toBe(false)
  })

  test('of an unknown schema, or huge, or no JSON, is refused whole', () => {
    const whole = (published: unknown) => chooseAdapters(published, trySelector)
    expect(whole({ schema: 2, version: 9, adapters: [fixed] }).refused).toBe('unknown-schema')
    expect(whole('x'.repeat(300_000)).refused).toBe('too-large')
    expect(whole('<html>').refused).toBe('not-json')
    expect(whole('<html>').adapters.length).toBe(packaged.adapters.length)
  })
})
