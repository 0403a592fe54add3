/** Finds numbers, and codes that no word speaks for: the detector knows no brands, the registry does (中国平安 95511). */
import type { Candidate } from './candidate.ts'
import { NO_CONTEXT, type Reason } from './decide.ts'
import { findWith } from './find.ts'
import type { Found } from './found.ts'
import { canonicalOf, numberKindOf } from './plan.ts'

/** Plain figures, five or six of 95 and 96, eight of 1010. */
const BARE_CODE = /^(?:9[56]\d{3,4}|1010\d{4})$/

/**
 * As `findNumbers`, plus 95, 96 and 1010 codes in plain figures that were left out for want of context, marked `bare`.
 * The judge keeps a bare code only beside the name of its owner; it is never a number by itself.
 */
export function findNumbersAndCodes(text: string): Found[] {
  return findWith(text, (candidate, reason, found) => addBareCode(text, candidate, reason, found))
}

function addBareCode(text: string, { plan, start, end }: Candidate, reason: Reason, found: Found[]): void {
  const raw = text.slice(start, end)
  if (reason !== NO_CONTEXT || !BARE_CODE.test(raw)) return
  found.push({ start, end, raw, canonical: canonicalOf(raw, plan), kind: numberKindOf(plan), disguise: [], bare: true })
}
