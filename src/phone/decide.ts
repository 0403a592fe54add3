/** Decides whether a candidate that fits the numbering plan is a number to call: shape and context against decoy frames. */
import type { Candidate } from './candidate.ts'
import { FORMS } from './char-class.ts'
import {
  type Context,
  callScore,
  callsNear,
  hasUnit,
  isAnnounced,
  isCalled,
  isDialled,
  isNamedOtherwise,
  isPattern,
  readContext,
  wordsAfter,
  wordsBefore,
} from './context.ts'
import { isFragment } from './fragment.ts'
import { GAP_BRACKET, GAP_DASH, GAP_FILLER, GAP_INVISIBLE, GAP_SCRIPT, GAP_SPACE, GAP_WORD } from './gap.ts'
import { isSequence, isSpread } from './grouping.ts'
import { isInsideToken } from './inside-token.ts'
import type { Family } from './numbering-plan.ts'

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
/** What a phone word directly before a number adds: enough for most, and then nothing else need be asked. */
const ANNOUNCED = 2
/** Unless announced, 10000 and 95000 are amounts before they are numbers. */
const ROUND = 1.5

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
  if (isFragment(text, candidate, neighbours.free, strong)) return 'fragment'
  const context = readContext(text, candidate.start, candidate.end)
  if (isInsideToken(text, candidate, context, strong, neighbours.listed)) return 'inside-token'
  if (isPattern(context)) return 'pattern'
  const whole = isOneGroup(candidate)
  if (strong ? whole && hasUnit(context, true) : hasUnit(context, false) && !isAnnounced(context)) return 'quantity'
  const bare = !hasPrefix(candidate) && !neighbours.listed
  if (strong ? whole && isNamedOtherwise(context, true) : bare && isNamedOtherwise(context, false))
    return 'named-otherwise'
  if (isSpread(candidate.grouping) && isSequence(candidate.plan.canonical) && !isCalled(context)) return 'sequence'
  return scoreOf(text, candidate, context, neighbours) >= NEEDED ? undefined : 'no-context'
}

function hasPrefix({ plan, plus }: Candidate): boolean {
  return plus || plan.prefix === 'spoof' || plan.prefix === 'cc'
}

function scoreOf(text: string, candidate: Candidate, context: Context, neighbours: Neighbours): number {
  const { plan, cost, grouping } = candidate
  if (plan.family === 'emergency') return isDialled(context) && grouping.bits === 0 ? NEEDED : 0
  const shape = SHAPE[plan.family] - Math.max(0, cost - 2) / 2 + shapeScore(candidate)
  if (shape >= NEEDED && STRONG.has(plan.family)) return shape
  if (shape + ANNOUNCED >= NEEDED && isAnnounced(context)) return shape + ANNOUNCED
  let score = shape + callScore(context) + trickScore(candidate, context)
  if (!STRONG.has(plan.family) && plan.canonical.endsWith('000') && !isAnnounced(context)) score -= ROUND
  if (plan.family === 'sender') score += senderScore(plan.canonical, context)
  if (neighbours.listed) score += 2
  return score < NEEDED ? score + standing(text, candidate) : score
}

/** Prefix and grouping: what the number itself shows beyond its family. */
function shapeScore(candidate: Candidate): number {
  const { plan, grouping } = candidate
  let score = plan.prefix === 'ip' || plan.prefix === 'spoof' || hasCountryCode(candidate) ? 2 : 0
  if (plan.family === 'foreign' && !candidate.plus && grouping.sizes[0] !== 1) score -= 2
  const grouped = !isOneGroup(candidate) && !isSpread(grouping)
  return grouped && (STRONG.has(plan.family) || plan.family === 'area-short') ? score + 1 : score
}

/** Nobody dresses up an amount. */
function trickScore(candidate: Candidate, context: Context): number {
  const { bits } = candidate.grouping
  if ((bits & GAP_FILLER) !== 0) return callsNear(context) > 0 ? 2 : 0
  if ((bits & (GAP_BRACKET | GAP_WORD)) !== 0 || isStyled(candidate, context)) return 2
  return (bits & ~(GAP_SPACE | GAP_DASH | GAP_SCRIPT)) !== 0 ? 1 : 0
}

/** +86, 0086 or a separate 86; digits that merely begin with 86 prove nothing. */
function hasCountryCode({ plan, plus, run, from, grouping }: Candidate): boolean {
  return plan.prefix === 'cc' && (plus || run.values[from] === 0 || grouping.sizes[0] === 2)
}

function isOneGroup(candidate: Candidate): boolean {
  return candidate.grouping.sizes.length === 1
}

/** QQ numbers have nine to eleven digits, also those that begin with 106. A message's signature stands behind its sender. */
function senderScore(canonical: string, context: Context): number {
  if (/(?:[到至发]|来自|[人口][:：])\s?$/.test(wordsBefore(context))) return 2
  const length = canonical.length >= 9 && canonical.length <= 10 ? 0 : 0.5
  const operator = /^106(?:[56]|9)/.test(canonical) ? 0.5 : 0
  return (
    length +
    operator +
    (/^["”'’)）\]】]?\s?(?:【|［|\[[^\]]*码|"?\s?"?\d{2,4}[-/])/.test(wordsAfter(context)) ? 1.5 : 0)
  )
}

/** 0: ordinary writing; 1: a trick where phone words are near; 2: a trick anywhere. */
const FORM_BONUS = FORMS.map((form) =>
  form === 'ascii' || form === 'fullwidth' || form === 'han-digits' ? 0 : form === 'letters' ? 1 : 2,
)

/** Digits or hidden signs that no keyboard gives by itself. Han digits alone are ordinary writing. */
function isStyled(candidate: Candidate, context: Context): boolean {
  const { run, from, to } = candidate
  for (let index = from; index < to; index++) {
    const form = run.forms[index] ?? 0
    if (run.dress[index] !== 0 || FORM_BONUS[form] === 2) return true
    if (FORM_BONUS[form] === 1 && callsNear(context) > 0) return true
  }
  return (candidate.grouping.bits & GAP_INVISIBLE) !== 0
}

/** Nothing else is on its line but punctuation and [emotes]; or it opens the line and is set off. */
function standing(text: string, candidate: Candidate): number {
  const { start, end } = candidate
  if (start > 0 && !/(?:^|\n)\s{0,2}$/.test(text.slice(Math.max(0, start - 3), start))) return 0
  const after = text.slice(end, end + 4)
  if (/^\s{0,2}(?:$|\n|\[|[.。!！?？]\s*$)/.test(after)) return 1.5
  return /^[\s，,！!：:]/.test(after) ? 1 : 0
}
