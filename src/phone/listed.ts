/** A shared area code carries over a list: 010-62063646、62063647. */
import type { Candidate } from './candidate.ts'
import { readExtension } from './extension.ts'
import type { Canonical, Disguise, Found } from './found.ts'
import { GAP_COMMA, GAP_DASH, GAP_FILLER, GAP_NEWLINE, GAP_ODD_SPACE, GAP_SLASH, GAP_SPACE, GAP_WIDE } from './gap.ts'
import { matchPlan, type PlanMatch } from './numbering-plan.ts'
import type { Run } from './run.ts'

const LIST_GAP = GAP_SPACE | GAP_COMMA | GAP_SLASH | GAP_ODD_SPACE | GAP_NEWLINE

/** The gap before digit `at` is one that separates the numbers of a list. */
export function isListGap(text: string, run: Run, at: number): boolean {
  const gap = run.gaps[at] ?? 0
  if (gap === GAP_FILLER) return '或和及与'.includes(text.charAt(run.ends[at - 1] ?? 0))
  return gap > 0 && (gap & ~(LIST_GAP | GAP_WIDE)) === 0
}

/** Adds the numbers that follow `first` and borrow its area code; returns the index of the digit behind them. */
export function readListed(text: string, { run, to }: Candidate, first: Found, found: Found[]): number {
  let next = to
  if (first.kind !== 'landline' || first.extension !== undefined) return next
  const areaLength = first.canonical.charCodeAt(1) <= 0x32 ? 3 : 4
  const length = first.canonical.length - areaLength
  for (;;) {
    const number = readOne(text, run, next, length, first.canonical.slice(0, areaLength))
    if (!number) return next
    found.push(number)
    next += length
  }
}

function readOne(text: string, run: Run, from: number, length: number, area: string): Found | undefined {
  const to = from + length
  if (!isListGap(text, run, from) || to > run.count || run.gaps[to] === 0) return undefined
  let digits = ''
  for (let index = from; index < to; index++) {
    if (index > from && ((run.gaps[index] ?? 0) & ~(GAP_SPACE | GAP_DASH)) !== 0) return undefined
    digits += run.values[index]
  }
  const plan = matchPlan(area + digits, false)
  if (plan?.kind !== 'landline') return undefined
  const start = run.starts[from] ?? 0
  const end = run.ends[to - 1] ?? 0
  return foundAt(text, start, end, plan, [])
}

/** The number of `plan` at these offsets, with the extension behind it. */
export function foundAt(text: string, start: number, end: number, plan: PlanMatch, disguise: Disguise[]): Found {
  const { canonical, kind } = plan
  const found: Found = { start, end, raw: text.slice(start, end), canonical: canonical as Canonical, kind, disguise }
  const extension = readExtension(text, end)
  if (extension !== undefined) found.extension = extension
  return found
}
