/** First look at text: is there a cluster of digit-like units worth reading closely? One pass, one table, no allocation. */
import { KIND_WEAK, kindOf, RUN_START, UNIT_CLASS } from '../phone/char-class.ts'

/** Digits further apart than this many units belong to different clusters. */
const reach = 8
/** 110, 119, 120 are the shortest numbers. */
const enough = 3

/** Carried from text node to text node, so that `<b>9</b><b>5</b>…` still makes a cluster. */
export interface GateState {
  digits: number
  gap: number
}

export function newGate(): GateState {
  return { digits: 0, gap: 0 }
}

/**
 * Offset of the first unit of `text` (UTF-16, from `from`) at which a cluster of three digit-like units is complete,
 * or -1. A cluster that began in an earlier call counts: the hit then lies at its first unit here.
 */
export function firstCluster(text: string, from: number, state: GateState): number {
  let { digits, gap } = state
  let letters = 0
  let start = from
  for (let at = from; at < text.length; at++) {
    const unitClass = UNIT_CLASS[text.charCodeAt(at)] ?? 0
    if (unitClass >= RUN_START) {
      if (gap > reach + letters) {
        digits = 0
        start = at
      }
      digits += 1 + letters
      letters = 0
      gap = 0
      if (digits >= enough) {
        state.digits = 0
        state.gap = 0
        return start
      }
    } else {
      gap++
      letters = kindOf(unitClass) === KIND_WEAK ? letters + 1 : 0
    }
  }
  state.digits = gap > reach ? 0 : digits
  state.gap = gap
  return -1
}
