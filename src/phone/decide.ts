/** Decides whether a candidate that fits the numbering plan is a number to call: shape and context against decoy frames. */
import type { Candidate } from './candidate.ts'
import { FULLWIDTH, HAN_DIGITS, LETTERS } from './char-class.ts'
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
import { groupingCost, isSequence, isSpread } from './grouping.ts'
import { isInsideToken } from './inside-token.ts'
import {
  AREA_SHORT,
  CODE_95,
  COUNTRY_CODE,
  EMERGENCY,
  FOREIGN,
  familyOf,
  IP_PREFIX,
  isStrong,
  NO_PREFIX,
  prefixOf,
  SENDER,
  SPOOFED_PLUS,
} from './plan.ts'
import { dress, forms, run, values } from './run.ts'

/** Why a candidate was not accepted, 0 for accepted. The words for it are in find-explained.ts: the content script needs none. */
export type Reason = number

const ACCEPTED = 0
const FRAGMENT = 1
const INSIDE_TOKEN = 2
const PATTERN = 3
const QUANTITY = 4
const NAMED_OTHERWISE = 5
const SEQUENCE = 6
export const NO_CONTEXT = 7

/** How much the shape of each family says by itself, in the order of the families; `NEEDED` is enough. */
const SHAPE = [0, 4, 4, 4, 3.5, 2, 2.5, 0, 1.5, 0, 0, 0, 2, 0, 1, 1, 0, 0, 0.5]
const NEEDED = 2
/** What a phone word directly before a number adds: enough for most, and then nothing else need be asked. */
const ANNOUNCED = 2
/** Unless announced, 10000 and 95000 are amounts before they are numbers. */
const ROUND = 1.5

/**
 * Is it a number to call? `free`: first digit of the run that no accepted number has used. `listed`: an accepted number stands
 * directly before, only list signs between.
 */
export function judgeCandidate(text: string, candidate: Candidate, free: number, listed: boolean): Reason {
  const { plan, start, end } = candidate
  if (isFragment(text, candidate, free)) return FRAGMENT
  const context = readContext(text, start, end)
  if (isInsideToken(text, candidate, context, listed)) return INSIDE_TOKEN
  if (isPattern(context, isStrong(plan))) return PATTERN
  if (isStrong(plan)) {
    if (candidate.groups === 1) {
      if (hasUnit(context, true)) return QUANTITY
      if (isNamedOtherwise(context, true)) return NAMED_OTHERWISE
    }
  } else {
    if (hasUnit(context, false) && !isAnnounced(context)) return QUANTITY
    if (!hasPrefix(candidate) && !listed && isNamedOtherwise(context, false) && !isDressed(candidate, context))
      return NAMED_OTHERWISE
  }
  if ((isSpread(candidate) || !run.plain) && isSequence(candidate) && !isCalled(context)) return SEQUENCE
  return scoreOf(text, candidate, context, listed) >= NEEDED ? ACCEPTED : NO_CONTEXT
}

function hasPrefix({ plan, plus }: Candidate): boolean {
  return plus || prefixOf(plan) > NO_PREFIX
}

/** Accounts of five digits are long gone: who dresses up 95588 behind 群 or QQ means the code. */
function isDressed(candidate: Candidate, context: Context): boolean {
  return familyOf(candidate.plan) === CODE_95 && trickScore(candidate, context) > 1
}

function scoreOf(text: string, candidate: Candidate, context: Context, listed: boolean): number {
  const { plan, bits } = candidate
  const family = familyOf(plan)
  if (family === EMERGENCY) return isDialled(context) && bits === 0 ? NEEDED : 0
  if (isReckoned(text, candidate) && callsNear(context) === 0) return 0
  const shape = (SHAPE[family] ?? 0) - Math.max(0, groupingCost(candidate) - 2) / 2 + shapeScore(candidate)
  if (shape >= NEEDED && isStrong(plan)) return shape
  if (shape + ANNOUNCED >= NEEDED && isAnnounced(context)) return shape + ANNOUNCED
  let score = shape + callScore(context) + trickScore(candidate, context)
  if (!isStrong(plan) && isRound(candidate) && !isAnnounced(context)) score -= ROUND
  if (family === SENDER) score += senderScore(candidate, context)
  if (listed) score += 2
  return score < NEEDED ? score + standing(text, candidate) : score
}

