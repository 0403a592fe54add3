/** Reads candidate numbers out of a run: which neighbouring groups of digits make one number of the plan. */
import { KIND, kindOf, lookOf, UNIT_CLASS } from './char-class.ts'
import { GAP, PLAIN_GAP } from './gap.ts'
import { MAX_DIGITS, matchPlan, type PlanMatch } from './numbering-plan.ts'
import { isLetter, type Run } from './run.ts'

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
}

/** The best reading that begins at digit `from`, or undefined. */
export function readCandidate(text: string, run: Run, from: number): Candidate | undefined {
  const plusAt = findPlus(text, run, from)
  let best: Candidate | undefined
  let digits = ''
  const shape = { bits: 0, gapCount: 0, cost: 0, letters: 0, sameGap: '' as string | undefined }
  const count = run.values.length
  for (let index = from; index < count && digits.length < MAX_DIGITS; index++) {
    if (index > from && !addGap(text, run, index, shape)) break
    if (isLetter(run, index)) shape.letters++
    digits += valueAt(text, run, index)
    const next = index + 1
    if (digits.length < 3 || (next < count && run.gaps[next] === 0)) continue
    const plan = matchPlan(digits, plusAt >= 0)
    if (!plan) continue
    const cost = costOf(plan, digits.length, shape)
    if (cost < 0 || (best && cost - digits.length / 2 >= best.cost - (best.to - best.from) / 2)) continue
    const spread = shape.gapCount >= 3 && shape.gapCount === digits.length - 1
    const start = plusAt >= 0 ? plusAt : (run.starts[from] ?? 0)
    best = {
      run,
      from,
      to: next,
      plan,
      plus: plusAt >= 0,
      start,
      cost,
      bits: shape.bits,
      gapCount: shape.gapCount,
      spread,
    }
  }
  return best
}

interface Shape {
  bits: number
  gapCount: number
  cost: number
  letters: number
  /** The gap that all gaps so far share; undefined when they differ. */
  sameGap: string | undefined
}

const PLAIN_OR_HIDDEN = PLAIN_GAP | GAP.invisible

/** Takes the gap before digit `index` into the shape; false when no number goes on behind such a gap. */
function addGap(text: string, run: Run, index: number, shape: Shape): boolean {
  const gap = run.gaps[index] ?? 0
  if (gap === 0) return true
  shape.bits |= gap
  if ((gap & GAP.script) !== 0) return true
  shape.gapCount++
  if ((gap & GAP.wide) !== 0 && (gap & GAP.filler) !== 0) return false
  const between = text.slice(run.ends[index - 1] ?? 0, run.starts[index] ?? 0)
  if (shape.gapCount === 1) shape.sameGap = between
  else if (shape.sameGap !== between) shape.sameGap = undefined
  shape.cost += gapCost(gap)
  return true
}

function gapCost(gap: number): number {
  let cost = (gap & GAP.invisible) === gap ? 0 : 0.5
  if ((gap & ~PLAIN_OR_HIDDEN) !== 0) cost += 1
  if ((gap & GAP.newline) !== 0) cost += 1
  if ((gap & GAP.wide) !== 0) cost += 1
  if ((gap & (GAP.comma | GAP.slash | GAP.colon)) !== 0) cost += 1
  return cost
}

/** Cost of a reading; negative when the gaps cannot belong to a number of this kind. */
function costOf(plan: PlanMatch, length: number, shape: Shape): number {
  const spread = shape.gapCount === length - 1
  const odd = (shape.bits & ~PLAIN_OR_HIDDEN) !== 0
  if ((shape.bits & GAP.filler) !== 0 && shape.gapCount < length / 2) return -1
  if (odd && shape.gapCount > 1 && shape.sameGap === undefined && (shape.bits & GAP.filler) === 0)
    return mixedGapCost(shape)
  if (plan.kind === 'sender-id' && shape.gapCount > 0 && !spread) return -1
  if (isBareShort(plan) && shape.gapCount > 1 && !spread && !isHidden(shape.bits)) return -1
  return (spread && shape.sameGap !== undefined ? 1 : shape.cost) + shape.letters / 2
}

function isBareShort(plan: PlanMatch): boolean {
  return plan.kind === 'short-code' && plan.family !== 'area-short' && plan.prefix === 'none'
}

function isHidden(bits: number): boolean {
  return (bits & ~(GAP.invisible | GAP.script)) === 0
}

/** Different odd gaps in one number: only line breaks beside plain gaps, or brackets, are seen in practice. */
function mixedGapCost(shape: Shape): number {
  const rest = shape.bits & ~(PLAIN_OR_HIDDEN | GAP.newline | GAP.oddSpace | GAP.oddDash | GAP.dot | GAP.symbol)
  return rest !== 0 ? -1 : shape.cost + 1 + shape.letters / 2
}

/** The digit as one reads it: a lone foreign-script digit among Latin ones is read by its look. */
function valueAt(text: string, run: Run, index: number): string {
  const value = run.values[index] ?? 0
  if (run.forms[index] !== 7) return String(value)
  const form = run.forms[index]
  if (run.forms[index - 1] === form || run.forms[index + 1] === form) return String(value)
  return String(lookOf(text.charAt(run.starts[index] ?? 0)) ?? value)
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
