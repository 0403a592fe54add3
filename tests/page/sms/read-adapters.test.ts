/** The adapter file's reader: what it takes, and that every bad piece is refused alone with its reason. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import packaged from '../../../data/sms-views.json' with { type: 'json' }
import { adapterLimits, type HostMatch } from '../../../src/page/sms/adapter.ts'
import { readAdapters } from '../../../src/page/sms/read-adapters.ts'
import type { TrySelector } from '../../../src/page/sms/read-selectors.ts'

const hosts: HostMatch[] = [
  { host: 'sms.example.com', path: '/*' },
  { host: '*.chat.example', path: '/*' },
]

const good = {
  id: 'example-view',
  kind: 'sms',
  rev: 2,
  match: [{ host: 'sms.example.com', path: '/inbox/*' }],
  ready: '#app',
  message: ['.row', '.message'],
  text: ['.body'],
}

const fileOf = (...adapters: unknown[]) => ({ schema: 1, version: 3, adapters })
/** Node has no selector engine: this stand-in refuses what looks like a regular expression, as `querySelector` would. */
const trySelector = (selector: string) => !/[/^\\]/.test(selector)
const read = (source: unknown) => readAdapters(source, hosts, trySelector)
const reasons = (source: unknown) => {
  const file = read(source)
  return file.ok
    ? file.refusals.map((r) => `${r.adapter}:${r.field ?? ''}:${r.reason}:${r.pieceOnly ? 'piece' : 'whole'}`)
    : [file.reason]
}
const idsOf = (source: unknown) => {
  const file = read(source)
  return file.ok ? file.adapters.map((adapter) => adapter.id) : []
}

describe('the packaged file', () => {
  test('is read whole, with no refusal', () => {
    const file = readAdapters(packaged, null, () => true)
    expect(file).toMatchObject({ ok: true, version: packaged.version, refusals: [] })
    if (!file.ok) return
    expect(file.adapters.map((adapter) => adapter.id)).toEqual([
      'google-messages',
      'xiaomi-cloud-sms',
      'whatsapp-web',
      'google-voice',
      'telegram-web',
      'feishu-messenger',
    ])
  })

  test('every host says why it is needed', () => {
    for (const adapter of packaged.adapters) expect(adapter.why, adapter.id).toMatch(/\w{3}/)
  })
})

describe('a file', () => {
  test.each([
    ['not an object', '[]', 'not-an-object'],
    ['no JSON', '{"schema":1,', 'not-json'],
    ['a newer schema', { ...fileOf(good), schema: 2 }, 'unknown-schema'],
    ['no version', { schema: 1, adapters: [] }, 'bad-version'],
    ['a fractional version', { schema: 1, version: 1.5, adapters: [] }, 'bad-version'],
    ['no list', { schema: 1, version: 1, adapters: {} }, 'bad-shape'],
    ['a huge text', `{"schema":1,"pad":"${'x'.repeat(adapterLimits.bytes)}"}`, 'too-large'],
    ['broken UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 'not-utf8'],
  ])('%s is refused', (_name, source, reason) => {
    expect(read(source)).toEqual({ ok: false, reason })
  })

  test('bytes, text and parsed JSON read the same', () => {
    const json = JSON.stringify(fileOf(good))
    expect(read(new TextEncoder().encode(json))).toEqual(read(fileOf(good)))
    expect(read(json)).toEqual(read(fileOf(good)))
  })

  test('unknown fields are ignored, a single selector is a list of one, `time` joins `skip`', () => {
    const file = read({ ...fileOf({ ...good, colour: 'red', skip: ['.meta'], time: '.time' }), note: 'later' })
    expect(file).toMatchObject({ ok: true, refusals: [], adapters: [{ ready: ['#app'], skip: ['.meta', '.time'] }] })
  })

  test('anything at all gives an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (adapter, field) => {
        const one = read(fileOf(adapter, { ...good, skip: field, match: field }, good))
        expect(one.ok).toBe(true)
        expect(read(adapter)).toHaveProperty('ok')
      }),
      { numRuns: 300 },
    )
  })
})

