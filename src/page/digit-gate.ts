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
  WEAK_START,
} from '../phone/char-class.ts'
import { figureEnd } from './running-figure.ts'

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
  const end = text.length
  let { digits, gap } = state
  let carried = digits > 0
  let start = from
  /** The unit behind the last digit, and the letters that follow it: unknown (-1) where it stands in an earlier text. */
  let last = from
  let after = digits > 0 ? -1 : 0
  for (let at = nextDigit(text, from); at < end; at = nextDigit(text, at + 1)) {
    let letters = 0
    if (last < at) {
      if (after < 0) after = lettersAfter(text, last)
      letters = lettersBefore(text, last, at)
      if (letters < at - last) letters += after
    }
    if (digits === 0 || (last < at && gap + signsIn(text, last, at, reach + letters) > reach + letters)) {
      digits = 0
      start = at
      carried = false
    }
    digits += 1 + letters
    gap = 0
    last = at + 1
    after = digits < enough ? lettersAfter(text, last) : 0
    if (digits + after < enough && !endsEmergency(text, at, from)) continue
    const behind = carried ? start : figureEnd(text, start)
    if (behind === start) {
      state.digits = 0
      state.gap = 0
      state.carried = carried
      return start
    }
    digits = gap = after = 0
    last = behind
    at = behind - 1
  }
  state.gap = digits === 0 ? 0 : gap + signsIn(text, last, end, reach)
  state.digits = state.gap > reach ? 0 : digits
  return -1
}

/** Offset of the next digit-like unit from `at` on, or the text's length. All that most text sees: it is hot from the start. */
function nextDigit(text: string, at: number): number {
  const table = UNIT_CLASS
  const end = text.length
  let next = at
  while (next < end && (table[text.charCodeAt(next)] ?? 0) < RUN_START) next++
  return next
}

/** Letters and look-alikes directly before unit `at`, back to `from`. */
function lettersBefore(text: string, from: number, at: number): number {
  let first = at
  while (first > from && isWeak(text, first - 1)) first--
  return at - first
}

/**
 * Letters and look-alikes behind the digit before unit `at`, as many as a cluster can want, also a few signs apart
 * (9558O, 955-OO); no words. None where another digit follows at once.
 */
function lettersAfter(text: string, at: number): number {
  let letters = 0
  for (let next = at; letters < enough; ) {
    const first = nextLetter(text, next)
    let end = first
    while (isWeak(text, end)) end++
    if (end === first || (end < text.length && isWordLetter(text.charCodeAt(end)))) break
    letters += end - first
    next = end
  }
  return letters
}

/** Where a few signs from unit `at` on end: at a letter, at a digit, or when they are no few. */
function nextLetter(text: string, at: number): number {
  const table = UNIT_CLASS
  const furthest = Math.min(at + reach, text.length)
  for (let next = at; next < furthest; next++) {
    const unit = text.charCodeAt(next)
    const found = table[unit] ?? 0
    if (found >= WEAK_START || isWordLetter(unit)) return next
  }
  return furthest
}

/** False past the end. */
function isWeak(text: string, at: number): boolean {
  return at < text.length && kindOf(UNIT_CLASS[text.charCodeAt(at)] ?? 0) === KIND_WEAK
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
