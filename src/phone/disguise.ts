/** Names every trick that had to be undone to read a number. */
import type { Candidate } from './candidate.ts'
import { FORMS } from './char-class.ts'
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
import { KEYCAP, MARKED, writingOf } from './run.ts'

const FROM_GAP: readonly [number, Disguise][] = [
  [GAP_INVISIBLE, 'zero-width'],
  [GAP_ODD_SPACE, 'odd-spaces'],
  [GAP_ODD_DASH | GAP_DOT | GAP_COMMA | GAP_SYMBOL | GAP_SLASH | GAP_COLON, 'odd-separators'],
  [GAP_WORD | GAP_FILLER, 'filler'],
  [GAP_NEWLINE, 'line-break'],
]

const FULL_WIDTH = FORMS.indexOf('fullwidth')

/** In the order of the closed list; empty for full-width digits, ordinary grouping and +86. */
export function nameDisguises(text: string, candidate: Candidate): Disguise[] {
  const names = new Set<Disguise>()
  const forms = new Set<number>()
  const { run, from, to } = candidate
  const { bits } = candidate.grouping
  for (let index = from; index < to; index++) {
    const form = run.forms[index] ?? 0
    const dress = run.dress[index] ?? 0
    forms.add(form === FULL_WIDTH ? 0 : writingOf(form))
    const name = FORMS[form]
    if (name !== undefined && name !== 'ascii' && name !== 'fullwidth') names.add(name)
    if (dress & KEYCAP) names.add('keycap')
    if (dress & MARKED) names.add('combining-marks')
  }
  if (forms.size > 1) names.add('mixed-scripts')
  for (const [mask, name] of FROM_GAP) if (bits & mask) names.add(name)
  if (bits & GAP_BRACKET && !areaInBrackets(text, candidate)) names.add('brackets')
  if (isSpread(candidate.grouping) && (bits & (GAP_SPACE | GAP_DASH)) !== 0)
    names.add(bits & GAP_DASH ? 'odd-separators' : 'odd-spaces')
  if (candidate.plan.prefix === 'spoof') names.add('plus-prefix')
  return [...names]
}

/** (010)6206 3646, (+86) 138… and +1 (202) 555-0171 are ordinary: one pair of brackets around the area or country. */
function areaInBrackets(text: string, candidate: Candidate): boolean {
  const raw = text.slice(candidate.start, candidate.run.ends[candidate.to - 1])
  return /^[(（]?[+＋]?\d{0,4}[\s-]{0,2}[(（]?[^()（）]{1,6}[)）][^()（）]*$/.test(raw)
}
