/** Reads candidate numbers out of a run: which neighbouring groups of digits make one number of the plan. */
import { type Candidate, makeCandidate } from './candidate.ts'
import { KIND_NEWLINE, KIND_OTHER, KIND_WEAK, kindOf, UNIT_CLASS } from './char-class.ts'
import { GAP_DASH, GAP_FILLER, GAP_SCRIPT } from './gap.ts'
import { groupingCost, isBareShort, isNorthAmerican, isPlausible } from './grouping.ts'
import { MAX_DIGITS, matchPlan } from './numbering-plan.ts'
import { ends, forms, gaps, isHanForm, pieces, run, starts, values } from './run.ts'

/** The best reading that begins at digit `from`, or undefined. */
export function readCandidate(text: string, from: number): Candidate | undefined {
  const { count } = run
  if (count - from < 3) return undefined
  const plusAt = findPlus(text, from)
  const most = longestFrom(from, plusAt >= 0)
  let best: Candidate | undefined
  let leastCost = 0
  let scripts = 0
  for (let next = from; next < count; ) {
    if (next > from && gaps[next] === GAP_SCRIPT) scripts++
    next = pieces[next] ?? count
    const length = next - from
    if (length > most) break
    if (length < 3 || hasLoneHanEdge(from, next, scripts)) continue
    const plan = matchPlan(values, from, length, plusAt >= 0 || looksNorthAmerican(from, next))
    if (plan === 0) continue
    const candidate = makeCandidate(from, next, plan, plusAt)
    if (!isPlausible(candidate)) continue
    if (best?.groups === 1 && isBareShort(plan) && !isLongCode(candidate)) continue
    const cost = groupingCost(candidate) - length / 2
    if (best && cost >= leastCost) continue
    best = candidate
    leastCost = cost
  }
  return best
}

/** 95558-1101 is a line of its own; 95511-2 is a menu key, and 95588 24小时 opening hours. */
function isLongCode({ groups, first, second, bits }: Candidate): boolean {
  return groups === 1 || (bits === GAP_DASH && first === 5 && second === 4)
}

/** How many digits a number that begins like this can have; 0: none begins like this. */
function longestFrom(from: number, plus: boolean): number {
  if (plus) return MAX_DIGITS
  const a = values[from] ?? 0
  const b = values[from + 1] ?? 0
  const c = values[from + 2] ?? 0
  if (a === 0) return longestFromZero(b, c)
  if (a === 1) return longestFromOne(b, c)
  if ((a === 4 || a === 8) && b === 0 && c === 0) return 10
  if (a === 8 && b === 6) return MAX_DIGITS
  if (a === 9 && (b === 5 || b === 6)) return 9
  return isLongGroup(from) ? BARE_FOREIGN : 0
}

const BARE_FOREIGN = 13

/** 00 and a country code, 010, 013…019 before a mobile, other area codes, which may stand before a 400 number. */
function longestFromZero(b: number, c: number): number {
  if (b === 0) return c === 0 ? 0 : MAX_DIGITS
  return b === 1 && (c === 1 || c === 2) ? 0 : 14
}

/** 17909…, 12593… and 10193… lead to a whole number, 106 to a sender id; the rest are mobiles and short codes. */
function longestFromOne(b: number, c: number): number {
  if ((b === 7 && c === 9) || (b === 2 && c === 5) || (b === 0 && c === 1)) return MAX_DIGITS
  if (b === 0) return c === 6 ? 20 : 7
  return b >= 3 ? 11 : 6
}

/** Eleven to thirteen digits in one piece: a foreign number may have lost its +. */
function isLongGroup(from: number): boolean {
  const length = (pieces[from] ?? 0) - from
  return length >= 11 && length <= BARE_FOREIGN
}

/**
 * One Han digit at the edge of a number in another writing is a word of the sentence: 周一13800138000, 95588二楼,
 * 9人5来5去8问一下. A zero in front is none.
 */
function hasLoneHanEdge(from: number, next: number, scripts: number): boolean {
  const gap = gaps[next - 1]
  const last = isHan(next - 1)
  if (isHan(from)) return !last && scripts === 1 && gaps[from + 1] === GAP_SCRIPT && values[from] !== 0
  return last && (gap === GAP_SCRIPT ? scripts === 1 : gap === GAP_FILLER && !isHan(next - 2))
}

function isHan(index: number): boolean {
  return isHanForm(forms[index] ?? 0)
}

/** 1-800-555-0100 grouped as North America does; the same digits grouped 3-4-4 are a mainland mobile. */
function looksNorthAmerican(from: number, to: number): boolean {
  if (to - from !== 11 || values[from] !== 1 || pieces[from] !== from + 1) return false
  return isNorthAmerican(makeCandidate(from, to, 0, -1))
}

/** Offset of a + that belongs to the digit at `from`, or -1: directly before it or behind a bracket, space or hidden sign. */
function findPlus(text: string, from: number): number {
  const start = starts[from] ?? 0
  const floor = Math.max(0, start - 4, from > 0 ? (ends[from - 1] ?? 0) : 0)
  for (let at = start - 1; at >= floor; at--) {
    const unit = text.charCodeAt(at)
    if (unit === 0x2b || unit === 0xff0b || unit === 0xfe62) {
      const before = text.charCodeAt(at - 1)
      if (before === unit || (before >= 0x2e80 && isMobilePiece(from)) || isAfterAreaCode(text, at)) return -1
      return at
    }
    const kind = kindOf(UNIT_CLASS[unit] ?? 0)
    if (kind === KIND_OTHER || kind >= KIND_WEAK || kind === KIND_NEWLINE) return -1
  }
  return -1
}

const AREA_CODE_WORD = /[区區][号號]\s?$/

/** “区号+96110” tells how to dial from elsewhere. */
function isAfterAreaCode(text: string, at: number): boolean {
  return AREA_CODE_WORD.test(text.slice(Math.max(0, at - 3), at))
}

/** 加微信+139…: behind Han the + means “add”. An American toll-free number (+1 800, 833, 844 …) stays one. */
function isMobilePiece(from: number): boolean {
  const b = values[from + 1] ?? 0
  const c = values[from + 2]
  if (pieces[from] !== from + 11 || values[from] !== 1 || b < 3) return false
  return b !== 8 || c !== values[from + 3] || c === 1 || c === 2 || c === 9
}
