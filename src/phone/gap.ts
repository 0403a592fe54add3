/** What stands between two digits: read forward from the first, as a set of ingredients. */
import {
  classAt,
  isWordLetter,
  KIND_DASH,
  KIND_HAN,
  KIND_NEWLINE,
  KIND_OTHER,
  KIND_SPACE,
  KIND_SYMBOL,
  KIND_WEAK,
  kindAt,
  kindOf,
  SEPARATOR_CLASS,
  UNIT_CLASS,
} from './char-class.ts'
import { SEPARATOR_WORD } from './char-data.ts'

/** Ingredients of a gap, as bits. */
export const GAP_SPACE = 1
export const GAP_ODD_SPACE = 2
export const GAP_DASH = 4
export const GAP_ODD_DASH = 8
export const GAP_DOT = 16
export const GAP_COMMA = 32
export const GAP_BRACKET = 64
export const GAP_SYMBOL = 128
export const GAP_WORD = 256
export const GAP_FILLER = 512
export const GAP_NEWLINE = 1024
export const GAP_INVISIBLE = 2048
/** No character at all: the way of writing digits changes here. */
export const GAP_SCRIPT = 4096
export const GAP_SLASH = 8192
export const GAP_COLON = 16384
/** More than three visible characters or four spaces: hardly one number. */
export const GAP_WIDE = 32768

/** Ingredients that people put between the groups of a number in good faith. */
export const PLAIN_GAP: number = GAP_SPACE | GAP_DASH | GAP_BRACKET | GAP_SCRIPT

const MAX_SIGNS = 6
const MAX_SPACES = 8

/** A gap while it is read. */
export interface Gap {
  /** Offset of the next digit; before reading: the end of the digit before. */
  end: number
  bits: number
  /** Equal for gaps that look alike: hidden characters and repeated spaces do not count. */
  key: number
}

/** Reads the gap that begins at `gap.end`, just behind a digit. False, `gap.end` unchanged, when no digit follows near enough. */
export function readGap(text: string, gap: Gap): boolean {
  let at = gap.end
  let bits = 0
  let signs = 0
  let spaces = 0
  let key = 7
  while (at < text.length) {
    const unitClass = classAt(text, at)
    const kind = kindOf(unitClass)
    if (kind >= KIND_WEAK) {
      if (at === gap.end) return false
      gap.end = at
      gap.bits = bits | (signs > 3 || spaces > 4 ? GAP_WIDE : 0)
      gap.key = key
      return true
    }
    const step = stepOver(text, at, kind)
    if (step < 0) return false
    bits |= step & 0xffff
    if (step & VISIBLE) signs++
    else if (kind === KIND_SPACE || kind === KIND_NEWLINE) spaces++
    if (signs > MAX_SIGNS || spaces > MAX_SPACES) return false
    if (
      step & VISIBLE ||
      (kind === KIND_SPACE && text.charCodeAt(at - 1) !== text.charCodeAt(at)) ||
      kind === KIND_NEWLINE
    ) {
      key = (Math.imul(key, 31) + text.charCodeAt(at + (step >> 20) - 1)) | 0
    }
    at += step >> 20
  }
  return false
}

/** Flag: the character is seen. Length in units from bit 20 on. */
const VISIBLE = 1 << 18

/** Bits, visibility and length of the joining character at `at`, or -1. */
function stepOver(text: string, at: number, kind: number): number {
  const unit = text.charCodeAt(at)
  if (kind === KIND_OTHER || kind > KIND_SYMBOL) return stepOverOther(text, at)
  if (kind === KIND_SPACE) return (unit <= 0x20 || unit === 0x3000 ? GAP_SPACE : GAP_ODD_SPACE) | ONE
  if (kind === KIND_DASH) return (isPlainDash(unit) ? GAP_DASH : GAP_ODD_DASH) | VISIBLE | ONE
  if (kind === KIND_SYMBOL) return symbolBits(unit) | VISIBLE | ONE
  return STEPS[kind] ?? -1
}

const ONE = 1 << 20

/** One unit of each kind whose signs are all alike, in the order of the kinds. */
const STEPS = [
  -1,
  ONE,
  GAP_INVISIBLE | ONE,
  -1,
  GAP_NEWLINE | ONE,
  -1,
  GAP_DOT | VISIBLE | ONE,
  GAP_COMMA | VISIBLE | ONE,
  GAP_BRACKET | VISIBLE | ONE,
  GAP_BRACKET | VISIBLE | ONE,
]

function isPlainDash(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit === 0xff0d
}

function symbolBits(unit: number): number {
  if (unit === 0x2f || unit === 0xff0f) return GAP_SLASH
  return unit === 0x3a || unit === 0xff1a ? GAP_COLON : GAP_SYMBOL
}

/** Emoji, a tag or variation selector above U+FFFF, a separator word, or one Han character between two digits. */
function stepOverOther(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd83c && unit <= 0xd83e && at + 1 < text.length) return GAP_SYMBOL | VISIBLE | (2 << 20)
  if (unit === 0xdb40) return GAP_INVISIBLE | (2 << 20)
  if (unit < 0x2e80 || isWordLetter(unit)) return -1
  if (UNIT_CLASS[unit] === SEPARATOR_CLASS) {
    SEPARATOR_WORD.lastIndex = at
    if (SEPARATOR_WORD.test(text)) return GAP_WORD | VISIBLE | ((SEPARATOR_WORD.lastIndex - at) << 20)
  }
  if (unit < 0xd800 && kindAt(text, at + 1) >= KIND_HAN) return GAP_FILLER | VISIBLE | (1 << 20)
  return -1
}
