/** Finds the numbers of a flow; none of them reaches over the border of a cell or paragraph. */
import { findNumbersAndCodes } from '../phone/find-codes.ts'
import type { Found } from '../phone/found.ts'
import { hardBreak } from './flow.ts'

/** Of the length of `hardBreak`, and no digit run crosses it. */
const wall = '\n\u001e'
const rounds = 8

/**
 * As `findNumbersAndCodes`. The detector undoes numbers broken over lines, so it may join two cells; where it did, it is asked
 * again with a wall there. The words of a neighbouring cell still count as context.
 */
export function findInFlow(text: string): Found[] {
  let walled = text
  for (let round = 0; round < rounds; round++) {
    const found = findNumbersAndCodes(walled)
    const across = found.filter(({ raw }) => raw.includes(hardBreak))
    if (across.length === 0) return found
    for (const { start, end, raw } of across) {
      walled = walled.slice(0, start) + raw.replaceAll(hardBreak, wall) + walled.slice(end)
    }
  }
  return findNumbersAndCodes(walled).filter(({ raw }) => !raw.includes(hardBreak))
}
