/** Reads candidate numbers out of a run: which neighbouring groups of digits make one number of the plan. */
import { FORMS, KIND, kindOf, lookOf, UNIT_CLASS } from './char-class.ts'
import { GAP, PLAIN_GAP } from './gap.ts'
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
  /** Sum of what speaks against these groups being one number; lower is better. */
  cost: number
  /** Union of the gaps' ingredients inside the number. */
  bits: number
  /** Number of gaps with at least one character. */
  gapCount: number
  /** A gap behind every digit. */
  spread: boolean
  /** Digits per group. */
  groups: number[]
}

/** The best reading that begins at digit `from`, or undefined. */
export function readCandidate(text: string, run: Run, from: number): Candidate | undefined {
  const plusAt = findPlus(text, run, from)
  const count = run.values.length
  const shape: Shape = { bits: 0, gapCount: 0, scripts: 0, letters: 0, cost: 0, sameGap: '', groups: [0] }
  let best: Candidate | undefined
  let digits = ''
  for (let index = from; index < count && digits.length < MAX_DIGITS; index++) {
    if (index > from) addGap(text, run, index, shape)
    if (isLetter(run, index)) shape.letters++
    shape.groups[shape.groups.length - 1] = (shape.groups.at(-1) ?? 0) + 1
    digits += valueAt(text, run, index)
    const next = index + 1
    if (digits.length < 3 || run.gaps[next] === 0 || hasLoneHanEdge(run, from, next, shape)) continue
    const plan = isNorthAmerican(digits, shape) ? northAmerican(digits) : matchPlan(digits, plusAt >= 0)
    const cost = plan ? costOf(plan, digits.length, shape) : -1
    if (!plan || cost < 0 || (best && cost - digits.length / 2 >= best.cost - (best.to - best.from) / 2)) continue
    const start = plusAt >= 0 ? plusAt : (run.starts[from] ?? 0)
    best = {
      run,
      from,
      to: next,
      plan,
      plus: plusAt >= 0,
      start,
      cost,
      spread: isSpread(shape, digits.length),
      ...gapsOf(shape),
    }
  }
  return best
}

function gapsOf(shape: Shape): Pick<Candidate, 'bits' | 'gapCount' | 'groups'> {
  return { bits: shape.bits, gapCount: shape.gapCount, groups: [...shape.groups] }
}

const OTHER_SCRIPT = FORMS.indexOf('other-script')

/** What has been seen of a reading so far. */
interface Shape {
  bits: number
  /** Gaps with at least one character, and changes of writing without one. */
  gapCount: number
  scripts: number
  letters: number
  cost: number
  /** The gap that all gaps so far share; undefined when they differ. */
  sameGap: string | undefined
  /** Digits per group. */
  groups: number[]
}

const PLAIN_OR_HIDDEN = PLAIN_GAP | GAP.invisible

function addGap(text: string, run: Run, index: number, shape: Shape): void {
  const gap = run.gaps[index] ?? 0
  if (gap === 0) return
  shape.bits |= gap
  if ((gap & GAP.script) !== 0) {
    shape.scripts++
    return
  }
  shape.gapCount++
  shape.groups.push(0)
  const between = text.slice(run.ends[index - 1] ?? 0, run.starts[index] ?? 0)
  if (shape.gapCount === 1) shape.sameGap = between
  else if (shape.sameGap !== between) shape.sameGap = undefined
  shape.cost += gapCost(gap)
}

function gapCost(gap: number): number {
  let cost = (gap & GAP.invisible) === gap ? 0 : 0.5
  if ((gap & ~PLAIN_OR_HIDDEN & ~GAP.wide) !== 0) cost += 1
  if ((gap & (GAP.newline | GAP.wide)) !== 0) cost += 1
  if ((gap & (GAP.comma | GAP.slash | GAP.colon)) !== 0) cost += 1
  return cost
}

function isSpread(shape: Shape, length: number): boolean {
  return shape.gapCount >= 3 && shape.gapCount === length - 1
}

/** Cost of a reading; negative when the gaps cannot belong to a number of this kind. */
function costOf(plan: PlanMatch, length: number, shape: Shape): number {
  const letters = shape.letters / 2
  const spread = isSpread(shape, length)
  if ((shape.bits & GAP.filler) !== 0) return isFilled(shape) ? 1.5 + letters : -1
  if (plan.kind === 'sender-id' && shape.gapCount > 0 && !spread && !isHidden(shape.bits)) return -1
  if (plan.family === 'foreign' && shape.gapCount > 0 && !spread && (shape.groups[0] ?? 0) > 5) return -1
  if (plan.family === 'foreign-bare' && shape.gapCount > 0) return -1
  if (isBareShort(plan) && shape.gapCount > 1 && !spread && !isHidden(shape.bits)) return -1
  if ((shape.bits & GAP.comma) !== 0 && shape.gapCount < 2) return -1
  if (shape.sameGap !== undefined) return (spread ? 1 : shape.cost) + letters
  return (shape.bits & ~PLAIN_OR_HIDDEN & ~GAP.wide) === 0 ? shape.cost + letters : mixedGapCost(shape) + letters
}

/** A foreign character behind nearly every digit: 1花3下8…, also behind every second one. */
function isFilled(shape: Shape): boolean {
  return shape.gapCount >= 2 && shape.groups.every((digits) => digits <= 2) && (shape.bits & GAP.comma) === 0
}

function isBareShort(plan: PlanMatch): boolean {
  return plan.kind === 'short-code' && plan.family !== 'area-short' && plan.prefix === 'none'
}

function isHidden(bits: number): boolean {
  return (bits & ~(GAP.invisible | GAP.script)) === 0
}

/** Different odd gaps in one number: line breaks, spaces, dashes, dots and signs mix; commas, slashes and colons do not. */
function mixedGapCost(shape: Shape): number {
  const rest = shape.bits & (GAP.comma | GAP.slash | GAP.colon)
  return rest !== 0 ? -99 : shape.cost + 1
}

/** One Han digit at the edge of a number in another writing is a word of the sentence: 周一13800138000, 95588二楼. */
function hasLoneHanEdge(run: Run, from: number, next: number, shape: Shape): boolean {
  if (shape.scripts !== 1) return false
  const lastAlone = isHan(run, next - 1) && run.gaps[next - 1] === GAP.script
  return lastAlone || (isHan(run, from) && run.gaps[from + 1] === GAP.script)
}

function isHan(run: Run, index: number): boolean {
  return isHanForm(run.forms[index] ?? 0)
}

/** 1-800-555-0100 grouped as North America does; the same digits grouped 3-4-4 are a mainland mobile. */
function isNorthAmerican(digits: string, shape: Shape): boolean {
  return digits.length === 11 && digits[0] === '1' && shape.groups.join() === '1,3,3,4'
}

function northAmerican(digits: string): PlanMatch | undefined {
  return matchPlan(digits, true)
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
      return before === unit ? -1 : at
    }
    const kind = kindOf(UNIT_CLASS[unit] ?? 0)
    if (kind === KIND.other || kind >= KIND.weak || kind === KIND.newline) return -1
  }
  return -1
}
