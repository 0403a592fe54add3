/** A run: digits of any writing that stand close together, digit by digit. */
import {
  ASCII,
  digitOf,
  formOf,
  HAN_DIGITS,
  KIND_DIGIT,
  KIND_MARK,
  kindAt,
  LETTERS,
  OTHER_SCRIPT,
  RADIO_DIGITS,
} from './char-class.ts'
import { DECIMAL_LOOKALIKES } from './char-data.ts'
import { GAP_NEWLINE } from './gap.ts'

/** Digits that a run has room for, and one entry behind them. */
const ROOM = 1024

/**
 * The run being read: one for all texts, as a page has thousands of short ones, and no search begins before the other
 * has ended. Below, one entry per digit; entries from `count` on mean nothing.
 */
export const run = {
  count: 0,
  /** All digits are ASCII, none with marks or variation selectors. */
  plain: true,
}
export const values: Uint8Array = new Uint8Array(ROOM + 1)
/** UTF-16 offset of the digit and of its end, combining marks included. */
export const starts: Int32Array = new Int32Array(ROOM + 1)
export const ends: Int32Array = new Int32Array(ROOM + 1)
/** How the digit is written. */
export const forms: Uint8Array = new Uint8Array(ROOM + 1)
/** `MARKED`, `KEYCAP` bits. */
export const dress: Uint8Array = new Uint8Array(ROOM + 1)
/** Ingredients of the gap before the digit (see gap.ts); 0 for none, -1 for the first digit and at `count`. */
export const gaps: Int32Array = new Int32Array(ROOM + 1)
/** Equal for gaps that look alike. */
export const gapKeys: Int32Array = new Int32Array(ROOM + 1)
/** Index behind the digits that touch this one and each other. Set by `closeRun`. */
export const pieces: Int32Array = new Int32Array(ROOM + 1)

export const MARKED = 1
export const KEYCAP = 2

/** With so many digits a line break ends a run: tables and logs need not stay in memory as a whole. */
const LONG = 400
/** Digits in one piece beyond this are passed over: the whole piece is too long for a number either way. */
export const LONGEST_PIECE = 40

/** Behind a gap with these ingredients a new run must begin. */
export function isFull(gap: number): boolean {
  return run.count >= ((gap & GAP_NEWLINE) !== 0 ? LONG : ROOM - LONGEST_PIECE)
}

/** Takes the digit at `at` into the run; returns its end, combining marks included. */
export function pushDigit(text: string, at: number, unitClass: number, gap: number, gapKey: number): number {
  const unit = text.charCodeAt(at)
  let end = at + (unit >= 0xd800 && unit < 0xdc00 ? 2 : 1)
  let worn = 0
  while (kindAt(text, end) === KIND_MARK) {
    const mark = text.charCodeAt(end++)
    if (mark === 0x20e3) worn |= KEYCAP
    else if (mark < 0xfe00 || mark > 0xfe0f) worn |= MARKED
  }
  const index = run.count++
  values[index] = digitOf(unitClass)
  starts[index] = at
  ends[index] = end
  forms[index] = formOf(unitClass)
  dress[index] = worn
  gaps[index] = gap
  gapKeys[index] = gapKey
  run.plain &&= unitClass === PLAIN_ZERO + values[index] && end === at + 1
  return end
}

/** Takes at most `most` ASCII digits from `at` on, none with marks; the first is one. Returns the offset behind. */
export function pushPlain(text: string, at: number, most: number, gap: number, gapKey: number): number {
  let index = run.count
  gapKeys[index] = gapKey
  let before = gap
  let next = at
  for (; next < at + most; next++, index++) {
    const value = text.charCodeAt(next) - 0x30
    if (!(value >= 0 && value <= 9) || text.charCodeAt(next + 1) >= FIRST_MARK) break
    values[index] = value
    starts[index] = next
    ends[index] = next + 1
    forms[index] = dress[index] = 0
    gaps[index] = before
    before = 0
  }
  run.count = index
  return next
}

/** An ASCII digit without marks stands at `at`. */
export function isPlainAt(text: string, at: number, unitClass: number): boolean {
  return unitClass >= PLAIN_ZERO && unitClass <= PLAIN_ZERO + 9 && !(text.charCodeAt(at + 1) >= FIRST_MARK)
}

const PLAIN_ZERO = KIND_DIGIT << 12

/** Combining marks begin here. */
const FIRST_MARK = 0x300

/** Marks the end, finds the pieces, and reads a lone digit of another script as it looks among its neighbours. */
export function closeRun(text: string): void {
  const { count } = run
  gaps[count] = -1
  forms[count] = ASCII
  let end = count
  for (let index = count - 1; index >= 0; index--) {
    pieces[index] = end
    if (gaps[index] !== 0) end = index
    if (forms[index] === OTHER_SCRIPT && forms[index - 1] !== OTHER_SCRIPT && forms[index + 1] !== OTHER_SCRIPT)
      readLook(text, index)
  }
}

/** ৪ is a Bengali 4; alone among Latin digits it is read as the 8 it looks like. */
function readLook(text: string, index: number): void {
  const at = DECIMAL_LOOKALIKES.indexOf(text.charAt(starts[index] ?? 0))
  if (at >= 0) values[index] = Number(DECIMAL_LOOKALIKES[at + 1])
}

/** The digits `from`…`to`, ASCII. */
export function digitsOf(text: string, from: number, to: number): string {
  if (run.plain && pieces[from] === to) return text.slice(starts[from], ends[to - 1])
  let digits = ''
  for (let index = from; index < to; index++) digits += values[index]
  return digits
}

/** True for 四, 肆 and 幺: ways to write a Han digit that mix freely. */
export function isHanForm(form: number): boolean {
  return form >= HAN_DIGITS && form <= RADIO_DIGITS
}

/** The form, with all Han forms taken as one. */
export function writingOf(form: number): number {
  return isHanForm(form) ? HAN_DIGITS : form
}

/** True for a digit written as an ASCII letter. */
export function isLetter(index: number): boolean {
  return forms[index] === LETTERS
}
