/** The class of every UTF-16 unit: can it be a digit, and of which kind, or stand between digits? One table, built once. */
import { ASTRAL_DECIMAL_ZEROS, DIGIT_ROWS, SEPARATOR_WORD } from './char-data.ts'

/** Kinds, lowest to highest: from `HAN` on a unit can begin a run of digits. */
export const KIND_OTHER = 0
export const KIND_MARK = 1
export const KIND_INVISIBLE = 2
export const KIND_SPACE = 3
export const KIND_NEWLINE = 4
export const KIND_DASH = 5
export const KIND_DOT = 6
export const KIND_COMMA = 7
export const KIND_OPEN = 8
export const KIND_CLOSE = 9
export const KIND_SYMBOL = 10
/** Letters and look-alikes: digits only beside digits. */
export const KIND_WEAK = 11
export const KIND_HAN = 12
/** High surrogate under which digits are encoded. */
export const KIND_ASTRAL = 13
export const KIND_DIGIT = 14

/** How a digit is written: circled, parenthesised, dotted and superscript are 2 to 5, formal Han digits (壹) 9, homoglyphs 12. */
export const ASCII = 0
export const FULLWIDTH = 1
export const MATH_DIGITS = 6
export const OTHER_SCRIPT = 7
export const HAN_DIGITS = 8
export const RADIO_DIGITS = 10
export const LETTERS = 11

const KIND_SHIFT = 12
const FORM_SHIFT = 4

/** Class of kind `KIND_OTHER` that is told apart: the characters of separator words. */
export const SEPARATOR_CLASS = 1

/** First class value that can begin a run. */
export const RUN_START: number = KIND_HAN << KIND_SHIFT
/** First class value of letters and digits. */
export const WEAK_START: number = KIND_WEAK << KIND_SHIFT

export function kindOf(unitClass: number): number {
  return unitClass >> KIND_SHIFT
}
export function formOf(unitClass: number): number {
  return (unitClass >> FORM_SHIFT) & 0xff
}
export function digitOf(unitClass: number): number {
  return unitClass & 0xf
}

function encode(kind: number, form = 0, value = 0): number {
  return (kind << KIND_SHIFT) | (form << FORM_SHIFT) | value
}

const table = new Uint16Array(0x10000)
/** Digits above U+FFFF. */
const astral = new Map<number, number>()

/** General categories by kind, as this engine's Unicode has them; a later row outranks an earlier one. */
const CATEGORIES: readonly [kind: number, pattern: string][] = [
  [KIND_SYMBOL, '\\p{S}\\p{Po}\\p{Pc}'],
  [KIND_OPEN, '\\p{Ps}\\p{Pi}<＜'],
  [KIND_CLOSE, '\\p{Pe}\\p{Pf}>＞'],
  [KIND_COMMA, ',，、﹐､﹑;；'],
  [KIND_DOT, '.·．。・•‧∙⋅｡･﹒…'],
  [KIND_DASH, '\\p{Pd}⁃−─━~～〜˗ー'],
  [KIND_SPACE, '\\p{Zs}\t'],
  [KIND_NEWLINE, '\n\r\u0085\u2028\u2029'],
  [KIND_DIGIT, '\\p{Nd}'],
  [KIND_INVISIBLE, '\\p{Default_Ignorable_Code_Point}\u2800'],
  [KIND_MARK, '\\p{M}'],
]

/** Where the BMP has them: not among Han ideographs, Hangul, surrogates and private use. */
const BLOCKS: readonly [number, number][] = [
  [0, 0x3400],
  [0xa490, 0xac00],
  [0xf900, 0x10000],
]

function putCategories(): void {
  for (const [from, to] of BLOCKS) {
    const units = String.fromCharCode(...Array.from({ length: to - from }, (_, n) => from + n))
    for (const [kind, set] of CATEGORIES) {
      for (const match of units.matchAll(new RegExp(`[${set}]+`, 'gu'))) {
        const start = from + match.index
        if (kind === KIND_DIGIT) for (let n = 0; n < match[0].length; n += 10) putTen(start + n)
        else table.fill(encode(kind), start, start + match[0].length)
      }
    }
  }
}

function putDigits(): void {
  for (const unit of SEPARATOR_WORD.source) if (unit > '一') table[unit.charCodeAt(0)] = SEPARATOR_CLASS
  let zero = 0
  for (const distance of ASTRAL_DECIMAL_ZEROS.split(' ')) {
    zero += Number.parseInt(distance, 36)
    putTen(zero)
  }
  DIGIT_ROWS.forEach(putRow)
}

/** The ten digits of a script. */
function putTen(zero: number): void {
  const form = zero >= 0x1d7ce && zero <= 0x1d7f6 ? MATH_DIGITS : OTHER_SCRIPT
  for (let value = 0; value < 10; value++) put(zero + value, form, value)
}

function putRow(row: string, form: number): void {
  let value = 0
  let code = 0
  for (const character of row) {
    const more = character === '…' ? 8 : 1
    for (let n = 0; n < more; n++) {
      code = more > 1 ? code + 1 : (character.codePointAt(0) ?? 0)
      if (code !== 0x20) put(code, form, value % 10)
      value++
    }
  }
}

function put(code: number, form: number, value: number): void {
  const found = encode(form < HAN_DIGITS ? KIND_DIGIT : form < LETTERS ? KIND_HAN : KIND_WEAK, form, value)
  if (code > 0xffff) astral.set(code, found)
  table[String.fromCodePoint(code).charCodeAt(0)] = code > 0xffff ? encode(KIND_ASTRAL) : found
}

putCategories()
putDigits()

/** Class of each UTF-16 unit. */
export const UNIT_CLASS: Uint16Array = table

/** Kind of the unit at `at`; `KIND_OTHER` outside the text. */
export function kindAt(text: string, at: number): number {
  return kindOf(table[text.charCodeAt(at) | 0] ?? 0)
}

/** Class of the character at `at`; 0 for a surrogate pair that is no digit, for a lone surrogate and past the end. */
export function classAt(text: string, at: number): number {
  const found = table[text.charCodeAt(at) | 0] ?? 0
  if (kindOf(found) !== KIND_ASTRAL) return found
  return astral.get(text.codePointAt(at) ?? 0) ?? 0
}

/** True for letters of the scripts that are mixed with digits in words, names and identifiers. */
export function isWordLetter(unit: number): boolean {
  const narrow = unit >= 0xff21 && unit <= 0xff5a ? unit - 0xfee0 : unit
  if (narrow < 0x80) return (narrow | 0x20) >= 0x61 && (narrow | 0x20) <= 0x7a
  return narrow >= 0xc0 && narrow <= 0x52f && narrow !== 0xd7 && narrow !== 0xf7
}
