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
import { GAP_DASH, GAP_INVISIBLE, GAP_NEWLINE, GAP_SCRIPT, GAP_SPACE, type Gap, readGap } from './gap.ts'
import { closeRun, emptyRun, isPlainAt, pushDigit, pushPlain, type Run, writingOf } from './run.ts'

const MAX_LETTERS = 12
/** With so many digits in a run, a line break ends it: tables and logs need not stay in memory as a whole. */
const LONG = 400
/** A run that took room for more gives it back. */
const KEPT_DIGITS = 4096
/** Digits in one piece beyond this are passed over: the whole piece is too long for a number either way. */
const LONGEST_PIECE = 40

/** One for all texts: a page has thousands of short ones, and no search begins before the other has ended. */
const shared = emptyRun()

/** Calls `visit` with every run that may hold a number, in text order. The run is only lent. Linear in the text. */
export function scanRuns(text: string, visit: (run: Run) => void): void {
  const table = UNIT_CLASS
  const end = text.length
  const run = shared
  let barrier = 0
  for (let at = nextStart(text, 0, table); at < end; at = nextStart(text, at, table)) {
    const stop = smallEnd(text, at, table)
    if (stop > at || classAt(text, at) < RUN_START) {
      at = Math.max(stop, at + 1)
      continue
    }
    run.count = 0
    run.plain = true
    at = barrier = readRight(text, at, readLeft(text, at, barrier, run), run)
    dropHours(text, at, run)
    if (run.count >= 3) {
      closeRun(text, run)
      visit(run)
    }
    if (run.values.length > KEPT_DIGITS) Object.assign(run, emptyRun())
  }
}

/** 95588 24小时, 9558824小时: the two digits before 小时 count hours. */
function dropHours(text: string, at: number, run: Run): void {
  const { count, values } = run
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

/** A surrogate, one Han character and then a digit, or the beginning of a separator word. */
function mayJoin(text: string, at: number, unit: number, table: Uint16Array): boolean {
  if (unit < 0x2e80) return false
  if (unit >= 0xd800 && unit < 0xe000) return true
  return table[unit] === SEPARATOR_CLASS || (table[text.charCodeAt(at + 1) | 0] ?? 0) >= WEAK
}

/**
 * Look-alike letters directly before the first digit (O311, l73) belong to the run when no other letter is glued to
 * them. Returns the ingredients of the gap before the first digit proper.
 */
function readLeft(text: string, at: number, barrier: number, run: Run): number {
  const from = leftEdge(text, at, barrier)
  if (from === at || (from > 0 && isWordLetter(text.charCodeAt(from - 1)))) return -1
  let bits = -1
  for (let index = from; index < at; ) {
    const unitClass = UNIT_CLASS[text.charCodeAt(index) | 0] ?? 0
    if (kindOf(unitClass) === KIND_WEAK) {
      index = pushDigit(text, index, unitClass, bits > 0 ? bits : gapBefore(run, unitClass), bits, run)
      bits = 0
      continue
    }
    bits = Math.max(bits, 0) | gapBit(kindOf(unitClass))
    index++
  }
  return bits
}

/** Where look-alike letters that lead up to `at` begin, hidden characters and single dashes and spaces between them. */
function leftEdge(text: string, at: number, barrier: number): number {
  let edge = at
  let open = 0
  for (let from = at - 1; from >= barrier && at - from <= MAX_LETTERS && open < 2; from--) {
    const kind = kindAt(text, from)
    if (kind === KIND_WEAK) {
      edge = from
      open = 0
    } else if (kind === KIND_DASH || kind === KIND_SPACE) open++
    else if (kind !== KIND_INVISIBLE && kind !== KIND_MARK) break
  }
  return edge
}

function gapBit(kind: number): number {
  if (kind === KIND_DASH) return GAP_DASH
  return kind === KIND_SPACE ? GAP_SPACE : kind === KIND_INVISIBLE ? GAP_INVISIBLE : 0
}

/** Reads digits and gaps from `at`; returns the offset behind the run. */
function readRight(text: string, at: number, gapAt: number, run: Run): number {
  gap.end = at
  gap.bits = gap.key = gapAt
  let piece = 0
  for (;;) {
    const start = gap.end
    const unitClass = classAt(text, start)
    if (unitClass < WEAK) {
      if (!readGap(text, gap) || (run.count > LONG && (gap.bits & GAP_NEWLINE) !== 0)) return start
      continue
    }
    if (kindOf(unitClass) === KIND_WEAK && !weakRunFits(text, start)) return start
    const before = gap.bits <= 0 ? gapBefore(run, unitClass) : gap.bits
    piece = before === 0 ? piece + 1 : 1
    if (piece <= LONGEST_PIECE && isPlainAt(text, start, unitClass)) {
      gap.end = pushPlain(text, start, LONGEST_PIECE - piece + 1, before, gap.key, run)
      piece += gap.end - start - 1
    } else {
      gap.end = pushDigit(text, start, unitClass, before, gap.key, run)
      if (piece > LONGEST_PIECE) run.count--
    }
    gap.bits = gap.key = 0
  }
}

/** The gap being read. */
const gap: Gap = { end: 0, bits: 0, key: 0 }

/** A change of writing between two touching digits is a soft boundary. */
function gapBefore(run: Run, unitClass: number): number {
  if (run.count === 0) return -1
  return writingOf(run.forms[run.count - 1] ?? 0) === writingOf(formOf(unitClass)) ? 0 : GAP_SCRIPT
}

/** Look-alike letters count as digits only when the whole word is made of them. */
function weakRunFits(text: string, at: number): boolean {
  let next = at
  while (next - at < MAX_LETTERS && kindAt(text, next) === KIND_WEAK) next++
  return !isWordLetter(text.charCodeAt(next))
}