describe('bad adapters are dropped one by one', () => {
  test.each([
    ['no object', 7, '#0::bad-shape:whole'],
    ['no id', { ...good, id: undefined }, '#0:id:bad-id:whole'],
    ['an odd id', { ...good, id: '__proto__' }, '__proto__:id:bad-id:whole'],
    ['an unknown kind', { ...good, kind: 'mail' }, 'example-view:kind:bad-shape:whole'],
    ['no revision', { ...good, rev: '2' }, 'example-view:rev:bad-shape:whole'],
    ['no message selector', { ...good, message: [] }, 'example-view:message:nothing-left:whole'],
    ['no text selector', { ...good, text: undefined }, 'example-view:text:nothing-left:whole'],
    ['selectors that are no strings', { ...good, out: [{ regex: '.*' }] }, 'example-view:out:bad-shape:whole'],
    ['13 alternatives', { ...good, text: Array(13).fill('p') }, 'example-view:text:too-many-alternatives:whole'],
    ['an unknown parser', { ...good, forwarded: '/(.*)+$/' }, 'example-view:forwarded:unknown-parser:whole'],
    [
      'a sender parser from outside',
      { ...good, message_sender: [{ sel: 'p', parse: 'eval' }] },
      'example-view:message_sender:unknown-parser:whole',
    ],
    [
      'a localised attribute',
      { ...good, message_sender: [{ sel: 'p', attr: 'aria-label' }] },
      'example-view:message_sender:bad-shape:whole',
    ],
    ['an unknown key part', { ...good, key: ['cookie'] }, 'example-view:key:unknown-parser:whole'],
    ['a bare top-level host', { ...good, match: [{ host: '*.com', path: '/*' }] }, 'example-view:match:bad-host:whole'],
    [
      'a host with a scheme',
      { ...good, match: [{ host: 'https://sms.example.com', path: '/*' }] },
      'example-view:match:bad-host:whole',
    ],
    [
      'a path that is no path',
      { ...good, match: [{ host: 'sms.example.com', path: 'inbox' }] },
      'example-view:match:bad-host:whole',
    ],
  ])('%s', (_name, adapter, refusal) => {
    expect(reasons(fileOf(adapter, { ...good, id: 'next' }))).toEqual([refusal])
    expect(idsOf(fileOf(adapter, { ...good, id: 'next' }))).toEqual(['next'])
  })

  test('hosts outside the package are left out; with none left the adapter goes', () => {
    const bank = { host: 'www.bank.example', path: '/*' }
    expect(reasons(fileOf({ ...good, match: [bank, ...good.match] }))).toEqual([
      'example-view:match:host-outside-package:piece',
    ])
    expect(reasons(fileOf({ ...good, match: [bank] }))).toEqual([
      'example-view:match:host-outside-package:piece',
      'example-view:match:nothing-left:whole',
    ])
  })

  test.each([
    ['sms.example.com', true],
    ['*.sms.example.com', false],
    ['example.com', false],
    ['sms.example.com.evil.example', false],
    ['a.chat.example', true],
    ['*.a.chat.example', true],
    ['*.chat.example', true],
    ['chat.example', false],
    ['evilchat.example', false],
    ['*.example', false],
  ])('host %s within the package: %s', (host, allowed) => {
    expect(idsOf(fileOf({ ...good, match: [{ host, path: '/*' }] }))).toEqual(allowed ? ['example-view'] : [])
  })

  test('a selector that throws or is too long is left out, the others stay in order', () => {
    const long = 'a'.repeat(adapterLimits.selectorLength + 1)
    const file = read(fileOf({ ...good, text: ['/^msg.*$/', '.body', long, '.old-body'] }))
    expect(file).toMatchObject({ ok: true, adapters: [{ text: ['.body', '.old-body'] }] })
    expect(reasons(fileOf({ ...good, text: ['/^msg.*$/', '.body', long] }))).toEqual([
      'example-view:text:selector-throws:piece',
      'example-view:text:selector-too-long:piece',
    ])
  })

  test('chains of :has and searches along siblings in one are left out', () => {
    const slow = ['div:has(i):has(b)', ':HAS(a) :has(b)', 'li:has(+ * ~ .end)', ':has(~ .end)']
    expect(reasons(fileOf({ ...good, text: [...slow, '.row:has([data-text], .text)'] }))).toEqual(
      slow.map(() => 'example-view:text:selector-too-slow:piece'),
    )
  })

  test('a selector for everything is left out where it would hide a page or turn its messages round', () => {
    const all: TrySelector = (selector) => (selector === '*' ? 'wide' : true)
    const wide = { ...good, skip: ['*'], out: ['*', '.mine'], ignore: ['*'], text: ['*'], thread_sender: ['*'] }
    const file = readAdapters(fileOf(wide), hosts, all)
    expect(file).toMatchObject({ ok: true, adapters: [{ out: ['.mine'], text: ['*'] }] })
    expect(file.ok && file.refusals.map(({ field, reason }) => [field, reason])).toEqual([
      ['skip', 'selector-too-wide'],
      ['out', 'selector-too-wide'],
      ['ignore', 'selector-too-wide'],
    ])
  })

  test('a file nested a hundred thousand deep is refused like any other', () => {
    const deep = (fill: string) => `{"schema":1,"version":3,"adapters":${fill.repeat(100_000)}`
    expect(read(deep('['))).toEqual({ ok: false, reason: 'not-json' })
    expect(reasons(`${deep('[')}${']'.repeat(100_000)}}`)).toEqual(['#0::bad-shape:whole'])
  })

  test('an adapter whose every message selector throws is refused', () => {
    expect(reasons(fileOf({ ...good, message: ['/x/'] }))).toEqual([
      'example-view:message:selector-throws:piece',
      'example-view:message:nothing-left:whole',
    ])
  })

  test('a second adapter of the same id is refused', () => {
    expect(reasons(fileOf(good, good))).toEqual(['example-view:id:duplicate-id:whole'])
  })

  test('past 64 adapters the rest is refused once', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => ({ ...good, id: `view-${i}` }))
    const file = read(fileOf(...many))
    expect(file.ok && file.adapters.length).toBe(64)
    expect(reasons(fileOf(...many))).toEqual(['view-64::too-many-adapters:whole'])
  })
})
