/** Runs a hand-written case and cuts the answer to what the case speaks of. */
import { buildRegistryIndex, type RegistryIndex } from '../../../src/registry/registry-index.ts'
import { judgeText } from '../../../src/verdict/judge-text.ts'
import type { Verdict } from '../../../src/verdict/verdict.ts'
import { realIndex } from '../real-index.ts'
import { NOW, tinySnapshot } from '../tiny-registry.ts'
import type { Case, ExpectedVerdict } from './case.ts'

const DAY = 86_400_000
const tiny = buildRegistryIndex(tinySnapshot())

function indexOf(one: Case): RegistryIndex | null {
  if (one.registry === 'none') return null
  return one.registry === 'tiny' ? tiny : realIndex
}

export function judgeCase(one: Case): Verdict[] {
  const { mode = 'page', sender, title, url } = one
  const options = { mode, ...(sender && { sender }), ...(title && { title }), ...(url && { url }) }
  return judgeText(one.text, options, indexOf(one), { now: NOW + (one.days ?? 0) * DAY, provenAt: NOW, builtAt: NOW })
}

/** The verdict cut to what the case speaks of, so that a difference reads well. */
function cut(verdict: Verdict, expected: ExpectedVerdict | undefined) {
  if (!expected) return verdict.raw
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

/** What was said and what was expected, in one shape. */
export function compareCase(one: Case, verdicts: readonly Verdict[]) {
  return {
    said: verdicts.map((verdict, order) => cut(verdict, one.verdicts[order])),
    expected: one.verdicts.map((expected) => ({ institutions: [], modifiers: [], signals: [], ...expected })),
  }
}
