/** Decides whether a candidate that fits the numbering plan is a number to call: shape and context against decoy frames. */
import type { Candidate } from './candidate.ts'
import { type Context, readContext } from './context.ts'
import { readExtension } from './extension.ts'
import { GAP } from './gap.ts'
import { isInsideToken } from './inside-token.ts'
import type { Family } from './numbering-plan.ts'
import { isLetter } from './run.ts'

/** Why a candidate was not accepted. */
export type Reason =
  /** Part of a longer row of digits. */
  | 'fragment'
  /** Inside an address, a handle, a file name or an identifier. */
  | 'inside-token'
  /** A pattern or prefix is shown (95开头, 955XX). */
  | 'pattern'
  /** Followed by a unit or currency. */
  | 'quantity'
  /** Announced as an account, order, code or the like. */
  | 'named-otherwise'
  /** Its shape alone proves nothing and no word around it speaks of calling. */
  | 'no-context'

/** How much each family's shape says by itself; `NEEDED` is enough. */
const SHAPE: Record<Family, number> = {
  mobile: 4,
  service: 4,
  landline: 3.5,
  'landline-odd-area': 2,
  'area-short': 1.5,
  sender: 0,
  foreign: 2.5,
  'foreign-bare': 0,
  emergency: 0,
  carrier: 0,
  'carrier-main': 2,
  public: 0,
  government: 1,
  '95': 1,
  '95-long': 0,
  '96': 0,
  '1010': 0.5,
}
const NEEDED = 2

const STRONG: ReadonlySet<Family> = new Set(['mobile', 'service', 'landline', 'landline-odd-area', 'foreign'])

/** What the numbers before a candidate in the same run tell about it. */
export interface Neighbours {
  /** First digit of the run that no accepted number has used. */
  free: number
  /** An accepted number stands directly before, only list signs between. */
  listed: boolean
}

/** Undefined: accept. */
export function judgeCandidate(text: string, candidate: Candidate, neighbours: Neighbours): Reason | undefined {
  const strong = STRONG.has(candidate.plan.family)
  const end = candidate.run.ends[candidate.to - 1] ?? 0
  if (isFragment(text, candidate, neighbours.free, strong)) return 'fragment'
  const context = readContext(text, candidate.start, end)
  if (isInsideToken(candidate, context, strong)) return 'inside-token'
  if (context.pattern) return 'pattern'
  if (strong ? context.money && candidate.gapCount === 0 : context.unit && !context.announced) return 'quantity'
  if (isNamedOtherwise(candidate, context, strong)) return 'named-otherwise'
  return scoreOf(text, candidate, context, neighbours) >= NEEDED ? undefined : 'no-context'
}

function isNamedOtherwise(candidate: Candidate, context: Context, strong: boolean): boolean {
  if (strong) return context.firmly && candidate.gapCount === 0
  if (candidate.plan.prefix === 'spoof' || candidate.plan.prefix === 'cc' || candidate.plus) return false
  return context.otherwise
}

function scoreOf(text: string, candidate: Candidate, context: Context, neighbours: Neighbours): number {
  const { plan, bits, gapCount, cost } = candidate
  let score = SHAPE[plan.family] - Math.max(0, cost - 2) / 2
  if (plan.family === 'emergency') return context.dialled && bits === 0 ? NEEDED : 0
  score += contextScore(context)
  if (context.amount && isPlain(candidate) && !context.announced && !context.followed) score -= 2
  if (plan.prefix === 'ip' || plan.prefix === 'cc' || plan.prefix === 'spoof') score += 2
  if (plan.family === 'foreign' && !candidate.plus && candidate.groups[0] !== 1) score -= 2
  if (gapCount > 0 && !candidate.spread && (STRONG.has(plan.family) || plan.family === 'area-short')) score += 1
  if (!STRONG.has(plan.family) && plan.canonical.endsWith('000')) score -= 1.5
  if (plan.family === 'sender') score += senderScore(plan.canonical, context)
  if ((bits & GAP.filler) !== 0) score += context.near > 0 ? 2 : 0
  else if (isStyled(candidate) || (bits & (GAP.bracket | GAP.word)) !== 0) score += 2
  else if ((bits & ~(GAP.space | GAP.dash | GAP.script)) !== 0) score += 1
  if (neighbours.listed) score += 2
  score += standing(text, candidate)
  return score
}

