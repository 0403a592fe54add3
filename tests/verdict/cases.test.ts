import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { buildSnapshot } from '../../src/publish/build-snapshot.ts'
import { buildRegistryIndex, type RegistryIndex } from '../../src/registry/registry-index.ts'
import { judgeText } from '../../src/verdict/judge-text.ts'
import type { Modifier, Verdict, VerdictCode } from '../../src/verdict/verdict.ts'
import type { Case, ExpectedVerdict } from './cases/case.ts'
import { context } from './cases/context.ts'
import { doubtful } from './cases/doubtful.ts'
import { messages } from './cases/messages.ts'
import { official } from './cases/official.ts'
import { otherOwner } from './cases/other-owner.ts'
import { NOW, tinySnapshot } from './tiny-registry.ts'

const DATA = fileURLToPath(new URL('../../data', import.meta.url))
const DAY = 86_400_000
const data = buildRegistryIndex(
  buildSnapshot(DATA, { seq: 1, builtAt: new Date(NOW).toISOString(), channel: 'development' }),
)
const tiny = buildRegistryIndex(tinySnapshot())
const groups: Record<string, Case[]> = { official, otherOwner, doubtful, context, messages }
const all = Object.values(groups).flat()

function indexOf(one: Case): RegistryIndex | null {
  if (one.registry === 'none') return null
  return one.registry === 'tiny' ? tiny : data
}

function judge(one: Case): Verdict[] {
  const { mode = 'page', sender, title, url } = one
  const options = { mode, ...(sender && { sender }), ...(title && { title }), ...(url && { url }) }
  return judgeText(one.text, options, indexOf(one), { now: NOW + (one.days ?? 0) * DAY, provenAt: NOW, builtAt: NOW })
}

/** The verdict cut to what the case speaks of, so that a difference reads well. */
function cut(verdict: Verdict | undefined, expected: ExpectedVerdict | undefined) {
  if (!verdict || !expected) return verdict?.raw
  return {
    raw: verdict.raw,
    code: verdict.code,
    institutions: verdict.institutions.map(({ id }) => id),
    modifiers: verdict.modifiers,
    signals: verdict.signals ?? [],
    ...(expected.claimed && { claimed: verdict.claimed.map(({ id }) => id) }),
    ...(expected.tips && { tips: verdict.tips }),
    ...(expected.rule && { rule: verdict.rule }),
    ...(expected.call !== undefined && { call: verdict.callInstead?.canonical ?? '' }),
  }
}

for (const [name, cases] of Object.entries(groups))
  describe(name, () => {
    test.each(cases.map((one) => [one.why, one] as const))('%s', (_, one) => {
      const verdicts = judge(one)
      const said = verdicts.map((verdict, order) => cut(verdict, one.verdicts[order]))
      expect(said).toEqual(
        one.verdicts.map((expected) => ({ institutions: [], modifiers: [], signals: [], ...expected })),
      )
      for (const verdict of verdicts) expect(one.text.slice(verdict.start, verdict.end)).toBe(verdict.raw)
    })
  })

test('at least 120 cases, each with its own reason', () => {
  expect(all.length).toBeGreaterThanOrEqual(120)
  expect(new Set(all.map((one) => one.why)).size).toBe(all.length)
})

test('every code and modifier has a case', () => {
  const codes: VerdictCode[] = [
    'official',
    'official-other',
    'lookalike',
    'malformed',
    'retired',
    'reported',
    'unconfirmed',
    'unlisted-service',
    'public-service',
    'sender-id',
    'ordinary',
    'not-phone',
    'unknown-brand',
    'cannot-check',
  ]
  const modifiers: Modifier[] = [
    'overseas',
    'personal-sender',
    'stale',
    'taken-care',
    'outbound-only',
    'inbound-only',
    'group-line',
  ]
  const expected = all.flatMap((one) => one.verdicts)
  expect(new Set(expected.map((one) => one.code))).toEqual(new Set(codes))
  expect(new Set(expected.flatMap((one) => one.modifiers ?? []))).toEqual(new Set(modifiers))
})