/** 满100减50: 减 is also said for a dash, but two amounts make no short code. 18年10月1日8时20分30秒 is no mobile. */
function isReckoned(text: string, { plan, groups, bits, start, end }: Candidate): boolean {
  if ((bits & (GAP_WORD | GAP_FILLER)) === 0 || (groups === 2 && isStrong(plan))) return false
  return (groups === 2 ? /\d减\d/ : /[年月时]\d+[月日分]/).test(text.slice(start, end))
}

function isRound({ to }: Candidate): boolean {
  return values[to - 1] === 0 && values[to - 2] === 0 && values[to - 3] === 0
}

/** Prefix and grouping: what the number itself shows beyond its family. */
function shapeScore(candidate: Candidate): number {
  const { plan, groups } = candidate
  const prefix = prefixOf(plan)
  let score = prefix === IP_PREFIX || prefix === SPOOFED_PLUS || hasCountryCode(candidate) ? 2 : 0
  const family = familyOf(plan)
  if (family === FOREIGN && !candidate.plus && candidate.first !== 1) score -= 2
  const grouped = groups > 1 && !isSpread(candidate)
  return grouped && (isStrong(plan) || family === AREA_SHORT) ? score + 1 : score
}

/** Nobody dresses up an amount. */
function trickScore(candidate: Candidate, context: Context): number {
  const { bits, from, to } = candidate
  if ((bits & GAP_FILLER) !== 0) return callsNear(context) > 0 ? 2 : 0
  if ((bits & (GAP_BRACKET | GAP_WORD)) !== 0 || isStyled(candidate, context)) return 2
  // Plain signs behind every digit, unless it is one of many in a table.
  if (isSpread(candidate) && to - from === run.count) return 1
  return (bits & ~(GAP_SPACE | GAP_DASH | GAP_SCRIPT)) !== 0 ? 1 : 0
}

/** +86, 0086 or a separate 86; digits that merely begin with 86 prove nothing. */
function hasCountryCode({ plan, plus, from, first }: Candidate): boolean {
  return prefixOf(plan) === COUNTRY_CODE && (plus || values[from] === 0 || first === 2)
}

/** QQ numbers have nine to eleven digits, also those that begin with 106. A message's signature stands behind its sender. */
function senderScore({ from, to }: Candidate, context: Context): number {
  if (/(?:[到至发]|来自|[人口][:：])\s?$/.test(wordsBefore(context))) return 2
  const length = to - from === 9 || to - from === 10 ? 0 : 0.5
  const operator = [5, 6, 9].includes(values[from + 3] ?? 0) ? 0.5 : 0
  const signed = /^["”'’)）\]】]?\s?(?:【|［|\[[^\]]*码|"?\s?"?\d{2,4}[-/])/.test(wordsAfter(context))
  return length + operator + (signed ? 1.5 : 0)
}

/** Digits or hidden signs that no keyboard gives by itself. Letters are a trick only where phone words are near; Han digits are none. */
function isStyled({ from, to, bits }: Candidate, context: Context): boolean {
  for (let index = from; index < to; index++) {
    const form = forms[index] ?? 0
    if (dress[index] !== 0) return true
    if (form > FULLWIDTH && form !== HAN_DIGITS && (form !== LETTERS || callsNear(context) > 0)) return true
  }
  return (bits & GAP_INVISIBLE) !== 0
}

/** Nothing else is on its line but punctuation and [emotes]; or it opens the line and is set off. */
function standing(text: string, { start, end }: Candidate): number {
  if (start > 0 && !/(?:^|\n)\s{0,2}$/.test(text.slice(Math.max(0, start - 3), start))) return 0
  const after = text.slice(end, end + 4)
  if (/^\s{0,2}(?:$|\n|\[|[.。!！?？]\s*$)/.test(after)) return 1.5
  return /^[\s，,！!：:]+[一-龥【]/.test(after) ? 1 : 0
}