function contextScore(context: Context): number {
  const owner = (context.region ? 1 : 0) + (context.organisation ? 1 : 0)
  if (!context.announced && !context.followed) return context.near + owner
  return (context.announced && context.followed ? 3 : 2) + owner
}

/** One group of ASCII digits. */
function isPlain(candidate: Candidate): boolean {
  return candidate.gapCount === 0 && !isStyled(candidate)
}

/** QQ numbers have nine to eleven digits, also those that begin with 106. A message's signature stands behind its sender. */
function senderScore(canonical: string, context: Context): number {
  if (/[到至发]\s?$/.test(context.before)) return 2
  const length = canonical.length >= 9 && canonical.length <= 10 ? 0 : 0.5
  const operator = /^106(?:[56]|9)/.test(canonical) ? 0.5 : 0
  return length + operator + (/^["”'’)）\]】]?\s?(?:【|［|\[[^\]]*码|"?\s?"?\d{2,4}[-/])/.test(context.after) ? 1.5 : 0)
}

/** Digits or hidden signs that no keyboard gives by itself. Han digits alone are ordinary writing. */
function isStyled(candidate: Candidate): boolean {
  const { run, from, to } = candidate
  for (let index = from; index < to; index++) {
    const form = run.forms[index] ?? 0
    if ((form >= 2 && form !== 8) || run.dress[index] !== 0) return true
  }
  return (candidate.bits & GAP.invisible) !== 0
}

/** Nothing else is on its line but punctuation and [emotes]; or it opens the line and a space follows. */
function standing(text: string, candidate: Candidate): number {
  const end = candidate.run.ends[candidate.to - 1] ?? 0
  if (!/(?:^|\n)\s{0,2}$/.test(text.slice(Math.max(0, candidate.start - 3), candidate.start)) && candidate.start > 0)
    return 0
  const after = text.slice(end, end + 4)
  if (/^\s{0,2}(?:$|\n|\[|[.。!！?？]\s*$)/.test(after)) return 1.5
  return /^\s/.test(after) ? 1 : 0
}

const TIGHT = GAP.dash | GAP.oddDash | GAP.dot | GAP.slash | GAP.colon | GAP.symbol | GAP.comma

function isTight(gap: number): boolean {
  return (gap & TIGHT) !== 0 && (gap & (GAP.space | GAP.newline | GAP.wide)) === 0
}

/** Digits stand so close on either side that this is a piece of something longer. */
function isFragment(text: string, candidate: Candidate, free: number, strong: boolean): boolean {
  return isLeftFragment(text, candidate, free, strong) || isRightFragment(text, candidate, strong)
}

function isLeftFragment(text: string, candidate: Candidate, free: number, strong: boolean): boolean {
  const { run, from } = candidate
  if (from <= free || from === 0 || isLetter(run, from - 1)) return false
  const left = run.gaps[from] ?? 0
  if (isTight(left)) return !(strong && groupBefore(candidate) <= 2)
  return (left & GAP.script) === 0 && sameGapInside(text, candidate, from)
}

function isRightFragment(text: string, candidate: Candidate, strong: boolean): boolean {
  const { run, to } = candidate
  if (to >= run.values.length || isLetter(run, to)) return false
  if (readExtension(text, run.ends[to - 1] ?? 0) !== undefined) return false
  const right = run.gaps[to] ?? 0
  if (!isTight(right) || (right & GAP.comma) !== 0) return false
  return strong
    ? (right & (GAP.dot | GAP.dash | GAP.colon)) !== 0
    : (right & GAP.slash) === 0 || run.gaps[to + 4] === undefined
}

/** The sign before digit `at` is the one that groups the candidate itself: 0200 0031 0905 4203 874. */
function sameGapInside(text: string, candidate: Candidate, at: number): boolean {
  const { run, from, to, gapCount } = candidate
  if (gapCount === 0) return false
  const edge = text.slice(run.ends[at - 1] ?? 0, run.starts[at] ?? 0)
  for (let index = from + 1; index < to; index++) {
    if (run.gaps[index] !== 0 && text.slice(run.ends[index - 1] ?? 0, run.starts[index] ?? 0) === edge) return true
  }
  return false
}

function groupBefore(candidate: Candidate): number {
  let index = candidate.from - 1
  while (index > 0 && candidate.run.gaps[index] === 0) index--
  return candidate.from - index
}
