/** Every expected finding of the fixtures: page session and judge together, with the fixtures' own registry. */
import { afterEach, describe, expect, test } from 'vitest'
import { type PageSession, startSession } from '../../../src/page/session.ts'
import { chooseAdapters } from '../../../src/page/sms/packaged-adapters.ts'
import { selectorTester } from '../../../src/page/sms/read-adapters.ts'
import { buildRegistryIndex } from '../../../src/registry/registry-index.ts'
import { judgePassages } from '../../../src/verdict/judge.ts'
import { judgeText } from '../../../src/verdict/judge-text.ts'
import type { Passage } from '../../../src/verdict/passage.ts'
import type { Verdict } from '../../../src/verdict/verdict.ts'
import { messagesBy } from '../../support/message-source.ts'
import { calmFor } from '../../support/page-session.ts'
import { compare, type Finding } from '../../support/sms-findings.ts'
import { fixtureSnapshot } from '../../support/sms-registry.ts'
import index from './expected/index.json' with { type: 'json' }
import { type FixturePage, mountFixture } from './fixture-page.ts'

const findings = import.meta.glob<Finding[]>('./expected/*.expected.json', { import: 'default', eager: true })
const now = Date.parse('2026-11-21T12:00:00Z')
const registry = buildRegistryIndex(fixtureSnapshot(new Date(now).toISOString(), 1))
const clock = { now, provenAt: now, builtAt: now }

let asked: Passage[] = []
let stop: AbortController | undefined
let mounted: FixturePage | undefined
afterEach(() => {
  stop?.abort()
  mounted?.remove()
})

function run(name: string, withAdapters = true): { session: PageSession; page: FixturePage } {
  const page = mountFixture(name)
  mounted = page
  stop = new AbortController()
  asked = []
  const session = startSession({
    settings: { muted: [] },
    async check(place, passages) {
      if (place.mode === 'sms') asked.push(...passages)
      return judgePassages(place, passages, registry, clock)
    },
    areUnrelated: async () => false,
    paint: () => undefined,
    report: () => undefined,
    shadowRootOf: (element) => element.shadowRoot,
    messages: messagesBy(withAdapters ? chooseAdapters(undefined, selectorTester(document)).adapters : []),
    location: page.location,
    signal: stop.signal,
  })
  return { session, page }
}

async function rested(session: PageSession) {
  await calmFor(session, 250)
  return session.pageMarks().marks
}

const names = Object.keys(findings).map((path) => path.replace(/^.*\/|\.expected\.json$/g, ''))
const of = (name: string, conversation: (id: string) => boolean, phases: string[]) =>
  (findings[`./expected/${name}.expected.json`] ?? []).filter(
    (f) => conversation(f.conversationId) && phases.includes(f.phase),
  )

test('every fixture has its findings', () => {
  expect(names.toSorted()).toEqual(index.fixtures.map((fixture) => fixture.name).toSorted())
})

const first = (name: string) => findings[`./expected/${name}.expected.json`]?.[0]?.conversationId ?? ''
const none = { missing: [], extra: [] }

describe.each([true, false])('with adapters: %s', (withAdapters) => {
  describe.each(names)('%s', (name) => {
    const conversation = (id: string) => id === first(name)

    test('initial, then appended', async () => {
      const { session, page } = run(name, withAdapters)
      expect(compare(of(name, conversation, ['initial']), await rested(session))).toEqual(none)
      const adapter = withAdapters && name !== 'generic-sms'
      expect(session.pageMarks().sms?.view === 'generic').toBe(!adapter)
      await page.fx.all()
      expect(compare(of(name, conversation, ['initial', 'appended']), await rested(session))).toEqual(none)
    })
  })

  test('google-messages: older messages, then another conversation with its personal sender', async () => {
    const { session, page } = run('google-messages', withAdapters)
    await rested(session)
    page.fx.older()
    const older = of('google-messages', (id) => id !== '72', ['initial', 'prepended'])
    expect(compare(older, await rested(session))).toEqual(none)
    await page.fx.open('72')
    const personal = async () =>
      (await rested(session)).filter((mark) => mark.modifiers.includes('personal-sender')).map((mark) => mark.text)
    await expect
      .poll(personal)
      .toEqual(withAdapters ? ['+86 138 0000 0117', '138 0000 0117'] : expect.arrayContaining(['138 0000 0117']))
    const found = of('google-messages', (id) => id === '72', ['initial'])
    expect(compare(found, await rested(session))).toEqual(none)
  })

  test('xiaomi-cloud-sms: reused rows of another conversation', async () => {
    const { session, page } = run('xiaomi-cloud-sms', withAdapters)
    await rested(session)
    await page.fx.open('t2')
    const t2 = of('xiaomi-cloud-sms', (id) => id === 't2', ['initial'])
    await expect.poll(async () => compare(t2, await rested(session))).toEqual(none)
    await page.fx.open('t3')
    const t3 = of('xiaomi-cloud-sms', (id) => id === 't3', ['initial'])
    await expect.poll(async () => compare(t3, await rested(session))).toEqual(none)
  })

  test('whatsapp-web: parked rows lose their marks, rebuilt rows get them back', async () => {
    const { session, page } = run('whatsapp-web', withAdapters)
    const before = (await rested(session)).map((mark) => mark.text)
    page.fx.park(5)
    expect((await rested(session)).length).toBeLessThan(before.length)
    page.fx.unpark()
    expect((await rested(session)).map((mark) => mark.text)).toEqual(before)
  })
})

/** Chats without signatures: their messages are read with those before them. */
const chats = ['whatsapp-web']

test.each(names)('%s: a pasted message with its sender is judged exactly as in the page', async (name) => {
  const { session } = run(name)
  await rested(session)
  const alone = asked.filter((passage) => passage.around === undefined && !passage.text.includes('\n'))
  const view = ({ start, raw, code, institutions, claimed, modifiers }: Verdict) => ({
    start,
    raw,
    code,
    institutions,
    claimed,
    modifiers,
  })
  for (const passage of alone) {
    const { text, sender } = passage
    const pasted = judgeText(text, { mode: 'sms', ...(sender === undefined ? {} : { sender }) }, registry, clock)
    const inPage = judgePassages({ mode: 'sms' }, [passage], registry, clock)[0] ?? []
    expect(pasted.map(view), text).toEqual(inPage.map(view))
  }
  expect(alone.length > 0).toBe(!chats.includes(name))
})
