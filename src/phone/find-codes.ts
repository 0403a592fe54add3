/** Finds numbers, and 95 codes that no word speaks for: the detector knows no brands, the registry does (中国平安 95511). */
import { canonicalNumber } from './canonical-number.ts'
import { findNumbers, type Rejected } from './find.ts'
import type { Found } from './found.ts'

/**
 * As `findNumbers`, plus five-digit 95 codes in plain figures that were left out for want of context, marked `bare`.
 * The judge keeps a bare code only beside the name of its owner; it is never a number by itself.
 */
export function findNumbersAndCodes(text: string): Found[] {
  const rejected: Rejected[] = []
  const found = findNumbers(text, { explain: (one) => rejected.push(one) })
  const bare = rejected.flatMap(bareCode).filter((code) => !found.some((one) => overlap(one, code)))
  return bare.length === 0 ? found : [...found, ...bare].sort((a, b) => a.start - b.start)
}

function bareCode({ start, end, raw, reason }: Rejected): Found[] {
  if (reason !== 'no-context' || !/^95\d{3}$/.test(raw)) return []
  const plain = canonicalNumber(raw)
  return plain ? [{ start, end, raw, ...plain, disguise: [], bare: true }] : []
}

function overlap(one: Found, other: Found): boolean {
  return one.start < other.end && other.start < one.end
}
