/** The class of every UTF-16 unit: can it be a digit, and of which kind, or stand between digits? One table, built once. */
import { DECIMAL_LOOKALIKES, HOMOGLYPHS, LETTER_DIGITS, STYLED_DIGITS } from './char-data.ts'
import { DECIMAL_ZEROS, IGNORABLE_RUNS, MARK_RUNS } from './unicode-data.ts'

/** Kinds, lowest to highest: from `HAN` on a unit can begin a run of digits. */
export const KIND = {
  other: 0,
  mark: 1,
  invisible: 2,
  space: 3,
  newline: 4,
  dash: 5,
  dot: 6,
  comma: 7,
  open: 8,
  close: 9,
  symbol: 10,
  /** Letters and look-alikes: digits only beside digits. */
  weak: 11,
  han: 12,
  /** High surrogate under which digits are encoded. */
  astral: 13,
  digit: 14,
} as const

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

/** First class value that can begin a run. */
export const RUN_START: number = KIND.han << KIND_SHIFT

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

function fill(from: number, to: number, kind: number): void {
  table.fill(encode(kind), from, to + 1)
}

function each(characters: string, kind: number): void {
  for (const character of characters) table[character.charCodeAt(0)] = encode(kind)
}

/** Signs that may stand between digits: general punctuation, arrows to dingbats, CJK and full-width signs. */
function putSigns(): void {
  for (const [from, to] of SIGN_BLOCKS) fill(from, to, KIND.symbol)
  each('#$%&*+/:;=@\\^_`|~"\'!¡§©«¬®°±´¶»¿×÷〒〓〰〱〾', KIND.symbol)
  each('-‐‑‒–—―⁃−⸺⸻─━－﹣﹘～〜˗ー', KIND.dash)
  each('.·．。・•‧∙⋅｡･﹒…', KIND.dot)
  each(',，、﹐､﹑', KIND.comma)
  each('([{<（［｛〈《「『【〔〖〘〚＜“‘❨❪❬❮❰❲❴⟨', KIND.open)
  each(')]}>）］｝〉》」』】〕〗〙〛＞”’❩❫❭❯❱❳❵⟩', KIND.close)
  each('\t\u00a0\u1680\u2007\u202f\u205f\u3000 ', KIND.space)
  fill(0x2000, 0x200a, KIND.space)
  each('\n\r\u0085\u2028\u2029', KIND.newline)
}

const SIGN_BLOCKS: readonly [number, number][] = [
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20c0],
  [0x2190, 0x245f],
  [0x2500, 0x2bff],
  [0x3003, 0x3004],
  [0x3008, 0x3020],
  [0x3030, 0x303f],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
]

/** Format characters and variation selectors show nothing; combining marks decorate the digit before them. */
function putMarks(): void {
  putRuns(MARK_RUNS, KIND.mark)
  putRuns(IGNORABLE_RUNS, KIND.invisible)
  each('\u2800', KIND.invisible)
}

/** Reads the writing of unicode-data.ts. */
function putRuns(runs: string, kind: number): void {
  let at = 0
  for (const run of runs.split(' ')) {
    const [distance = '', length = '1'] = run.split('.')
    const from = at + Number.parseInt(distance, 36)
    at = from + Number.parseInt(length, 36)
    fill(from, at - 1, kind)
  }
}

function putDigits(): void {
  for (const row of HOMOGLYPHS) for (const glyph of row.slice(1)) put(glyph, KIND.weak, 'homoglyphs', Number(row[0]))
  for (const row of LETTER_DIGITS) for (const letter of row.slice(1)) put(letter, KIND.weak, 'letters', Number(row[0]))
  for (const zero of DECIMAL_ZEROS.split(' ')) putTen(Number.parseInt(zero, 36))
  for (const [form, rows] of Object.entries(STYLED_DIGITS)) {
    const kind = form.endsWith('-digits') ? KIND.han : KIND.digit
    for (const row of rows) putRow(row, kind, form as keyof typeof STYLED_DIGITS)
  }
  putTen(0xff10, 'fullwidth')
  putTen(0x30, 'ascii')
  putRow('0🄀', KIND.digit, 'dotted')
  putRow('0🄁🄂🄃🄄🄅🄆🄇🄈🄉🄊', KIND.digit, 'dotted')
  putRow('0🄋', KIND.digit, 'circled')
  putRow('0🄌', KIND.digit, 'circled')
}

function putRow(row: string, kind: number, form: Form): void {
  let value = Number(row[0])
  for (const character of row.slice(1)) put(character, kind, form, value++)
}

function putTen(zero: number, form: Form = zero >= 0x1d7ce && zero <= 0x1d7f6 ? 'math-digits' : 'other-script'): void {
  for (let value = 0; value < 10; value++) put(String.fromCodePoint(zero + value), KIND.digit, form, value)
}

function put(character: string, kind: number, form: Form, value: number): void {
  if (character.length > 1) astral.set(character.codePointAt(0) ?? 0, encode(kind, form, value))
  table[character.charCodeAt(0)] = character.length > 1 ? encode(KIND.astral) : encode(kind, form, value)
}

putSigns()
putMarks()
putDigits()

/** Class of each UTF-16 unit. */
export const UNIT_CLASS: Uint16Array = table

/** Class of the character at `at`; 0 for a surrogate pair that is no digit, for a lone surrogate and past the end. */
export function classAt(text: string, at: number): number {
  const found = table[text.charCodeAt(at) | 0] ?? 0
  if (kindOf(found) !== KIND.astral) return found
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
