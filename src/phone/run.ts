/** Candidate runs: digits of any writing that stand close together. One pass over the UTF-16 units. */
import { classAt, digitOf, FORMS, formOf, isWordLetter, KIND, kindOf, RUN_START, UNIT_CLASS } from './char-class.ts'
import { GAP, gapBits, gapEnd, readGap } from './gap.ts'

/** Parallel arrays: one entry per digit; a digit with `gap` 0 stands directly behind the one before it. */
export interface Run {
  values: number[]
  /** UTF-16 offset of the digit and of its end, combining marks included. */
  starts: number[]
  ends: number[]
  /** Index into `FORMS`. */
  forms: number[]
  /** `MARKED`, `KEYCAP` bits. */
  dress: number[]
  /** Ingredients of the gap before the digit (see gap.ts); 0 for none, -1 for the first digit. */
  gaps: number[]
}

export const MARKED = 1
export const KEYCAP = 2

const LETTERS = FORMS.indexOf('letters')
const MAX_LETTERS = 12

/** Calls `visit` with every run of at least `least` digits, in text order. Linear in the text. */
export function scanRuns(text: string, least: number, visit: (run: Run) => void): void {
  const end = text.length
  let barrier = 0
  for (let at = 0; at < end; at++) {
    if ((UNIT_CLASS[text.charCodeAt(at)] ?? 0) < RUN_START) continue
    if (classAt(text, at) < RUN_START) continue
    const stop = quickEnd(text, at)
    if (stop > 0) {
      at = stop - 1
      continue
    }
    const run = emptyRun()
    at = barrier = readRight(text, at, readLeft(text, at, barrier, run), run)
    if (run.values.length >= least) visit(run)
    at--
  }
}

/** Most digits of prose are years, counts and single Han numerals: up to two digits and then a letter. Their end, else 0. */
function quickEnd(text: string, at: number): number {
  const first = UNIT_CLASS[text.charCodeAt(at + 1)] ?? 0
  if (first !== 0 || text.charCodeAt(at + 1) < 0x80) return 0
  const afterNext = UNIT_CLASS[text.charCodeAt(at + 2)] ?? 0
  return kindOf(afterNext) >= KIND.weak || text.charCodeAt(at + 1) >= 0xd800 ? 0 : isJoin(text, at + 1) ? 0 : at + 1
}

/** The separator words begin with one of these characters. */
function isJoin(text: string, at: number): boolean {
  return '空破减横斜短杠点'.includes(text.charAt(at))
}

function emptyRun(): Run {
  return { values: [], starts: [], ends: [], forms: [], dress: [], gaps: [] }
}

/**
 * Look-alike letters directly before the first digit (O311, l73) belong to the run when no other letter is glued to
 * them. Returns the ingredients of the gap before the first digit proper.
 */
function readLeft(text: string, at: number, barrier: number, run: Run): number {
  let from = at
  while (from > barrier && at - from < MAX_LETTERS) {
    const kind = kindOf(UNIT_CLASS[text.charCodeAt(from - 1)] ?? 0)
    if (kind !== KIND.weak && kind !== KIND.invisible && kind !== KIND.mark) break
    from--
  }
  if (from > 0 && isWordLetter(text.charCodeAt(from - 1))) return -1
  let bits = -1
  for (let index = from; index < at; ) {
    const unitClass = UNIT_CLASS[text.charCodeAt(index)] ?? 0
    if (kindOf(unitClass) !== KIND.weak) {
      index++
      if (run.values.length > 0) bits = GAP.invisible
      continue
    }
    index = push(text, index, unitClass, bits > 0 ? bits : gapBefore(run, unitClass), run)
    bits = 0
  }
  return bits
}

/** Reads digits and gaps from `at`; returns the offset behind the run. */
function readRight(text: string, at: number, gapAt: number, run: Run): number {
  let next = at
  let bits = gapAt
  for (;;) {
    const unitClass = classAt(text, next)
    const kind = kindOf(unitClass)
    if (kind === KIND.weak && !weakRunFits(text, next)) return next
    if (kind < KIND.weak) {
      const gap = readGap(text, next)
      if (gap < 0) return next
      next = gapEnd(gap)
      bits = gapBits(gap)
      continue
    }
    next = push(text, next, unitClass, bits <= 0 ? gapBefore(run, unitClass) : bits, run)
    bits = 0
  }
}

/** A change of writing between two touching digits is a soft boundary. */
function gapBefore(run: Run, unitClass: number): number {
  if (run.values.length === 0) return -1
  return writingOf(run.forms[run.forms.length - 1] ?? 0) === writingOf(formOf(unitClass)) ? 0 : GAP.script
}

const FIRST_HAN = FORMS.indexOf('han-digits')
const LAST_HAN = FORMS.indexOf('radio-digits')

/** True for 四, 肆 and 幺: ways to write a Han digit that mix freely. */
export function isHanForm(form: number): boolean {
  return form >= FIRST_HAN && form <= LAST_HAN
}

/** The form, with all Han forms taken as one. */
export function writingOf(form: number): number {
  return isHanForm(form) ? FIRST_HAN : form
}

function push(text: string, at: number, unitClass: number, gap: number, run: Run): number {
  let end = at + (text.charCodeAt(at) >= 0xd800 && text.charCodeAt(at) < 0xdc00 ? 2 : 1)
  const start = at
  let dress = 0
  while (kindOf(UNIT_CLASS[text.charCodeAt(end)] ?? 0) === KIND.mark) {
    const unit = text.charCodeAt(end++)
    if (unit === 0x20e3) dress |= KEYCAP
    else if (unit < 0xfe00 || unit > 0xfe0f) dress |= MARKED
  }
  run.values.push(digitOf(unitClass))
  run.starts.push(start)
  run.ends.push(end)
  run.forms.push(formOf(unitClass))
  run.dress.push(dress)
  run.gaps.push(gap)
  return end
}

/** Look-alike letters count as digits only when the whole word is made of them. */
function weakRunFits(text: string, at: number): boolean {
  let next = at
  while (next - at < MAX_LETTERS && kindOf(UNIT_CLASS[text.charCodeAt(next)] ?? 0) === KIND.weak) next++
  return !isWordLetter(text.charCodeAt(next))
}

/** True for a digit written as an ASCII letter. */
export function isLetter(run: Run, index: number): boolean {
  return run.forms[index] === LETTERS
}
