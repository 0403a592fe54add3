/** The class of every UTF-16 unit: can it be a digit, and of which kind, or stand between digits? One table, built once. */
import {
  ASTRAL_DECIMAL_ZEROS,
  DECIMAL_LOOKALIKES,
  EXTENSION_UNITS,
  HOMOGLYPHS,
  LETTER_DIGITS,
  SEPARATOR_UNITS,
  STYLED_DIGITS,
  STYLED_ONES,
} from './char-data.ts'

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

/** How a digit is written. The order is part of the class encoding. */
export const FORMS = [
  'ascii',
  'fullwidth',
  'circled',
  'parenthesised',
  'dotted',
  'superscript',
  'math-digits',
  'other-script',
  'han-digits',
  'formal-digits',
  'radio-digits',
  'letters',
  'homoglyphs',
] as const
export type Form = (typeof FORMS)[number]

const KIND_SHIFT = 12
const FORM_SHIFT = 4

/** Classes of kind `KIND_OTHER` that are told apart. */
export const SEPARATOR_CLASS = 1
export const EXTENSION_CLASS = 2

/** First class value that can begin a run. */
export const RUN_START: number = KIND_HAN << KIND_SHIFT

export function kindOf(unitClass: number): number {
  return unitClass >> KIND_SHIFT
}
export function formOf(unitClass: number): number {
  return (unitClass >> FORM_SHIFT) & 0xff
}
export function digitOf(unitClass: number): number {
  return unitClass & 0xf
}

function encode(kind: number, form: Form = 'ascii', value = 0): number {
  return (kind << KIND_SHIFT) | (FORMS.indexOf(form) << FORM_SHIFT) | value
}

const table = new Uint16Array(0x10000)
/** Digits above U+FFFF. */
const astral = new Map<number, number>()

/** General categories by kind, as this engine's Unicode has them; a later row outranks an earlier one. */
const CATEGORIES: readonly [kind: number, pattern: string][] = [
  [KIND_SYMBOL, '\\p{S}\\p{Po}\\p{Pc}'],
  [KIND_OPEN, '\\p{Ps}\\p{Pi}<＜'],
  [KIND_CLOSE, '\\p{Pe}\\p{Pf}>＞'],
  [KIND_COMMA, ',，、﹐､﹑'],
  [KIND_DOT, '.·．。・•‧∙⋅｡･﹒…'],
  [KIND_DASH, '\\p{Pd}⁃−─━~～〜˗ー'],
  [KIND_SPACE, '\\p{Zs}\t'],
  [KIND_NEWLINE, '\n\r\u0085\u2028\u2029'],
  [KIND_DIGIT, '\\p{Nd}'],
  [KIND_INVISIBLE, '\\p{Default_Ignorable_Code_Point}\u2800'],
  [KIND_MARK, '\\p{Mn}\\p{Me}'],
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
  for (const row of HOMOGLYPHS) for (const glyph of row.slice(1)) put(glyph, KIND_WEAK, 'homoglyphs', Number(row[0]))
  for (const row of LETTER_DIGITS) for (const letter of row.slice(1)) put(letter, KIND_WEAK, 'letters', Number(row[0]))
  for (const unit of SEPARATOR_UNITS) table[unit.charCodeAt(0)] = SEPARATOR_CLASS
  for (const unit of EXTENSION_UNITS) table[unit.charCodeAt(0)] = EXTENSION_CLASS
  let zero = 0
  for (const distance of ASTRAL_DECIMAL_ZEROS.split(' ')) {
    zero += Number.parseInt(distance, 36)
    putTen(zero)
  }
  for (const [form, ones] of Object.entries(STYLED_ONES)) {
    for (const one of ones)
      for (let n = 0; n < 9; n++) put(String.fromCharCode(one.charCodeAt(0) + n), KIND_DIGIT, form as Form, n + 1)
  }
  for (const [form, rows] of Object.entries(STYLED_DIGITS)) {
    const kind = form.endsWith('-digits') ? KIND_HAN : KIND_DIGIT
    for (const row of rows) putRow(row, kind, form as Form)
  }
  putTen(0xff10, 'fullwidth')
  putTen(0x30, 'ascii')
}

function putRow(row: string, kind: number, form: Form): void {
  let value = Number(row[0])
  for (const character of row.slice(1)) put(character, kind, form, value++)
}

function putTen(zero: number, form: Form = zero >= 0x1d7ce && zero <= 0x1d7f6 ? 'math-digits' : 'other-script'): void {
  for (let value = 0; value < 10; value++) put(String.fromCodePoint(zero + value), KIND_DIGIT, form, value)
}

function put(character: string, kind: number, form: Form, value: number): void {
  if (character.length > 1) astral.set(character.codePointAt(0) ?? 0, encode(kind, form, value))
  table[character.charCodeAt(0)] = character.length > 1 ? encode(KIND_ASTRAL) : encode(kind, form, value)
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

/** What a lone digit of another script resembles among Latin digits: ৪ is a Bengali 4 and looks like 8. */
export function lookOf(character: string): string | undefined {
  return Object.entries(DECIMAL_LOOKALIKES).find(([, digits]) => digits.includes(character))?.[0]
}

/** True for letters of the scripts that are mixed with digits in words, names and identifiers. */
export function isWordLetter(unit: number): boolean {
  if (unit < 0x80) return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a
  return (unit >= 0xc0 && unit <= 0x52f && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0xff21 && unit <= 0xff5a)
}
