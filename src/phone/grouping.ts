/** Could a writer have grouped one number like this? What tells 138-0013-8000 from dates, versions, addresses and lists. */
import {
  GAP_BRACKET,
  GAP_COLON,
  GAP_COMMA,
  GAP_DOT,
  GAP_FILLER,
  GAP_INVISIBLE,
  GAP_NEWLINE,
  GAP_ODD_SPACE,
  GAP_SLASH,
  GAP_SPACE,
  GAP_SYMBOL,
  GAP_WIDE,
  PLAIN_GAP,
} from './gap.ts'
import type { PlanMatch } from './numbering-plan.ts'

/** How the digits of a reading are divided. Hidden characters and changes of writing divide nothing. */
export interface Grouping {
  /** Digits per group. */
  sizes: number[]
  /** Union of the gaps' ingredients, hidden ones included. */
  bits: number
  /** Ingredients that every gap has. */
  common: number
  /** Key of the gap that all gaps look like; undefined when they differ. */
  sameGap: number | undefined
}

/** Signs that also join dates, versions, decimals, ranges and lists: between groups of one number they must be alike. */
const UNIFORM = GAP_DOT | GAP_COMMA | GAP_SLASH | GAP_COLON | GAP_SYMBOL
const LISTING = GAP_COMMA | GAP_SLASH | GAP_COLON

/** A gap behind every digit. */
export function isSpread(grouping: Grouping): boolean {
  return grouping.sizes.length >= 4 && grouping.sizes.every((size) => size === 1)
}

/** The same gap everywhere, or at least a space: 1 3 8 - 0 0 1 3 - 8 0 0 0. A list has a space behind its commas. */
function isEvenSpread({ sameGap, bits, common }: Grouping): boolean {
  if (sameGap === undefined) return (bits & ~GOOD_FAITH) === 0 && (common & GAP_SPACE) !== 0
  return (bits & LISTING) === 0 || (bits & GAP_SPACE) === 0
}

/** True when the groups can be one number of this plan. */
export function isPlausible(plan: PlanMatch, grouping: Grouping): boolean {
  const { sizes, bits } = grouping
  if (sizes.length === 1) return true
  if ((bits & GAP_FILLER) !== 0) return isFilled(grouping)
  if (isSpread(grouping)) return isEvenSpread(grouping)
  if ((bits & UNIFORM) !== 0 && grouping.sameGap === undefined) return false
  if ((bits & GAP_WIDE) !== 0 && (bits & ~(GAP_WIDE | GAP_SPACE | GAP_ODD_SPACE)) !== 0 && sizes.length < 4)
    return false
  if (isBareShort(plan)) return sizes.length === 2 && (bits & (GAP_DOT | LISTING)) === 0
  if (plan.prefix === 'spoof') return false
  if (plan.kind === 'foreign' && (bits & GAP_SYMBOL) !== 0 && sizes.length < 3) return false
  if (plan.kind === 'sender-id' || plan.family === 'foreign-bare') return false
  return hasPhoneSizes(plan, sizes) && !isAddress(plan, grouping)
}

/** A foreign character behind nearly every digit: 1花3下8…, also behind every second one. */
function isFilled({ sizes, bits }: Grouping): boolean {
  return sizes.length >= 3 && sizes.every((size) => size <= 2) && (bits & LISTING) === 0
}

/** A short code with nothing in front. Behind a whole one, digits in another group are not its: 95588 24小时. */
export function isBareShort(plan: PlanMatch): boolean {
  return plan.kind === 'short-code' && plan.family !== 'area-short' && plan.prefix === 'none'
}

/** 1, 2, 3, 4, 5 counts. */
export function isSequence(digits: string): boolean {
  const step = digits.charCodeAt(1) - digits.charCodeAt(0)
  for (let index = 2; index < digits.length; index++) {
    if (digits.charCodeAt(index) - digits.charCodeAt(index - 1) !== step) return false
  }
  return true
}

/** Two to six groups of at least two digits; a single one only leads (1-800-…) or ends (13 80 01 38 00 0). */
function hasPhoneSizes(plan: PlanMatch, sizes: number[]): boolean {
  if (sizes.length > 7) return false
  const last = sizes.length - 1
  for (let index = 0; index <= last; index++) {
    if (sizes[index] !== 1) continue
    const leads = index === 0 && plan.kind === 'foreign'
    const ends = index === last && index > 1 && sizes.slice(0, -1).every((size) => size === sizes[0])
    if (!leads && !ends && plan.kind !== 'foreign') return false
  }
  return plan.family !== 'foreign' || plan.canonical.startsWith('+1') || (sizes[0] ?? 0) <= 5
}

/** 192.30.253.113 and 15.228.383.923; 13423.065466, though 0755.83123456; lists of bytes and coordinates. */
function isAddress(plan: PlanMatch, { sizes, bits }: Grouping): boolean {
  if ((bits & LISTING) !== 0 && !(bits === GAP_SLASH && plan.kind === 'landline'))
    return (bits & (GAP_SPACE | GAP_BRACKET)) !== 0 || sizes.length !== 3 || sizes.some((size) => size < 3)
  if ((bits & GAP_DOT) === 0) return false
  return sizes.length === 2 ? plan.kind !== 'landline' : sizes.length >= 4 && sizes.every((size) => size <= 3)
}

const GOOD_FAITH = PLAIN_GAP | GAP_INVISIBLE | GAP_WIDE

/** What the signs between the groups cost; 0 for digits in one piece. */
export function groupingCost({ sizes, bits, sameGap }: Grouping): number {
  if (sizes.length === 1) return 0
  if ((bits & GAP_FILLER) !== 0) return 1.5
  const odd = (bits & ~GOOD_FAITH) !== 0 ? 1 : 0
  const far = (bits & (GAP_NEWLINE | GAP_WIDE)) !== 0 ? 1 : 0
  return 0.5 + odd + far + (sameGap === undefined ? 0.5 : 0)
}
