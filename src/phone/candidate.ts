/** Reads candidate numbers out of a run: which neighbouring groups of digits make one number of the plan. */
import { FORMS, KIND_NEWLINE, KIND_OTHER, KIND_WEAK, kindOf, lookOf, UNIT_CLASS } from './char-class.ts'
import { GAP_DASH, GAP_INVISIBLE, GAP_SCRIPT } from './gap.ts'
import { type Grouping, groupingCost, isBareShort, isPlausible } from './grouping.ts'
import { MAX_DIGITS, matchPlan, type PlanMatch } from './numbering-plan.ts'
import { isHanForm, isLetter, type Run } from './run.ts'

/** Digits `from`…`to` (exclusive) of a run that the plan can read as one number. */
export interface Candidate {
  run: Run
  from: number
  to: number
  plan: PlanMatch
  plus: boolean
  /** Offset of the + or of the first digit. */
  start: number
  /** Offset behind the last digit. */
  end: number
  grouping: Grouping
  /** What speaks against these groups being one number; lower is better. */
  cost: number
}

/** The best reading that begins at digit `from`, or undefined. */
export function readCandidate(text: string, run: Run, from: number): Candidate | undefined {
  const plusAt = findPlus(text, run, from)
  const most = longestFrom(run, from, plusAt >= 0)
  if (pieceEnd(run, from) - from > most) return undefined
  const start = plusAt >= 0 ? plusAt : (run.starts[from] ?? 0)
  const shape: Shape = { sizes: [0], bits: 0, common: -1, sameGap: undefined, scripts: 0, letters: 0 }
  let best: Candidate | undefined
  let digits = ''
  for (let next = from; next < run.count; ) {
    if (next > from) addGap(run, next, shape)
    const piece = pieceEnd(run, next)
    if (piece - from > most) break
    digits += readPiece(text, run, next, piece, shape)
    next = piece
    if (digits.length < 3 || hasLoneHanEdge(run, from, next, shape)) continue
    const plan = matchPlan(digits, plusAt >= 0 || isNorthAmerican(digits, shape.sizes))
    if (!plan || !isPlausible(plan, shape)) continue
    if (best?.grouping.sizes.length === 1 && isBareShort(plan) && !isLongCode(shape)) continue
    const cost = groupingCost(shape) + shape.letters / 4
    if (best && cost - digits.length / 2 >= best.cost - (best.to - best.from) / 2) continue
    const { sizes, bits, common, sameGap } = shape
    best = {
      run,
      from,
      to: next,
      plan,
      plus: plusAt >= 0,
      start,
      end: run.ends[next - 1] ?? start,
      cost,
      grouping: { sizes: sizes.slice(), bits, common, sameGap },
    }
  }
  return best
}

/** 95558-1101 is a line of its own; 95511-2 is a menu key, and 95588 24小时 opening hours. */
function isLongCode({ sizes, bits }: Shape): boolean {
  return sizes.length === 1 || (bits === GAP_DASH && sizes[0] === 5 && sizes[1] === 4)
}

/** Index behind the digits that touch each other from `from` on. */
function pieceEnd(run: Run, from: number): number {
  let next = from + 1
  while (run.gaps[next] === 0) next++
  return next
}

/** The digits of one piece as one reads them. */
function readPiece(text: string, run: Run, from: number, to: number, shape: Shape): string {
  const last = shape.sizes.length - 1
  shape.sizes[last] = (shape.sizes[last] ?? 0) + to - from
  const start = run.starts[from] ?? 0
  const end = run.ends[to - 1] ?? 0
  if (run.forms[from] === 0 && end - start === to - from) return text.slice(start, end)
  if (isLetter(run, from)) shape.letters += to - from
  let digits = ''
  for (let index = from; index < to; index++) digits += valueAt(text, run, index)
  return digits
}

/** How many digits a number that begins like this can have; 0: none begins like this. */
function longestFrom(run: Run, from: number, plus: boolean): number {
  const [a, b, c] = [run.values[from] ?? 0, run.values[from + 1] ?? 0, run.values[from + 2] ?? 0]
  if (run.count - from < 3) return 0
  if (plus || run.forms[from] === OTHER_SCRIPT) return MAX_DIGITS
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
  let next = from + 1
  while (next < run.count && next - from <= BARE_FOREIGN && run.gaps[next] === 0) next++
  return next - from >= 11 && next - from <= BARE_FOREIGN
}

const OTHER_SCRIPT = FORMS.indexOf('other-script')

/** What has been seen of a reading so far. */
interface Shape extends Grouping {
  /** Changes of writing between touching digits. */
  scripts: number
  letters: number
}

const HIDDEN = GAP_INVISIBLE | GAP_SCRIPT

function addGap(run: Run, index: number, shape: Shape): void {
  const gap = run.gaps[index] ?? 0
  if (gap === 0) return
  shape.bits |= gap
  if (gap === GAP_SCRIPT) shape.scripts++
  if ((gap & ~HIDDEN) === 0) return
  shape.common &= gap
  const key = run.gapKeys[index]
  if (shape.sizes.length === 1) shape.sameGap = key
  else if (shape.sameGap !== key) shape.sameGap = undefined
  shape.sizes.push(0)
}

/** One Han digit at the edge of a number in another writing is a word of the sentence: 周一13800138000, 95588二楼. */
function hasLoneHanEdge(run: Run, from: number, next: number, shape: Shape): boolean {
  if (shape.scripts !== 1) return false
  const lastAlone = isHan(run, next - 1) && run.gaps[next - 1] === GAP_SCRIPT
  return lastAlone || (isHan(run, from) && run.gaps[from + 1] === GAP_SCRIPT)
}

function isHan(run: Run, index: number): boolean {
  return isHanForm(run.forms[index] ?? 0)
}

/** 1-800-555-0100 grouped as North America does; the same digits grouped 3-4-4 are a mainland mobile. */
function isNorthAmerican(digits: string, sizes: number[]): boolean {
  return digits.length === 11 && sizes.length === 4 && digits[0] === '1' && sizes.join() === '1,3,3,4'
}

/** The digit as one reads it: a lone foreign-script digit among Latin ones is read by its look. */
function valueAt(text: string, run: Run, index: number): string {
  const value = run.values[index] ?? 0
  if (run.forms[index] !== OTHER_SCRIPT) return String(value)
  const form = run.forms[index]
  if (run.forms[index - 1] === form || run.forms[index + 1] === form) return String(value)
  return lookOf(text.charAt(run.starts[index] ?? 0)) ?? String(value)
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
  if (pieceEnd(run, from) - from !== 11 || run.values[from] !== 1 || b < 3) return false
  return b !== 8 || c !== d || c === 1 || c === 2 || c === 9
}
