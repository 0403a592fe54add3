/** Finds phone numbers in a text: runs of digits → numbering plan → context → decision. Pure; linear in the text. */
import type { Candidate } from './candidate.ts'
import { KIND_CLOSE, KIND_OPEN, kindAt } from './char-class.ts'
import { judgeCandidate, type Reason } from './decide.ts'
import { nameDisguises } from './disguise.ts'
import type { Found } from './found.ts'
import { GAP_BRACKET } from './gap.ts'
import { foundAt, isListGap, readListed } from './listed.ts'
import { readCandidate } from './read-candidate.ts'
import { digitsOf, ends, pieces, run } from './run.ts'
import { scanRuns } from './scan-runs.ts'

/**
 * All phone numbers of `text` in text order, never overlapping. Offsets are UTF-16 units, `end` exclusive and without
 * extension. `foreign` numbers are checked for their shape only: confirm them with `confirmForeign`.
 */
export function findNumbers(text: string): Found[] {
  return findWith(text, undefined)
}

/** Told of a candidate that is not accepted; may add it to `found` all the same. The candidate is only lent. */
type OnReject = (candidate: Candidate, reason: Reason, found: Found[]) => void

/** As `findNumbers`, for use inside the detector. */
export function findWith(text: string, onReject: OnReject | undefined): Found[] {
  const found: Found[] = []
  scanRuns(text, () => readRun(text, found, onReject))
  return found
}

function readRun(text: string, found: Found[], onReject: OnReject | undefined): void {
  let free = 0
  for (let index = 0; index < run.count; ) {
    const candidate = readCandidate(text, index)
    if (candidate) {
      const listed = index > 0 && index === free && isListGap(text, index)
      const reason = judgeCandidate(text, candidate, free, listed)
      if (reason === 0) {
        index = free = accept(text, candidate, found)
        continue
      }
      onReject?.(candidate, reason, found)
    }
    index = pieces[index] ?? run.count
  }
}

/** Adds the number and those that share its area code; returns the index of the digit behind them. */
function accept(text: string, candidate: Candidate, found: Found[]): number {
  const { from, to, plan } = candidate
  const [start, end] = spanOf(text, candidate)
  const digits = digitsOf(text, from, to)
  const number = foundAt(text, start, end, plan, digits, nameDisguises(text, candidate))
  found.push(number)
  const next = readListed(text, candidate, number, found)
  return skipExtension(next, found[found.length - 1]?.extension)
}

function skipExtension(next: number, extension: string | undefined): number {
  return extension === undefined ? next : Math.min(run.count, next + extension.replaceAll('-', '').length)
}

/** From the + or first digit to the last digit; a bracket whose partner stands inside belongs to the number. */
export function spanOf(text: string, candidate: Candidate): [number, number] {
  const { from } = candidate
  let { start, end } = candidate
  if ((candidate.bits & GAP_BRACKET) === 0) return [start, end]
  let depth = 0
  let lowest = 0
  for (let at = start; at < end; at++) {
    const kind = kindAt(text, at)
    if (kind === KIND_OPEN) depth++
    if (kind === KIND_CLOSE) lowest = Math.min(lowest, --depth)
  }
  if (lowest < 0 && kindAt(text, start - 1) === KIND_OPEN) start--
  if (depth - lowest > 0 && kindAt(text, end) === KIND_CLOSE) end++
  return [from === 0 || start >= (ends[from - 1] ?? 0) ? start : candidate.start, end]
}
