/** First look at text: is there a cluster of digit-like units worth reading closely? One pass, one table, no allocation. */
import { digitOf, KIND_NEWLINE, KIND_SPACE, KIND_WEAK, kindOf, RUN_START, UNIT_CLASS } from '../phone/char-class.ts'

/** Digits with more than this many other signs between them belong to different clusters; white space does not count. */
const reach = 6
/** The shortest numbers but 110, 119, 120 and their like. */
const enough = 5

/** Carried from text node to text node, so that `<b>9</b><b>5</b>…` still makes a cluster. */
export interface GateState {
  digits: number
  gap: number
  /** Set with a hit: a part of the cluster stands in an earlier text node. */
  carried: boolean
}

export function newGate(): GateState {
  return { digits: 0, gap: 0, carried: false }
}

/**
 * Offset (UTF-16, from `from`) at which a cluster that could hold a number begins in `text`, or -1: five digit-like
 * units near each other, or three that read 11… or 12…. Letters between digits count as digits.
 */
export function firstCluster(text: string, from: number, state: GateState): number {
  const table = UNIT_CLASS
  const end = text.length
  let { digits, gap } = state
  let carried = digits > 0
  let start = from
  /** The unit behind the last digit. */
  let last = from
  for (let at = from; at < end; at++) {
    if ((table[text.charCodeAt(at)] ?? 0) < RUN_START) continue
    const letters = last === at ? 0 : lettersBefore(text, last, at)
    if (digits === 0 || (last < at && gap + signsIn(text, last, at, reach + letters) > reach + letters)) {
      digits = 0
      start = at
      carried = false
    }
    digits += 1 + letters
    gap = 0
    last = at + 1
    if (digits >= enough || endsEmergency(text, at, from)) {
      state.digits = 0
      state.gap = 0
      state.carried = carried
      return start
    }
  }
  state.gap = digits === 0 ? 0 : gap + signsIn(text, last, end, reach)
  state.digits = state.gap > reach ? 0 : digits
  return -1
}

/** Letters and look-alikes directly before unit `at`, back to `from`. */
function lettersBefore(text: string, from: number, at: number): number {
  let first = at
  while (first > from && kindOf(UNIT_CLASS[text.charCodeAt(first - 1)] ?? 0) === KIND_WEAK) first--
  return at - first
}

/** Units from `from` to `to` that are no white space, counted until there are more than `most`. */
function signsIn(text: string, from: number, to: number, most: number): number {
  let signs = 0
  for (let at = from; at < to && signs <= most; at++) {
    const kind = kindOf(UNIT_CLASS[text.charCodeAt(at)] ?? 0)
    if (kind !== KIND_SPACE && kind !== KIND_NEWLINE) signs++
  }
  return signs
}

/** True when the digit at `at` is the third of 11x or 12x. */
function endsEmergency(text: string, at: number, from: number): boolean {
  if (at - 2 < from) return false
  const first = UNIT_CLASS[text.charCodeAt(at - 2)] ?? 0
  const second = UNIT_CLASS[text.charCodeAt(at - 1)] ?? 0
  if (first < RUN_START || second < RUN_START || digitOf(first) !== 1) return false
  return digitOf(second) === 1 || digitOf(second) === 2
}
