/** Which verdicts are marked on a page: how much the person wants to see. It never changes a verdict. */
import type { VerdictCode } from './verdict.ts'

/** From fewest marks to most. */
export const strictnesses = ['quiet', 'standard', 'careful'] as const

/** `quiet`: only what asks for attention. `careful`: ordinary numbers too, in grey. */
export type Strictness = (typeof strictnesses)[number]

/** The first choice that shows it. What asks for attention, and that nothing can be checked, is always shown. */
const shownFrom: Record<VerdictCode, Strictness | 'never'> = {
  reported: 'quiet',
  'official-other': 'quiet',
  lookalike: 'quiet',
  malformed: 'quiet',
  retired: 'quiet',
  unconfirmed: 'quiet',
  'unlisted-service': 'quiet',
  'cannot-check': 'quiet',
  official: 'standard',
  'public-service': 'standard',
  'sender-id': 'standard',
  ordinary: 'careful',
  'not-phone': 'never',
  'unknown-brand': 'never',
}

export function isMarked(code: VerdictCode, strictness: Strictness = 'standard'): boolean {
  const from = shownFrom[code]
  return from !== 'never' && strictnesses.indexOf(from) <= strictnesses.indexOf(strictness)
}

export function isStrictness(value: unknown): value is Strictness {
  return strictnesses.some((each) => each === value)
}
