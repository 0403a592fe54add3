/** A shared area code carries over a list: 010-62063646、62063647. */
import type { Candidate } from './candidate.ts'
import { readExtension } from './extension.ts'
import type { Disguise, Found } from './found.ts'
import {
  GAP_BRACKET,
  GAP_COMMA,
  GAP_DASH,
  GAP_FILLER,
  GAP_NEWLINE,
  GAP_ODD_SPACE,
  GAP_SLASH,
  GAP_SPACE,
  GAP_WIDE,
} from './gap.ts'
import { canonicalOf, isLandline, LANDLINE, numberKindOf, type Plan } from './plan.ts'
import { digitsOf, ends, gaps, run, starts, values } from './run.ts'

const LIST_GAP = GAP_SPACE | GAP_COMMA | GAP_SLASH | GAP_ODD_SPACE | GAP_NEWLINE

/** The gap before digit `at` is one that separates the numbers of a list; each may have a line, a dash and brackets. */
export function isListGap(text: string, at: number): boolean {
  const gap = gaps[at] ?? 0
  if (gap === GAP_FILLER) return '或和及与'.includes(text.charAt(ends[at - 1] ?? 0))
  const item = (gap & GAP_NEWLINE) === 0 ? 0 : GAP_DASH | GAP_BRACKET
  return gap > 0 && (gap & ~(LIST_GAP | GAP_WIDE | item)) === 0
}

/** Adds the numbers that follow `first` and borrow its area code; returns the index of the digit behind them. */
export function readListed(text: string, { to, plan }: Candidate, first: Found, found: Found[]): number {
  let next = to
  if (!isLandline(plan) || first.extension !== undefined) return next
  const areaLength = first.canonical.charCodeAt(1) <= 0x32 ? 3 : 4
  const length = first.canonical.length - areaLength
  const area = first.canonical.slice(0, areaLength)
  while (isListGap(text, next) && isSubscriber(next, next + length)) {
    const digits = area + digitsOf(text, next, next + length)
    found.push(foundAt(text, starts[next] ?? 0, ends[next + length - 1] ?? 0, LANDLINE, digits, []))
    next += length
  }
  return next
}

/** Digits `from`…`to` are there, begin like a subscriber's, end a piece, and only spaces and hyphens divide them. */
function isSubscriber(from: number, to: number): boolean {
  const begins = values[from] ?? 0
  if (to > run.count || gaps[to] === 0 || begins < 2 || begins > 8) return false
  for (let index = from + 1; index < to; index++) if (((gaps[index] ?? 0) & ~(GAP_SPACE | GAP_DASH)) !== 0) return false
  return true
}

/** The number of `plan`, of these digits, at these offsets, with the extension behind it. */
export function foundAt(
  text: string,
  start: number,
  end: number,
  plan: Plan,
  digits: string,
  disguise: Disguise[],
): Found {
  const canonical = canonicalOf(digits, plan)
  const found: Found = { start, end, raw: text.slice(start, end), canonical, kind: numberKindOf(plan), disguise }
  const extension = readExtension(text, end)
  if (extension !== undefined) found.extension = extension
  return found
}
