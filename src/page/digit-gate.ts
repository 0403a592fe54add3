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
  let { digits, gap } = state
  let carried = digits > 0
  let start = from
  let letters = 0
  for (let at = from; at < text.length; at++) {
    const unitClass = UNIT_CLASS[text.charCodeAt(at)] ?? 0
    if (unitClass >= RUN_START) {
      if (digits === 0 || gap > reach + letters) {
        digits = 0
        start = at
        carried = false
      }
      digits += 1 + letters
      letters = 0
      gap = 0
      if (digits >= enough || endsEmergency(text, at, from)) {
        state.digits = 0
        state.gap = 0
        state.carried = carried
        return start
      }
    } else {
      const kind = kindOf(unitClass)
      if (kind !== KIND_SPACE && kind !== KIND_NEWLINE) gap++
      letters = kind === KIND_WEAK ? letters + 1 : 0
    }
  }
  state.digits = gap > reach ? 0 : digits
  state.gap = gap
  return -1
}

/** True when the digit at `at` is the third of 11x or 12x. */
function endsEmergency(text: string, at: number, from: number): boolean {
  if (at - 2 < from) return false
  const first = UNIT_CLASS[text.charCodeAt(at - 2)] ?? 0
  const second = UNIT_CLASS[text.charCodeAt(at - 1)] ?? 0
  if (first < RUN_START || second < RUN_START || digitOf(first) !== 1) return false
  return digitOf(second) === 1 || digitOf(second) === 2
}
