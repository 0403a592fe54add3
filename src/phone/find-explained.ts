/** Finds numbers and tells of every other candidate why it is none. Apart from `findNumbers`: the content script never asks why. */
import { findWith, spanOf } from './find.ts'
import type { Found } from './found.ts'
import { canonicalOf } from './plan.ts'
import { digitsOf } from './run.ts'

/** In the order of decide.ts. */
const REASONS = [
  'accepted',
  /** Part of a longer row of digits. */
  'fragment',
  /** Inside an address, a handle, a file name or an identifier. */
  'inside-token',
  /** A pattern or prefix is shown (95开头, 955XX). */
  'pattern',
  /** Followed by a unit or currency. */
  'quantity',
  /** Announced as an account, order, code or the like. */
  'named-otherwise',
  /** 1, 2, 3, 4, 5. */
  'sequence',
  /** Its shape alone proves nothing and no word around it speaks of calling. */
  'no-context',
] as const

/** A candidate that was not accepted, and why. Offsets as in `Found`. */
export interface Rejected {
  start: number
  end: number
  raw: string
  canonical: string
  reason: (typeof REASONS)[number]
}

/** As `findNumbers`, with the candidates that fit the numbering plan but were not accepted, in the order they were read. */
export function findExplained(text: string): { found: Found[]; rejected: Rejected[] } {
  const rejected: Rejected[] = []
  const found = findWith(text, (candidate, reason) => {
    const [start, end] = spanOf(text, candidate)
    const canonical = canonicalOf(digitsOf(text, candidate.from, candidate.to), candidate.plan)
    rejected.push({ start, end, raw: text.slice(start, end), canonical, reason: REASONS[reason] ?? 'accepted' })
  })
  return { found, rejected }
}
