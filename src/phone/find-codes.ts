/** Finds numbers, and 95 codes that no word speaks for: the detector knows no brands, the registry does (中国平安 95511). */
import type { Candidate } from './candidate.ts'
import type { Reason } from './decide.ts'
import { findWith } from './find.ts'
import type { Found } from './found.ts'
import { CODE_95, canonicalOf, numberKindOf } from './numbering-plan.ts'

/**
 * As `findNumbers`, plus five-digit 95 codes in plain figures that were left out for want of context, marked `bare`.
 * The judge keeps a bare code only beside the name of its owner; it is never a number by itself.
 */
export function findNumbersAndCodes(text: string): Found[] {
  return findWith(text, (candidate, reason, found) => addBareCode(text, candidate, reason, found))
}

function addBareCode(text: string, { plan, start, end }: Candidate, reason: Reason, found: Found[]): void {
  if (plan !== CODE_95 || reason !== 'no-context') return
  const raw = text.slice(start, end)
  if (!/^95\d{3}$/.test(raw)) return
  found.push({ start, end, raw, canonical: canonicalOf(raw, plan), kind: numberKindOf(plan), disguise: [], bare: true })
}
