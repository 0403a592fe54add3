/** What stands between two digits: read forward from the first, as a set of ingredients. */
import { classAt, isWordLetter, KIND, kindOf, UNIT_CLASS } from './char-class.ts'
import { SEPARATOR_WORDS } from './char-data.ts'

/** Ingredients of a gap, as bits. */
export const GAP = {
  space: 1,
  oddSpace: 2,
  dash: 4,
  oddDash: 8,
  dot: 16,
  comma: 32,
  bracket: 64,
  symbol: 128,
  word: 256,
  filler: 512,
  newline: 1024,
  invisible: 2048,
  /** No character at all: the way of writing digits changes here. */
  script: 4096,
  slash: 8192,
  colon: 16384,
  /** More than three visible characters or four spaces: hardly one number. */
  wide: 32768,
} as const

/** Ingredients that people put between the groups of a number in good faith. */
export const PLAIN_GAP: number = GAP.space | GAP.dash | GAP.bracket | GAP.script

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
    if (kind >= KIND.weak) {
      if (at === gap.end) return false
      gap.end = at
      gap.bits = bits | (signs > 3 || spaces > 4 ? GAP.wide : 0)
      gap.key = key
      return true
    }
    const step = stepOver(text, at, kind)
    if (step < 0) return false
    bits |= step & 0xffff
    if (step & VISIBLE) signs++
    else if (kind === KIND.space || kind === KIND.newline) spaces++
    if (signs > MAX_SIGNS || spaces > MAX_SPACES) return false
    if (
      step & VISIBLE ||
      (kind === KIND.space && text.charCodeAt(at - 1) !== text.charCodeAt(at)) ||
      kind === KIND.newline
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
  const one = 1 << 20
  switch (kind) {
    case KIND.mark:
      return one
    case KIND.invisible:
      return GAP.invisible | one
    case KIND.space:
      return (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x3000 ? GAP.space : GAP.oddSpace) | one
    case KIND.newline:
      return GAP.newline | one
    case KIND.dash:
      return (isPlainDash(text.charCodeAt(at)) ? GAP.dash : GAP.oddDash) | VISIBLE | one
    case KIND.dot:
      return GAP.dot | VISIBLE | one
    case KIND.comma:
      return GAP.comma | VISIBLE | one
    case KIND.open:
    case KIND.close:
      return GAP.bracket | VISIBLE | one
    case KIND.symbol:
      return symbolBits(text.charCodeAt(at)) | VISIBLE | one
    default:
      return stepOverOther(text, at)
  }
}

function isPlainDash(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit === 0xff0d
}

function symbolBits(unit: number): number {
  if (unit === 0x2f || unit === 0xff0f) return GAP.slash
  return unit === 0x3a || unit === 0xff1a ? GAP.colon : GAP.symbol
}

/** Emoji, a tag or variation selector above U+FFFF, a separator word, or one Han character between two digits. */
function stepOverOther(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd83c && unit <= 0xd83e && at + 1 < text.length) return GAP.symbol | VISIBLE | (2 << 20)
  if (unit === 0xdb40) return GAP.invisible | (2 << 20)
  if (unit < 0x2e80 || isWordLetter(unit)) return -1
  const word = SEPARATOR_WORDS.find((candidate) => text.startsWith(candidate, at))
  if (word !== undefined) return GAP.word | VISIBLE | (word.length << 20)
  if (unit < 0xd800 && (UNIT_CLASS[text.charCodeAt(at + 1) | 0] ?? 0) >> 12 >= KIND.han)
    return GAP.filler | VISIBLE | (1 << 20)
  return -1
}
