/** Finds candidate runs: one pass over the UTF-16 units, everything costly only where digits stand. */
import {
  classAt,
  formOf,
  isWordLetter,
  KIND_DASH,
  KIND_INVISIBLE,
  KIND_MARK,
  KIND_SPACE,
  KIND_WEAK,
  kindAt,
  kindOf,
  RUN_START,
  SEPARATOR_CLASS,
  UNIT_CLASS,
} from './char-class.ts'
import { GAP_SCRIPT, type Gap, readGap } from './gap.ts'
import {
  closeRun,
  forms,
  isFull,
  isPlainAt,
  LONGEST_PIECE,
  pushDigit,
  pushPlain,
  run,
  values,
  writingOf,
} from './run.ts'

const MAX_LETTERS = 12

/** Calls `visit` with every run that may hold a number, in text order. Linear in the text. */
export function scanRuns(text: string, visit: () => void): void {
  const table = UNIT_CLASS
  const end = text.length
  let barrier = 0
  for (let at = nextStart(text, 0, table); at < end; at = nextStart(text, at, table)) {
    const stop = smallEnd(text, at, table)
    if (stop > at || classAt(text, at) < RUN_START) {
      at = Math.max(stop, at + 1)
      continue
    }
    let behind = readDigits(text, leftEdge(text, at, barrier))
    // The letters in front led nowhere.
    if (behind <= at) behind = readDigits(text, at)
    at = barrier = behind
    dropHours(text, at)
    if (run.count >= 3) {
      closeRun(text)
      visit()
    }
  }
}

/** 95588 24小时, 9558824小时: the two digits before 小时 count hours. */
function dropHours(text: string, at: number): void {
  const { count } = run
  if (count < 3 || values[count - 1] !== 4 || values[count - 2] !== 2) return
  if (text.startsWith('小时', text.charCodeAt(at) === 0x20 ? at + 1 : at)) run.count -= 2
}

/** Offset of the next unit that can begin a run. A loop of its own: nearly all of the time is spent here. */
function nextStart(text: string, from: number, table: Uint16Array): number {
  let at = from
  while (at < text.length && (table[text.charCodeAt(at)] ?? 0) < RUN_START) at++
  return at
}

/**
 * Most digits of prose are years, counts and lone Han numerals. Returns the end of a cluster that cannot hold a number
 * (fewer than five digits and no emergency number), else `at`.
 */
function smallEnd(text: string, at: number, table: Uint16Array): number {
  if (at > 0 && (table[text.charCodeAt(at - 1)] ?? 0) >= WEAK) return at
  let digits = 0
  let piece = 1
  let next = at
  for (; next < text.length; next++) {
    const unit = text.charCodeAt(next)
    const unitClass = table[unit] ?? 0
    if (unitClass >= WEAK && ++digits === LEAST_DIGITS) return at
    if (unit >= 0x30 && unit <= 0x39) {
      piece = piece * 10 + unit - 0x30
      continue
    }
    if (isEmergency(piece)) return at
    piece = 1
    if (unitClass < FIRST_JOINING && !mayJoin(text, next, unit, table)) break
  }
  return isEmergency(piece) ? at : next
}

/** 110, 119, 120 …, behind a leading 1 that counts the digits. */
function isEmergency(piece: number): boolean {
  return piece >= 1110 && piece < 1130
}

const WEAK = KIND_WEAK << 12
const LEAST_DIGITS = 5
const FIRST_JOINING = 1 << 12

/** A surrogate, one Han character and then a digit, or a separator word. */
function mayJoin(text: string, at: number, unit: number, table: Uint16Array): boolean {
  if (unit < 0x2e80) return false
  if (unit >= 0xd800 && unit < 0xe000) return true
  return table[unit] === SEPARATOR_CLASS || (table[text.charCodeAt(at + 1) | 0] ?? 0) >= WEAK
}

/**
 * Look-alike letters directly before the first digit (O311, l73) belong to the run when no other letter is glued to
 * them; hidden characters, dashes and spaces, and the sign that also follows the digit (O★3★1★1), may stand between.
 * Returns where the run begins.
 */
function leftEdge(text: string, at: number, barrier: number): number {
  let edge = at
  let open = 0
  for (let from = at - 1; from >= barrier && at - from <= MAX_LETTERS && open < 3; from--) {
    const kind = kindAt(text, from)
    if (kind === KIND_WEAK) {
      edge = from
      open = 0
    } else if (kind === KIND_DASH || kind === KIND_SPACE || text.slice(at + 1, at + 3).includes(text.charAt(from)))
      open++
    else if (kind !== KIND_INVISIBLE && kind !== KIND_MARK) break
  }
  return edge > 0 && isWordLetter(text.charCodeAt(edge - 1)) ? at : edge
}

/** Reads digits and gaps from `at`, where a digit stands, into the run; returns the offset behind it. */
function readDigits(text: string, at: number): number {
  run.count = 0
  run.plain = true
  gap.end = at
  gap.bits = gap.key = 0
  let piece = 0
  for (;;) {
    const start = gap.end
    const unitClass = classAt(text, start)
    if (unitClass < WEAK) {
      if (!readGap(text, gap)) return start
      continue
    }
    if (kindOf(unitClass) === KIND_WEAK && !weakRunFits(text, start)) return start
    const before = gap.bits === 0 ? gapBefore(unitClass) : gap.bits
    if (before !== 0 && isFull(before)) return start
    piece = before === 0 ? piece + 1 : 1
    if (piece <= LONGEST_PIECE && isPlainAt(text, start, unitClass)) {
      gap.end = pushPlain(text, start, LONGEST_PIECE - piece + 1, before, gap.key)
      piece += gap.end - start - 1
    } else {
      gap.end = pushDigit(text, start, unitClass, before, gap.key)
      if (piece > LONGEST_PIECE) run.count--
    }
    gap.bits = gap.key = 0
  }
}

/** The gap being read. */
const gap: Gap = { end: 0, bits: 0, key: 0 }

/** A change of writing between two touching digits is a soft boundary. */
function gapBefore(unitClass: number): number {
  if (run.count === 0) return -1
  return writingOf(forms[run.count - 1] ?? 0) === writingOf(formOf(unitClass)) ? 0 : GAP_SCRIPT
}

/** Look-alike letters count as digits only when the whole word is made of them. */
function weakRunFits(text: string, at: number): boolean {
  let next = at
  for (; next - at < MAX_LETTERS; next++) {
    const kind = kindAt(text, next)
    if (kind !== KIND_WEAK && kind !== KIND_MARK) break
  }
  return !isWordLetter(text.charCodeAt(next))
}
