/** A run: digits of any writing that stand close together, digit by digit. */
import {
  digitOf,
  formOf,
  HAN_DIGITS,
  KIND_DIGIT,
  KIND_MARK,
  kindAt,
  LETTERS,
  lookOf,
  OTHER_SCRIPT,
  RADIO_DIGITS,
} from './char-class.ts'
import { GAP_NEWLINE } from './gap.ts'

/** Parallel arrays: one entry per digit. Reused from run to run: entries from `count` on mean nothing. */
export interface Run {
  count: number
  /** All digits are ASCII, none with marks. */
  plain: boolean
  values: Uint8Array
  /** UTF-16 offset of the digit and of its end, combining marks included. */
  starts: Int32Array
  ends: Int32Array
  /** Index into `FORMS`. */
  forms: Uint8Array
  /** `MARKED`, `KEYCAP` bits. */
  dress: Uint8Array
  /** Ingredients of the gap before the digit (see gap.ts); 0 for none, -1 for the first digit and at `count`. */
  gaps: Int32Array
  /** Equal for gaps that look alike. */
  gapKeys: Int32Array
  /** Index behind the digits that touch this one and each other. Set by `closeRun`. */
  pieces: Int32Array
}

export const MARKED = 1
export const KEYCAP = 2

/** Digits that a run has room for, and one entry behind them. */
const ROOM = 1024

export function emptyRun(): Run {
  const bytes = () => new Uint8Array(ROOM + 1)
  const words = () => new Int32Array(ROOM + 1)
  return {
    count: 0,
    plain: true,
    values: bytes(),
    starts: words(),
    ends: words(),
    forms: bytes(),
    dress: bytes(),
    gaps: words(),
    gapKeys: words(),
    pieces: words(),
  }
}

/** With so many digits a line break ends a run: tables and logs need not stay in memory as a whole. */
const LONG = 400
/** Digits in one piece beyond this are passed over: the whole piece is too long for a number either way. */
export const LONGEST_PIECE = 40

/** Behind a gap with these ingredients a new run must begin. */
export function isFull({ count }: Run, gap: number): boolean {
  return count >= ((gap & GAP_NEWLINE) !== 0 ? LONG : ROOM - LONGEST_PIECE)
}

/** Takes the digit at `at` into the run; returns its end, combining marks included. */
export function pushDigit(text: string, at: number, unitClass: number, gap: number, gapKey: number, run: Run): number {
  const unit = text.charCodeAt(at)
  let end = at + (unit >= 0xd800 && unit < 0xdc00 ? 2 : 1)
  let dress = 0
  while (kindAt(text, end) === KIND_MARK) {
    const mark = text.charCodeAt(end++)
    if (mark === 0x20e3) dress |= KEYCAP
    else if (mark < 0xfe00 || mark > 0xfe0f) dress |= MARKED
  }
  const index = run.count++
  run.values[index] = digitOf(unitClass)
  run.starts[index] = at
  run.ends[index] = end
  run.forms[index] = formOf(unitClass)
  run.dress[index] = dress
  run.gaps[index] = gap
  run.gapKeys[index] = gapKey
  run.plain &&= unitClass === PLAIN_ZERO + run.values[index] && dress === 0
  return end
}

/** Takes at most `most` ASCII digits from `at` on, none with marks; the first is one. Returns the offset behind. */
export function pushPlain(text: string, at: number, most: number, gap: number, gapKey: number, run: Run): number {
  const { values, starts, ends, forms, dress, gaps, gapKeys } = run
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
export function closeRun(text: string, run: Run): void {
  const { count, plain, gaps, pieces, forms } = run
  gaps[count] = -1
  let end = count
  for (let index = count - 1; index >= 0; index--) {
    pieces[index] = end
    if (gaps[index] !== 0) end = index
    if (!plain && forms[index] === OTHER_SCRIPT) readLook(text, run, index)
  }
}

/** ৪ is a Bengali 4; alone among Latin digits it is read as the 8 it looks like. */
function readLook(text: string, { count, forms, starts, values }: Run, index: number): void {
  const before = index > 0 && forms[index - 1] === OTHER_SCRIPT
  const behind = index + 1 < count && forms[index + 1] === OTHER_SCRIPT
  const look = before || behind ? undefined : lookOf(text.charAt(starts[index] ?? 0))
  if (look !== undefined) values[index] = look
}

/** The digits `from`…`to`, ASCII. */
export function digitsOf(text: string, run: Run, from: number, to: number): string {
  const { values, forms, starts, ends, pieces } = run
  let digits = ''
  for (let index = from; index < to; ) {
    const stop = Math.min(to, pieces[index] ?? to)
    const start = starts[index] ?? 0
    const end = ends[stop - 1] ?? 0
    if (forms[index] === 0 && end - start === stop - index) {
      digits += text.slice(start, end)
      index = stop
    } else while (index < stop) digits += values[index++]
  }
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
export function isLetter(run: Run, index: number): boolean {
  return run.forms[index] === LETTERS
}
