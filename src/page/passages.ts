/** Cuts a flow with its numbers into passages small enough for one message. Pure. */
import type { Found } from '../phone/found.ts'
import type { Passage } from '../verdict/passage.ts'
import { wholePair } from './safe-cut.ts'

/** Units of one passage (the message border refuses more). */
const passageUnits = 4000
/** Context kept on either side of the outer numbers when a text has to be cut. */
const contextUnits = 1200

/**
 * Passages of at most 4,000 units that hold every number of `found` (offsets in `text`, in order) exactly once.
 * A short text is one passage; a long one is cut around its numbers. `shift` is where the passage begins in `text`.
 */
export function cutPassages(text: string, found: readonly Found[]): { passage: Passage; shift: number }[] {
  if (text.length <= passageUnits) return found.length > 0 ? [{ passage: { text, found: [...found] }, shift: 0 }] : []
  return groups(found).map((group) => cutAround(text, group))
}

/** Neighbouring numbers that fit into one passage together with their context. */
function groups(found: readonly Found[]): Found[][] {
  const result: Found[][] = []
  for (const number of found) {
    const group = result.at(-1)
    const first = group?.[0]
    if (group && first && number.end - first.start <= passageUnits - 2 * contextUnits) group.push(number)
    else result.push([number])
  }
  return result
}

function cutAround(text: string, group: Found[]): { passage: Passage; shift: number } {
  const from = wholePair(text, Math.max(0, (group[0]?.start ?? 0) - contextUnits))
  const to = wholePair(text, Math.min(text.length, (group.at(-1)?.end ?? 0) + contextUnits))
  const found = group.map((number) => ({ ...number, start: number.start - from, end: number.end - from }))
  return { passage: { text: text.slice(from, Math.min(to, from + passageUnits)), found }, shift: from }
}
