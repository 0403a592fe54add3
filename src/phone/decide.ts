/** Decides whether a candidate that fits the numbering plan is a number to call: shape and context against decoy frames. */
import type { Candidate } from './candidate.ts'
import { FORMS } from './char-class.ts'
import { type Context, readContext } from './context.ts'
import { readExtension } from './extension.ts'
import {
  GAP_BRACKET,
  GAP_COLON,
  GAP_COMMA,
  GAP_DASH,
  GAP_DOT,
  GAP_FILLER,
  GAP_INVISIBLE,
  GAP_NEWLINE,
  GAP_ODD_DASH,
  GAP_SCRIPT,
  GAP_SLASH,
  GAP_SPACE,
  GAP_SYMBOL,
  GAP_WIDE,
  GAP_WORD,
} from './gap.ts'
import { isSequence, isSpread } from './grouping.ts'
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
  /** 1, 2, 3, 4, 5. */
  | 'sequence'
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
  if (strong ? context.money && isOneGroup(candidate) : context.unit && !context.announced) return 'quantity'
  if (isNamedOtherwise(candidate, context, strong)) return 'named-otherwise'
  if (isCounting(candidate) && !context.announced && !context.followed) return 'sequence'
  return scoreOf(text, candidate, context, neighbours) >= NEEDED ? undefined : 'no-context'
}

function isCounting({ grouping, plan }: Candidate): boolean {
  return isSpread(grouping) && isSequence(plan.canonical)
}

function isNamedOtherwise(candidate: Candidate, context: Context, strong: boolean): boolean {
  if (strong) return context.firmly && isOneGroup(candidate)
  if (candidate.plan.prefix === 'spoof' || candidate.plan.prefix === 'cc' || candidate.plus) return false
  return context.otherwise
}

function scoreOf(text: string, candidate: Candidate, context: Context, neighbours: Neighbours): number {
  const { plan, cost } = candidate
  const { bits, sizes } = candidate.grouping
  let score = SHAPE[plan.family] - Math.max(0, cost - 2) / 2
  if (plan.family === 'emergency') return context.dialled && bits === 0 ? NEEDED : 0
  score += contextScore(context)
  if (context.amount && isPlain(candidate) && !context.announced && !context.followed) score -= 2
  if (plan.prefix === 'ip' || plan.prefix === 'spoof' || hasCountryCode(candidate)) score += 2
  if (plan.family === 'foreign' && !candidate.plus && sizes[0] !== 1) score -= 2
  if (sizes.length > 1 && !isSpread(candidate.grouping) && (STRONG.has(plan.family) || plan.family === 'area-short'))
    score += 1
  if (!STRONG.has(plan.family) && plan.canonical.endsWith('000')) score -= 1.5
  if (plan.family === 'sender') score += senderScore(plan.canonical, context)
  if ((bits & GAP_FILLER) !== 0) score += context.near > 0 ? 2 : 0
  else if (isStyled(candidate, context.near) || (bits & (GAP_BRACKET | GAP_WORD)) !== 0) score += 2
  else if ((bits & ~(GAP_SPACE | GAP_DASH | GAP_SCRIPT)) !== 0) score += 1
  if (neighbours.listed) score += 2
  score += standing(text, candidate)
  return score
}

/** +86, 0086 or a separate 86; digits that merely begin with 86 prove nothing. */
function hasCountryCode({ plan, plus, run, from, grouping }: Candidate): boolean {
  return plan.prefix === 'cc' && (plus || run.values[from] === 0 || grouping.sizes[0] === 2)
}

function contextScore(context: Context): number {
  const owner = (context.region ? 1 : 0) + (context.organisation ? 1 : 0)
  if (!context.announced && !context.followed) return context.near + owner
  return (context.announced && context.followed ? 3 : 2) + owner
}

function isOneGroup(candidate: Candidate): boolean {
  return candidate.grouping.sizes.length === 1
}

/** One group of ordinary digits. */
function isPlain(candidate: Candidate): boolean {
  return isOneGroup(candidate) && !isStyled(candidate)
}

/** QQ numbers have nine to eleven digits, also those that begin with 106. A message's signature stands behind its sender. */
function senderScore(canonical: string, context: Context): number {
  if (/[到至发]\s?$/.test(context.before)) return 2
  const length = canonical.length >= 9 && canonical.length <= 10 ? 0 : 0.5
  const operator = /^106(?:[56]|9)/.test(canonical) ? 0.5 : 0
  return length + operator + (/^["”'’)）\]】]?\s?(?:【|［|\[[^\]]*码|"?\s?"?\d{2,4}[-/])/.test(context.after) ? 1.5 : 0)
}

/** 0: ordinary writing; 1: a trick where phone words are near; 2: a trick anywhere. */
const FORM_BONUS = FORMS.map((form) =>
  form === 'ascii' || form === 'fullwidth' || form === 'han-digits' ? 0 : form === 'letters' ? 1 : 2,
)

/** Digits or hidden signs that no keyboard gives by itself. Han digits alone are ordinary writing. */
function isStyled(candidate: Candidate, near = 1): boolean {
  const { run, from, to } = candidate
  for (let index = from; index < to; index++) {
    const form = run.forms[index] ?? 0
    if (run.dress[index] !== 0 || (FORM_BONUS[form] ?? 0) > (near > 0 ? 0 : 1)) return true
  }
  return (candidate.grouping.bits & GAP_INVISIBLE) !== 0
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

const TIGHT = GAP_DASH | GAP_ODD_DASH | GAP_DOT | GAP_SLASH | GAP_COLON | GAP_SYMBOL | GAP_COMMA

function isTight(gap: number): boolean {
  return (gap & TIGHT) !== 0 && (gap & (GAP_SPACE | GAP_NEWLINE | GAP_WIDE)) === 0
}

/** Digits stand so close on either side that this is a piece of something longer. */
function isFragment(text: string, candidate: Candidate, free: number, strong: boolean): boolean {
  return isLeftFragment(candidate, free, strong) || isRightFragment(text, candidate, strong)
}

function isLeftFragment(candidate: Candidate, free: number, strong: boolean): boolean {
  const { run, from } = candidate
  if (from <= free || from === 0 || isLetter(run, from - 1)) return false
  const left = run.gaps[from] ?? 0
  if (isTight(left)) return !(strong && opensList(candidate))
  return (left & GAP_SCRIPT) === 0 && sameGapInside(candidate, from)
}

function isRightFragment(text: string, candidate: Candidate, strong: boolean): boolean {
  const { run, to } = candidate
  if (to >= run.count || isLetter(run, to)) return false
  if (readExtension(text, run.ends[to - 1] ?? 0) !== undefined) return false
  const right = run.gaps[to] ?? 0
  if (!isTight(right) || (right & GAP_COMMA) !== 0) return false
  return strong ? (right & (GAP_DOT | GAP_DASH | GAP_COLON)) !== 0 : (right & GAP_SLASH) === 0 || to + 4 >= run.count
}

/** The sign before digit `at` is the one that groups the candidate itself: 0200 0031 0905 4203 874. */
function sameGapInside({ run, from, to, grouping }: Candidate, at: number): boolean {
  for (let index = from + 1; index < to && grouping.sizes.length > 1; index++) {
    if ((run.gaps[index] ?? 0) > 0 && run.gapKeys[index] === run.gapKeys[at]) return true
  }
  return false
}

/** 1.13800138000: one or two digits at the beginning of the run number a list. */
function opensList(candidate: Candidate): boolean {
  const { run, from } = candidate
  return from <= 2 && (from === 1 || run.gaps[1] === 0)
}
