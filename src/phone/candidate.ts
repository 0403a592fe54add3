/** A candidate: neighbouring groups of a run's digits that the plan can read as one number. */
import { GAP_INVISIBLE, GAP_SCRIPT } from './gap.ts'
import type { Plan } from './plan.ts'
import { ends, gapKeys, gaps, isLetter, pieces, starts } from './run.ts'

export interface Candidate {
  /** Digits `from`…`to` (exclusive) of the run; both stand at the border of a piece. */
  from: number
  to: number
  plan: Plan
  plus: boolean
  /** Offset of the + or of the first digit. */
  start: number
  /** Offset behind the last digit. */
  end: number
  /** How many groups; hidden characters and changes of writing divide nothing. */
  groups: number
  /** Digits in the first group, the second, the last, the smallest, the largest. */
  first: number
  second: number
  last: number
  least: number
  most: number
  /** All groups but the last have the same size. */
  regular: boolean
  /** Union of the gaps' ingredients, hidden ones included. */
  bits: number
  /** Ingredients that every gap has. */
  common: number
  /** All gaps look alike. */
  even: boolean
  /** Digits in pieces that begin with a look-alike letter. */
  letters: number
}

const HIDDEN = GAP_INVISIBLE | GAP_SCRIPT

/** Looks at the groups of these digits. `plusAt`: offset of a + before them, or -1. */
export function makeCandidate(from: number, to: number, plan: Plan, plusAt: number): Candidate {
  const candidate = blank(from, to, plan, plusAt)
  let size = 0
  let key: number | undefined
  for (let index = from; index < to; ) {
    const gap = index > from ? (gaps[index] ?? 0) : 0
    candidate.bits |= gap
    if ((gap & ~HIDDEN) !== 0) {
      addGroup(candidate, size)
      size = 0
      candidate.common &= gap
      key ??= gapKeys[index]
      if (key !== gapKeys[index]) candidate.even = false
    }
    const end = pieces[index] ?? to
    size += end - index
    if (isLetter(index)) candidate.letters += end - index
    index = end
  }
  addGroup(candidate, size)
  return candidate
}

function blank(from: number, to: number, plan: Plan, plusAt: number): Candidate {
  const plus = plusAt >= 0
  const start = plus ? plusAt : (starts[from] ?? 0)
  const end = ends[to - 1] ?? start
  return {
    from,
    to,
    plan,
    plus,
    start,
    end,
    groups: 0,
    first: 0,
    second: 0,
    last: 0,
    least: to - from,
    most: 0,
    regular: true,
    bits: 0,
    common: -1,
    even: true,
    letters: 0,
  }
}

function addGroup(candidate: Candidate, size: number): void {
  if (candidate.groups === 0) candidate.first = size
  else if (candidate.last !== candidate.first) candidate.regular = false
  if (candidate.groups === 1) candidate.second = size
  candidate.last = size
  if (size < candidate.least) candidate.least = size
  if (size > candidate.most) candidate.most = size
  candidate.groups++
}
