/** Views of our own invention, which no adapter knows: what is marked in each, and what is not. */
import { afterEach, describe, expect, test } from 'vitest'
import { type PageSession, startSession } from '../../../src/page/session.ts'
import { buildRegistryIndex } from '../../../src/registry/registry-index.ts'
import { judgePassages } from '../../../src/verdict/judge.ts'
import type { Passage } from '../../../src/verdict/passage.ts'
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
    paint: () => undefined,
    report: () => undefined,
    shadowRootOf: page.shadowOf,
    adapters: [],
    location: page.location,
    signal: stop.signal,
  })
  return { session, page }
}

async function marks(session: PageSession, ms = 300): Promise<string[]> {
  for (let calm = performance.now(); performance.now() - calm < ms; ) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (!session.pageMarks().atRest) calm = performance.now()
  }
  return session
    .pageMarks()
    .marks.map((mark) => `${mark.text}→${mark.code}${mark.modifiers.length > 0 ? ` ${mark.modifiers.join(' ')}` : ''}`)
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 2200))
const senders = () => new Set(asked.map((passage) => passage.sender))

describe('a virtual list of hashed classes', () => {
  const expected = [
    '95588→official',
    '95533→official-other',
    '400-444-0301→unlisted-service',
    '400-444-0302→unlisted-service',
    '95188→official',
    '４００－８２０－５５５５→official',
    '95533→official',
  ]

  test('rows are read, one’s own, the quote, the preview and the list of conversations are not', async () => {
    const { session } = run('react-virtual-inbox')
    expect(await marks(session)).toEqual(expected)
    expect(senders()).toEqual(new Set(['1069012395588']))
    expect(session.pageMarks().sms).toEqual({ view: 'generic', messages: 10 })
  })

  test('rebuilt rows and rows scrolled in are marked again', async () => {
    const { session, page } = run('react-virtual-inbox')
    await marks(session)
    await page.fx.next()
    expect(await marks(session)).toEqual(expected)
    await page.fx.all()
    expect(await marks(session)).toEqual(expected)
  })
})

test('a chat in column-reverse: clusters, alignment, toast and hidden copy', async () => {
  const { session, page } = run('column-reverse-chat')
  const first = await marks(session)
  expect(first.filter((mark) => !mark.startsWith('+86'))).toEqual([
    '95533→official personal-sender',
    '139-0000-0311→unlisted-service personal-sender',
    '400-444-0312→unlisted-service',
    '95555→official personal-sender',
  ])
  expect(first.filter((mark) => mark.startsWith('+86'))).toEqual(['+86 139 0000 0311→unlisted-service personal-sender'])
  await page.fx.all()
  expect(await marks(session)).toEqual([...first.slice(0, 1), '95599→official personal-sender', ...first.slice(1)])
})

test('closed web components: text and list in closed roots, numbers over several elements', async () => {
  const { session, page } = run('closed-components')
  const expected = [
    '95580→official',
    '40066-95566→official',
    '95588→official-other',
    '4OO-444-O332→unlisted-service',
    '95017→official',
  ]
  expect(await marks(session)).toEqual(expected)
  await page.fx.all()
  await settled()
  expect(await marks(session)).toEqual([...expected, '96110→public-service'])
  expect(senders()).toEqual(new Set(['106900000331']))
})

test('a table with a sender in each row', async () => {
  const { session, page } = run('message-table')
  const expected = [
    '95588→official',
    '95533→official',
    '13900000342→unlisted-service personal-sender',
    '95188→official-other',
  ]
  expect(await marks(session)).toEqual(expected)
  expect([...senders()].sort()).toEqual(['+8613900000342', '106900000341', '106900000344', '95533'])
  await page.fx.all()
  expect(await marks(session)).toEqual(['95599→official', ...expected])
})

test('a team chat with forwarded messages in one text node', async () => {
  const { session, page } = run('forwarding-group')
  const expected = [
    '106900000351→sender-id',
    '95555→official',
    '95188→official',
    '95188→official',
    '+8613900000352→unlisted-service personal-sender',
    '400-444-0353→unlisted-service personal-sender',
    '106900000354→sender-id',
    '95533→official-other',
  ]
  expect(await marks(session)).toEqual(expected)
  await page.fx.all()
  expect(await marks(session)).toEqual([...expected, '106900000355→sender-id', '96110→public-service'])
})
