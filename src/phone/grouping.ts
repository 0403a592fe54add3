/** Could a writer have grouped one number like this? What tells 138-0013-8000 from dates, versions, addresses and lists. */
import type { Candidate } from './candidate.ts'
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
  GAP_WORD,
  PLAIN_GAP,
} from './gap.ts'
import {
  EMERGENCY,
  FOREIGN,
  FOREIGN_BARE,
  familyOf,
  isLandline,
  MOBILE,
  NO_PREFIX,
  type Plan,
  prefixOf,
  SENDER,
  SPOOFED_PLUS,
  strippedOf,
} from './plan.ts'
import { values } from './run.ts'

/** Signs that also join dates, versions, decimals, ranges and lists: between groups of one number they must be alike. */
const UNIFORM = GAP_DOT | GAP_COMMA | GAP_SLASH | GAP_COLON | GAP_SYMBOL
const LISTING = GAP_COMMA | GAP_SLASH | GAP_COLON

/** 1-800-555-0100, whatever the signs between. */
export function isNorthAmerican({ groups, first, second, most }: Candidate): boolean {
  return groups === 4 && first === 1 && second === 3 && most === 4
}

/** A gap behind every digit. */
export function isSpread({ groups, most }: Candidate): boolean {
  return groups >= 4 && most === 1
}

/** The same gap everywhere, or at least a space: 1 3 8 - 0 0 1 3 - 8 0 0 0. A list has a space behind its commas. */
function isEvenSpread({ even, bits, common }: Candidate): boolean {
  if (!even) return (bits & ~GOOD_FAITH) === 0 && (common & GAP_SPACE) !== 0
  return (bits & LISTING) === 0 || (bits & GAP_SPACE) === 0
}

/** True when the groups can be one number of its plan. */
export function isPlausible(candidate: Candidate): boolean {
  const { plan, plus, groups, bits, even } = candidate
  const family = familyOf(plan)
  if (groups === 1) return true
  if ((bits & GAP_FILLER) !== 0) return isFilled(candidate)
  if (isSpread(candidate)) return isEvenSpread(candidate)
  if ((bits & UNIFORM) !== 0 && !even) return family === FOREIGN && isNorthAmerican(candidate)
  if ((bits & GAP_WIDE) !== 0 && (bits & ~(GAP_WIDE | GAP_SPACE | GAP_ODD_SPACE)) !== 0 && groups < 4) return false
  if (isBareShort(plan)) return groups === 2 && (bits & (GAP_DOT | LISTING)) === 0
  if (prefixOf(plan) === SPOOFED_PLUS || family === SENDER || family === FOREIGN_BARE) return false
  if (family === FOREIGN && !plus && (bits & GAP_SYMBOL) !== 0 && groups < 3) return false
  return hasPhoneSizes(candidate) && !isAddress(candidate)
}

/** A foreign character behind most digits: 1花38下00去… */
function isFilled({ from, to, groups, most, bits, common }: Candidate): boolean {
  return (
    groups >= 3 &&
    most <= 3 &&
    2 * groups >= to - from &&
    (common & (GAP_FILLER | GAP_WORD)) !== 0 &&
    (bits & LISTING) === 0
  )
}

/** A short code with nothing in front. Behind a whole one, digits in another group are not its: 95588 24小时. */
export function isBareShort(plan: Plan): boolean {
  return familyOf(plan) >= EMERGENCY && prefixOf(plan) === NO_PREFIX
}

/** 1, 2, 3, 4, 5 counts. */
export function isSequence({ from, to }: Candidate): boolean {
  const step = (values[from + 1] ?? 0) - (values[from] ?? 0)
  for (let index = from + 2; index < to; index++) {
    if ((values[index] ?? 0) - (values[index - 1] ?? 0) !== step) return false
  }
  return true
}

/**
 * Two to six groups of at least two digits; a single one only leads (1-800-…) or ends (13 80 01 38 00 0). The many small
 * groups of a path (15 12-41 19-25 7) are no mobile, those of a lottery (05 08 27 25 29 30) no landline.
 */
function hasPhoneSizes({ plan, groups, first, least, most, regular, from, even }: Candidate): boolean {
  if (
    groups > 7 ||
    (most < 3 && isLandline(plan)) ||
    (!even && groups > 3 && familyOf(plan) === MOBILE && prefixOf(plan) === NO_PREFIX)
  )
    return false
  if (familyOf(plan) === FOREIGN) return first <= 5 || values[from + strippedOf(plan)] === 1
  return least > 1 || (groups > 2 && first > 1 && regular)
}

/** 192.30.253.113 and 15.228.383.923; 13423.065466, though 0755.83123456 and +86.1062063646; lists of bytes and coordinates. */
function isAddress({ plan, plus, groups, least, most, bits }: Candidate): boolean {
  if ((bits & LISTING) !== 0 && !(bits === GAP_SLASH && isLandline(plan)))
    return (bits & (GAP_SPACE | GAP_BRACKET)) !== 0 || groups !== 3 || least < 3
  if ((bits & GAP_DOT) === 0) return false
  return groups === 2 ? !isLandline(plan) && !plus : groups >= 4 && most <= 3
}

const GOOD_FAITH = PLAIN_GAP | GAP_INVISIBLE | GAP_WIDE

/** What the signs between the groups and letters in place of digits cost; 0 for digits in one piece. */
export function groupingCost({ groups, bits, even, letters }: Candidate): number {
  if (groups === 1) return letters / 4
  if ((bits & GAP_FILLER) !== 0) return 1.5 + letters / 4
  const odd = (bits & ~GOOD_FAITH) !== 0 ? 1 : 0
  const far = (bits & (GAP_NEWLINE | GAP_WIDE)) !== 0 ? 1 : 0
  return 0.5 + odd + far + (even ? 0 : 0.5) + letters / 4
}
