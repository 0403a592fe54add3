/** Finds phone numbers in a text: runs of digits → numbering plan → context → decision. Pure; linear in the text. */
import { type Candidate, readCandidate } from './candidate.ts'
import { KIND_CLOSE, KIND_OPEN, kindAt } from './char-class.ts'
import { judgeCandidate, type Neighbours, type Reason } from './decide.ts'
import { nameDisguises } from './disguise.ts'
import type { Found } from './found.ts'
import { GAP_BRACKET } from './gap.ts'
import { foundAt, isListGap, readListed } from './listed.ts'
import type { Run } from './run.ts'
import { scanRuns } from './scan-runs.ts'

/** A candidate that was not accepted, and why. Offsets as in `Found`. */
export interface Rejected {
  start: number
  end: number
  raw: string
  canonical: string
  reason: Reason
}

export interface FindOptions {
  /** Called for every candidate that fits the numbering plan but was not accepted. */
  explain?: (rejected: Rejected) => void
}

/**
 * All phone numbers of `text` in text order, never overlapping. Offsets are UTF-16 units, `end` exclusive and without
 * extension. `foreign` numbers are checked for their shape only: confirm them with `confirmForeign`.
 */
export function findNumbers(text: string, options: FindOptions = {}): Found[] {
  const found: Found[] = []
  scanRuns(text, (run) => readRun(text, run, found, options))
  return found
}

function readRun(text: string, run: Run, found: Found[], options: FindOptions): void {
  const neighbours: Neighbours = { free: 0, listed: false }
  const count = run.count
  for (let index = 0; index < count; ) {
    const candidate = readCandidate(text, run, index)
    neighbours.listed = index > 0 && index === neighbours.free && isListGap(text, run, index)
    const reason = candidate && judgeCandidate(text, candidate, neighbours)
    if (candidate && reason === undefined) {
      const number = describe(text, candidate)
      found.push(number)
      const next = readListed(text, candidate, number, found)
      index = neighbours.free = skipExtension(run, next, found[found.length - 1]?.extension)
      continue
    }
    if (candidate && reason) options.explain?.(reject(text, candidate, reason))
    index = nextGroup(run, index)
  }
}

function skipExtension(run: Run, next: number, extension: string | undefined): number {
  return extension === undefined ? next : Math.min(run.count, next + extension.replaceAll('-', '').length)
}

function nextGroup(run: Run, index: number): number {
  let next = index + 1
  while (next < run.count && run.gaps[next] === 0) next++
  return next
}

function describe(text: string, candidate: Candidate): Found {
  const [start, end] = spanOf(text, candidate)
  return foundAt(text, start, end, candidate.plan, nameDisguises(text, candidate))
}

function reject(text: string, candidate: Candidate, reason: Reason): Rejected {
  const [start, end] = spanOf(text, candidate)
  return { start, end, raw: text.slice(start, end), canonical: candidate.plan.canonical, reason }
}

/** From the + or first digit to the last digit; a bracket whose partner stands inside belongs to the number. */
function spanOf(text: string, candidate: Candidate): [number, number] {
  const { run, from } = candidate
  let { start, end } = candidate
  if ((candidate.grouping.bits & GAP_BRACKET) === 0) return [start, end]
  let depth = 0
  let lowest = 0
  for (let at = start; at < end; at++) {
    const kind = kindAt(text, at)
    if (kind === KIND_OPEN) depth++
    if (kind === KIND_CLOSE) lowest = Math.min(lowest, --depth)
  }
  if (lowest < 0 && kindAt(text, start - 1) === KIND_OPEN) start--
  if (depth - lowest > 0 && kindAt(text, end) === KIND_CLOSE) end++
  return [from === 0 || start >= (run.ends[from - 1] ?? 0) ? start : candidate.start, end]
}
