/** Names every trick that had to be undone to read a number. */
import type { Candidate } from './candidate.ts'
import { ASCII, FULLWIDTH, HAN_DIGITS, RADIO_DIGITS } from './char-class.ts'
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
} from './gap.ts'
import { isSpread } from './grouping.ts'
import { COUNTRY_CODE, NO_PREFIX, prefixOf, SPOOFED_PLUS } from './plan.ts'
import { dress, forms, KEYCAP, MARKED, run } from './run.ts'

/** First the ways of writing digits, in the order of char-class.ts and without ASCII and full-width, then the rest. */
const NAMES: readonly Disguise[] = [
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
  'keycap',
  'combining-marks',
  'mixed-scripts',
  'zero-width',
  'odd-spaces',
  'odd-separators',
  'filler',
  'line-break',
  'brackets',
  'plus-prefix',
  'regrouped',
]

const EVERYDAY = GAP_SPACE | GAP_DASH
const ODD_SEPARATOR = GAP_ODD_DASH | GAP_DOT | GAP_COMMA | GAP_SYMBOL | GAP_SLASH | GAP_COLON
/** ASCII and full-width digits: normal typography. */
const ORDINARY = (1 << ASCII) | (1 << FULLWIDTH)
const HAN = (1 << HAN_DIGITS) | (1 << (HAN_DIGITS + 1)) | (1 << RADIO_DIGITS)

/** Shared by all numbers without. */
const NONE: Disguise[] = []

/** Empty for full-width digits, ordinary grouping and +86. */
export function nameDisguises(text: string, candidate: Candidate): Disguise[] {
  const { from, to, bits, plan, groups } = candidate
  const prefix = prefixOf(plan)
  // Most numbers: nothing to undo.
  if (run.plain && (bits & ~EVERYDAY) === 0 && groups < 4 && prefix === NO_PREFIX) return NONE
  let written = 0
  let worn = 0
  for (let index = from; index < to; index++) {
    written |= 1 << (forms[index] ?? 0)
    worn |= dress[index] ?? 0
  }
  const spread = isSpread(candidate) ? bits : 0
  const others = [
    worn & KEYCAP,
    worn & MARKED,
    isMixed(written),
    bits & GAP_INVISIBLE,
    (bits & GAP_ODD_SPACE) | (spread & GAP_SPACE),
    (bits & ODD_SEPARATOR) | (spread & GAP_DASH),
    bits & (GAP_WORD | GAP_FILLER),
    bits & GAP_NEWLINE,
    bits & GAP_BRACKET && !areaInBrackets(text, candidate),
    prefix === SPOOFED_PLUS,
    isRegrouped(candidate),
  ]
  return NAMES.filter((_, at) => (at <= LAST_FORM ? (written >> (at + 2)) & 1 : others[at - LAST_FORM - 1]))
}

const LAST_FORM = 10

/** More than one way of writing, the ordinary ones and those of Han digits taken as one each. */
function isMixed(written: number): boolean {
  const ways = (written & ~ORDINARY & ~HAN) | (written & ORDINARY && 1) | (written & HAN && 1 << HAN_DIGITS)
  return (ways & (ways - 1)) !== 0
}

/** 00861-80696-19901: the country code runs into the number so that its groups hide it. */
function isRegrouped({ plan, plus, groups, first }: Candidate): boolean {
  const behind = first - (plus ? 2 : 4)
  return prefixOf(plan) === COUNTRY_CODE && groups > 1 && (behind === 1 || behind === 2)
}

/** (010)6206 3646, (+86) 138… and +1 (202) 555-0171 are ordinary: one pair of brackets around the area or country. */
function areaInBrackets(text: string, candidate: Candidate): boolean {
  const raw = text.slice(candidate.start, candidate.end)
  return /^[^()（）]{0,7}[(（]?[^()（）]{1,6}[)）][^()（）]*$/.test(raw)
}
