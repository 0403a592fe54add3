/** Reads candidate numbers out of a run: which neighbouring groups of digits make one number of the plan. */
import { type Candidate, makeCandidate } from './candidate.ts'
import { KIND_NEWLINE, KIND_OTHER, KIND_WEAK, kindOf, UNIT_CLASS } from './char-class.ts'
import { GAP_DASH, GAP_SCRIPT } from './gap.ts'
import { groupingCost, isBareShort, isPlausible } from './grouping.ts'
import { MAX_DIGITS, matchPlan } from './numbering-plan.ts'
import { isHanForm, type Run } from './run.ts'

/** The best reading that begins at digit `from`, or undefined. */
export function readCandidate(text: string, run: Run, from: number): Candidate | undefined {
  const { count, pieces, values } = run
  if (count - from < 3) return undefined
  const plusAt = findPlus(text, run, from)
  const most = longestFrom(run, from, plusAt >= 0)
  let best: Candidate | undefined
  let leastCost = 0
  let scripts = 0
  for (let next = from; next < count; ) {
    if (next > from && run.gaps[next] === GAP_SCRIPT) scripts++
    next = pieces[next] ?? count
    const length = next - from
    if (length > most) break
    if (length < 3 || (scripts === 1 && hasLoneHanEdge(run, from, next))) continue
    const plan = matchPlan(values, from, length, plusAt >= 0 || isNorthAmerican(run, from, next))
    if (plan === 0) continue
    const candidate = makeCandidate(run, from, next, plan, plusAt)
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
function longestFrom(run: Run, from: number, plus: boolean): number {
  if (plus) return MAX_DIGITS
  const a = run.values[from] ?? 0
  const b = run.values[from + 1] ?? 0
  const c = run.values[from + 2] ?? 0
  if (a === 0) return longestFromZero(b, c)
  if (a === 1) return longestFromOne(b, c)
  if ((a === 4 || a === 8) && b === 0 && c === 0) return 10
  if (a === 8 && b === 6) return MAX_DIGITS
  if (a === 9 && (b === 5 || b === 6)) return 9
  return isLongGroup(run, from) ? BARE_FOREIGN : 0
}

const BARE_FOREIGN = 13

/** 00 and a country code, 010, 013…019 before a mobile, other area codes. */
function longestFromZero(b: number, c: number): number {
  if (b === 0) return c === 0 ? 0 : MAX_DIGITS
  return b === 1 && (c === 1 || c === 2) ? 0 : 12
}

/** 17909…, 12593… and 10193… lead to a whole number, 106 to a sender id; the rest are mobiles and short codes. */
function longestFromOne(b: number, c: number): number {
  if ((b === 7 && c === 9) || (b === 2 && c === 5) || (b === 0 && c === 1)) return MAX_DIGITS
  if (b === 0) return c === 6 ? 20 : 7
  return b >= 3 ? 11 : 6
}

/** Eleven to thirteen digits in one piece: a foreign number may have lost its +. */
function isLongGroup(run: Run, from: number): boolean {
  const length = (run.pieces[from] ?? 0) - from
  return length >= 11 && length <= BARE_FOREIGN
}

/** One Han digit at the edge of a number in another writing is a word of the sentence: 周一13800138000, 95588二楼. */
function hasLoneHanEdge(run: Run, from: number, next: number): boolean {
  const lastAlone = isHan(run, next - 1) && run.gaps[next - 1] === GAP_SCRIPT
  return lastAlone || (isHan(run, from) && run.gaps[from + 1] === GAP_SCRIPT)
}

function isHan(run: Run, index: number): boolean {
  return isHanForm(run.forms[index] ?? 0)
}

/** 1-800-555-0100 grouped as North America does; the same digits grouped 3-4-4 are a mainland mobile. */
function isNorthAmerican(run: Run, from: number, to: number): boolean {
  if (to - from !== 11 || run.values[from] !== 1 || run.pieces[from] !== from + 1) return false
  const { groups, first, second, most } = makeCandidate(run, from, to, 0, -1)
  return groups === 4 && first === 1 && second === 3 && most === 4
}

/** Offset of a + that belongs to the digit at `from`, or -1: directly before it or behind a bracket, space or hidden sign. */
function findPlus(text: string, run: Run, from: number): number {
  const start = run.starts[from] ?? 0
  const floor = Math.max(0, start - 4, from > 0 ? (run.ends[from - 1] ?? 0) : 0)
  for (let at = start - 1; at >= floor; at--) {
    const unit = text.charCodeAt(at)
    if (unit === 0x2b || unit === 0xff0b || unit === 0xfe62) {
      const before = text.charCodeAt(at - 1)
      return before === unit || (before >= 0x2e80 && isMobilePiece(run, from)) ? -1 : at
    }
    const kind = kindOf(UNIT_CLASS[unit] ?? 0)
    if (kind === KIND_OTHER || kind >= KIND_WEAK || kind === KIND_NEWLINE) return -1
  }
  return -1
}

/** 加微信+139…: behind Han the + means “add”. An American toll-free number (+1 800, 833, 844 …) stays one. */
function isMobilePiece(run: Run, from: number): boolean {
  const [b, c, d] = [run.values[from + 1] ?? 0, run.values[from + 2], run.values[from + 3]]
  if (run.pieces[from] !== from + 11 || run.values[from] !== 1 || b < 3) return false
  return b !== 8 || c !== d || c === 1 || c === 2 || c === 9
}
