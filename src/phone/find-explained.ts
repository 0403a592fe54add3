/** Finds numbers and tells of every other candidate why it is none. Apart from `findNumbers`: the content script never asks why. */
import type { Reason } from './decide.ts'
import { findWith, spanOf } from './find.ts'
import type { Found } from './found.ts'
import { canonicalOf } from './numbering-plan.ts'
import { digitsOf } from './run.ts'

/** A candidate that was not accepted, and why. Offsets as in `Found`. */
export interface Rejected {
  start: number
  end: number
  raw: string
  canonical: string
  reason: Reason
}

/** As `findNumbers`, with the candidates that fit the numbering plan but were not accepted, in the order they were read. */
export function findExplained(text: string): { found: Found[]; rejected: Rejected[] } {
  const rejected: Rejected[] = []
  const found = findWith(text, (candidate, reason) => {
    const [start, end] = spanOf(text, candidate)
    const canonical = canonicalOf(digitsOf(text, candidate.from, candidate.to), candidate.plan)
    rejected.push({ start, end, raw: text.slice(start, end), canonical, reason })
  })
  return { found, rejected }
}
