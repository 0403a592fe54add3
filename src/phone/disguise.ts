/** Names every trick that had to be undone to read a number. */
import type { Candidate } from './candidate.ts'
import { ASCII, FORMS, FULLWIDTH, HAN_DIGITS, RADIO_DIGITS } from './char-class.ts'
import type { Disguise } from './found.ts'
import {
  GAP_BRACKET,
  GAP_COLON,
  GAP_COMMA,
  GAP_DASH,
  GAP_DOT,
  GAP_FILLER,
  GAP_INVISIBLE,
  GAP_NEWLINE,
  GAP_ODD_DASH,
  GAP_ODD_SPACE,
  GAP_SLASH,
  GAP_SPACE,
  GAP_SYMBOL,
  GAP_WORD,
  PLAIN_GAP,
} from './gap.ts'
import { isSpread } from './grouping.ts'
import { COUNTRY_CODE, NO_PREFIX, prefixOf, SPOOFED_PLUS } from './numbering-plan.ts'
import { dress, forms, KEYCAP, MARKED, run } from './run.ts'

const FROM_GAP: readonly [number, Disguise][] = [
  [GAP_INVISIBLE, 'zero-width'],
  [GAP_ODD_SPACE, 'odd-spaces'],
  [GAP_ODD_DASH | GAP_DOT | GAP_COMMA | GAP_SYMBOL | GAP_SLASH | GAP_COLON, 'odd-separators'],
  [GAP_WORD | GAP_FILLER, 'filler'],
  [GAP_NEWLINE, 'line-break'],
]

const EVERYDAY = GAP_SPACE | GAP_DASH
/** ASCII and full-width digits: normal typography. */
const ORDINARY = (1 << ASCII) | (1 << FULLWIDTH)
const HAN = (1 << HAN_DIGITS) | (1 << (HAN_DIGITS + 1)) | (1 << RADIO_DIGITS)

/** Shared by all numbers without. */
const NONE: Disguise[] = []
Object.freeze(NONE)

/** Empty for full-width digits, ordinary grouping and +86. */
export function nameDisguises(text: string, candidate: Candidate): Disguise[] {
  const { from, to, bits, plan, groups } = candidate
  // Most numbers: nothing to undo.
  if (run.plain && (bits & ~EVERYDAY) === 0 && groups < 4 && prefixOf(plan) === NO_PREFIX) return NONE
  let written = 0
  let worn = 0
  for (let index = from; index < to; index++) {
    written |= 1 << (forms[index] ?? 0)
    worn |= dress[index] ?? 0
  }
  const names: Disguise[] = []
  if ((written & ~ORDINARY) !== 0 || worn !== 0) nameForms(written, worn, names)
  if ((bits & ~PLAIN_GAP) !== 0) for (const [mask, name] of FROM_GAP) if (bits & mask) names.push(name)
  if (bits & GAP_BRACKET && !areaInBrackets(text, candidate)) names.push('brackets')
  if (isSpread(candidate)) {
    if (bits & GAP_DASH && !names.includes('odd-separators')) names.push('odd-separators')
    if (bits & GAP_SPACE && !names.includes('odd-spaces')) names.push('odd-spaces')
  }
  if (prefixOf(plan) === SPOOFED_PLUS) names.push('plus-prefix')
  if (isRegrouped(candidate)) names.push('regrouped')
  return names.length === 0 ? NONE : names
}

function nameForms(written: number, worn: number, names: Disguise[]): void {
  FORMS.forEach((form, index) => {
    if (written & (1 << index) & ~ORDINARY) names.push(form as Disguise)
  })
  if (worn & KEYCAP) names.push('keycap')
  if (worn & MARKED) names.push('combining-marks')
  const writings = (written & ORDINARY ? 1 : 0) + (written & HAN ? 1 : 0) + countBits(written & ~ORDINARY & ~HAN)
  if (writings > 1) names.push('mixed-scripts')
}

function countBits(bits: number): number {
  return bits === 0 ? 0 : (bits & 1) + countBits(bits >>> 1)
}

/** 00861-80696-19901: the country code runs into the number so that its groups hide it. */
function isRegrouped({ plan, plus, groups, first }: Candidate): boolean {
  const behind = first - (plus ? 2 : 4)
  return prefixOf(plan) === COUNTRY_CODE && groups > 1 && (behind === 1 || behind === 2)
}

/** (010)6206 3646, (+86) 138… and +1 (202) 555-0171 are ordinary: one pair of brackets around the area or country. */
function areaInBrackets(text: string, candidate: Candidate): boolean {
  const raw = text.slice(candidate.start, candidate.end)
  return /^[(（]?[+＋]?\d{0,4}[\s-]{0,2}[(（]?[^()（）]{1,6}[)）][^()（）]*$/.test(raw)
}
