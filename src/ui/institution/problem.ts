/** What a person calls about, and which of an institution's lines fits best. Pure. */
import type { PublishedHotline, Purpose } from '../../registry/schema.ts'
import { isInForce } from '../../verdict/registry-clock.ts'

export const problems = ['ask', 'repay', 'lost', 'complain', 'overdue'] as const
export type Problem = (typeof problems)[number]

/** Purposes in the order in which they help; lines of other purposes follow. */
const fitting: Record<Problem, readonly Purpose[]> = {
  ask: ['general', 'loan', 'credit-card'],
  repay: ['repayment', 'loan', 'general', 'credit-card'],
  lost: ['lost-card', 'emergency', 'general', 'credit-card', 'loan'],
  complain: ['complaint', 'general', 'loan'],
  overdue: ['hardship', 'repayment', 'loan', 'general', 'collection'],
}

/** Purposes that are made for the problem; of other lines one asks to be put through. */
const own: Record<Exclude<Problem, 'ask'>, readonly Purpose[]> = {
  repay: ['repayment'],
  lost: ['lost-card', 'emergency'],
  complain: ['complaint'],
  overdue: ['hardship'],
}

/** Whether `line` is there for `problem`, not only able to put one through. */
export function fits(problem: Problem, line: PublishedHotline): boolean {
  return problem === 'ask' || own[problem].includes(line.purpose)
}

/**
 * The lines one can call at `today` (`YYYY-MM-DD`), best for `problem` first: official before unconfirmed, then by purpose,
 * else as listed.
 */
export function linesFor(problem: Problem, hotlines: readonly PublishedHotline[], today: string): PublishedHotline[] {
  const order = fitting[problem]
  const place = (purpose: Purpose): number => (order.indexOf(purpose) + order.length + 1) % (order.length + 1)
  return hotlines
    .filter((line) => line.direction !== 'out' && isInForce(line, today))
    .toSorted((a, b) => levelPlace(a) - levelPlace(b) || place(a.purpose) - place(b.purpose))
}

/** Numbers that call out too: “他们可能用这些号码联系您”. */
export function outgoingLines(hotlines: readonly PublishedHotline[], today: string): PublishedHotline[] {
  return hotlines.filter((line) => line.direction !== 'in' && isInForce(line, today))
}

function levelPlace(line: PublishedHotline): number {
  return line.level === 'official' ? 0 : 1
}
