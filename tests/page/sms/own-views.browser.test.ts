/** Views of our own invention, which no adapter knows: what is marked in each, and what is not. */
import { afterEach, describe, expect, test } from 'vitest'
import { type PageSession, startSession } from '../../../src/page/session.ts'
import { buildRegistryIndex } from '../../../src/registry/registry-index.ts'
import { judgePassages } from '../../../src/verdict/judge.ts'
import type { Passage } from '../../../src/verdict/passage.ts'
import { messagesBy } from '../../support/message-source.ts'
import { markLine, ownViews } from '../../support/own-views.ts'
import { calmFor } from '../../support/page-session.ts'
import { fixtureSnapshot } from '../../support/sms-registry.ts'
import { type FixturePage, mountFixture } from './fixture-page.ts'

const now = Date.parse('2026-11-21T12:00:00Z')
const index = buildRegistryIndex(fixtureSnapshot(new Date(now).toISOString(), 1))
const clock = { now, provenAt: now, builtAt: now }

let stop: AbortController | undefined
let mounted: FixturePage | undefined
let asked: Passage[] = []
afterEach(() => {
  stop?.abort()
  mounted?.remove()
})

function run(name: string): { session: PageSession; page: FixturePage } {
  const page = mountFixture(`own/${name}`)
  mounted = page
  asked = []
  stop = new AbortController()
  const session = startSession({
    settings: { muted: [] },
    async check(place, passages) {
      if (place.mode === 'sms') asked.push(...passages)
      return judgePassages(place, passages, index, clock)
    },
    areUnrelated: async () => false,
    paint: () => undefined,
    report: () => undefined,
    shadowRootOf: page.shadowOf,
    messages: messagesBy([]),
    location: page.location,
    signal: stop.signal,
  })
  return { session, page }
}

async function marks(session: PageSession): Promise<string[]> {
  await calmFor(session, 300)
  return session.pageMarks().marks.map(markLine)
}

const senders = () => new Set(asked.map((passage) => passage.sender))

describe('a virtual list of hashed classes', () => {
  const { first, all } = ownViews['react-virtual-inbox']

  test('rows are read, one’s own, the quote, the preview and the list of conversations are not', async () => {
    const { session } = run('react-virtual-inbox')
    expect(await marks(session)).toEqual(first)
    expect(senders()).toEqual(new Set(['1069012395588']))
    expect(session.pageMarks().sms).toEqual({ view: 'generic', messages: 10 })
  })

  test('rebuilt rows and rows scrolled in are marked again', async () => {
    const { session, page } = run('react-virtual-inbox')
    await marks(session)
    await page.fx.next()
    expect(await marks(session)).toEqual(all)
    await page.fx.all()
    expect(await marks(session)).toEqual(all)
  })
})

test('a chat in column-reverse: clusters, alignment, toast and hidden copy', async () => {
  const { first, all } = ownViews['column-reverse-chat']
  const { session, page } = run('column-reverse-chat')
  expect(await marks(session)).toEqual(first)
  await page.fx.all()
  expect(await marks(session)).toEqual(all)
})

test('closed web components: text and list in closed roots, numbers over several elements', async () => {
  const { first, all } = ownViews['closed-components']
  const { session, page } = run('closed-components')
  expect(await marks(session)).toEqual(first)
  await page.fx.all()
  await expect.poll(() => marks(session)).toEqual(all)
  expect(senders()).toEqual(new Set(['106900000331']))
})

test('a table with a sender in each row', async () => {
  const { first, all } = ownViews['message-table']
  const { session, page } = run('message-table')
  expect(await marks(session)).toEqual(first)
  expect([...senders()].sort()).toEqual(['+8613900000342', '106900000341', '106900000344', '95533'])
  await page.fx.all()
  expect(await marks(session)).toEqual(all)
})

test('a team chat with forwarded messages in one text node', async () => {
  const { first, all } = ownViews['forwarding-group']
  const { session, page } = run('forwarding-group')
  expect(await marks(session)).toEqual(first)
  await page.fx.all()
  expect(await marks(session)).toEqual(all)
})

/** Each shows another habit of pages: see the note in its file. */
const others = [
  'dated-utility-list',
  'mirrored-chat',
  'css-only-sides',
  'definition-log',
  'recycled-transforms',
  'threads-and-pane',
  'article-cards',
  'ionic-inbox',
  'days-and-clusters',
  'two-column-table',
  'terminal-log',
  'direction-column',
  'names-for-each',
  'received-list',
  'panel-table',
  'ticks-everywhere',
  'just-begun',
  'named-speakers',
  'from-and-to',
  'kept-alive',
] as const

test.each(others)('%s: messages are read, one’s own are not', async (name) => {
  const { first, all } = ownViews[name]
  const { session, page } = run(name)
  expect(await marks(session)).toEqual(first)
  expect(session.pageMarks().sms?.view).toBe('generic')
  await page.fx.all()
  await expect.poll(() => marks(session)).toEqual(all)
})

test.each([
  ['definition-log', ['+8613900000433', '106900000431', '106900000434', '95533']],
  ['article-cards', ['+8613900000463', '106900000461', '106900000464', '95533']],
  ['terminal-log', ['+8613900000533', '106900000531', '106900000534', '95533']],
  ['threads-and-pane', ['106900000451']],
] as const)('%s: each message has its own sender', async (name, expected) => {
  const { session } = run(name)
  await marks(session)
  expect([...senders()].map((sender) => sender?.replaceAll(' ', '')).sort()).toEqual(expected)
})
