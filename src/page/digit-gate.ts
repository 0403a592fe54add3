/** First look at text: is there a cluster of digit-like units worth reading closely? One pass, one table, no allocation. */
import {
  digitOf,
  isWordLetter,
  KIND_NEWLINE,
  KIND_SPACE,
  KIND_WEAK,
  kindOf,
  RUN_START,
  UNIT_CLASS,
} from '../phone/char-class.ts'
import { isWordUnit } from './word-unit.ts'

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
 * units near each other, or three that read 11… or 12…. Letters among digits and behind them count as digits.
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
    const letters = last === at ? 0 : lettersBetween(text, last, at, digits > 0)
    if (digits === 0 || (last < at && gap + signsIn(text, last, at, reach + letters) > reach + letters)) {
      digits = 0
      start = at
      carried = false
    }
    digits += 1 + letters
    gap = 0
    last = at + 1
    if (digits + lettersAfter(text, last) >= enough || endsEmergency(text, at, from)) {
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

/** Letters that touch the digit at `at`, or with `open` the one before `from`. */
function lettersBetween(text: string, from: number, at: number, open: boolean): number {
  const before = lettersBefore(text, from, at)
  return open && before < at - from ? before + lettersAfter(text, from) : before
}

/** Letters and look-alikes directly before unit `at`, back to `from`. */
function lettersBefore(text: string, from: number, at: number): number {
  let first = at
  while (first > from && isWeak(text, first - 1)) first--
  return at - first
}

/** Letters and look-alikes behind unit `at`, as many as a cluster can want, also a few signs apart (9558O, 955-OO); no words. */
function lettersAfter(text: string, at: number): number {
  let letters = 0
  for (let next = at; letters < enough; ) {
    let first = next
    while (first < next + reach && !isWeak(text, first) && !isWordUnit(text.charCodeAt(first))) first++
    let end = first
    while (isWeak(text, end)) end++
    if (end === first || isWordLetter(text.charCodeAt(end))) break
    letters += end - first
    next = end
  }
  return letters
}

function isWeak(text: string, at: number): boolean {
  return kindOf(UNIT_CLASS[text.charCodeAt(at)] ?? 0) === KIND_WEAK
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
