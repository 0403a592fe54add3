/** Do digits stand so close on either side of a candidate that it is a piece of something longer? */
import type { Candidate } from './candidate.ts'
import { readExtension } from './extension.ts'
import {
  GAP_COLON,
  GAP_COMMA,
  GAP_DASH,
  GAP_DOT,
  GAP_NEWLINE,
  GAP_ODD_DASH,
  GAP_SCRIPT,
  GAP_SLASH,
  GAP_SPACE,
  GAP_SYMBOL,
  GAP_WIDE,
} from './gap.ts'
import { isStrong } from './plan.ts'
import { forms, gapKeys, gaps, isHanForm, isLetter, pieces, run } from './run.ts'

const TIGHT = GAP_DASH | GAP_ODD_DASH | GAP_DOT | GAP_SLASH | GAP_COLON | GAP_SYMBOL | GAP_COMMA

function isTight(gap: number): boolean {
  return (gap & TIGHT) !== 0 && (gap & (GAP_SPACE | GAP_NEWLINE | GAP_WIDE)) === 0
}

/** Digits stand so close on either side that this is a piece of something longer. */
export function isFragment(text: string, candidate: Candidate, free: number): boolean {
  const strong = isStrong(candidate.plan)
  return isLeftFragment(candidate, free, strong) || isRightFragment(text, candidate, strong)
}

function isLeftFragment(candidate: Candidate, free: number, strong: boolean): boolean {
  const { from } = candidate
  if (from <= free || from === 0 || isLetter(from - 1) || beginsWord(from - 1, from)) return false
  const left = gaps[from] ?? 0
  if (isTight(left) && !(strong && ((left & GAP_COMMA) !== 0 || opensList(candidate)))) return true
  return (left & GAP_SCRIPT) === 0 && sameGapInside(candidate, from)
}

function isRightFragment(text: string, candidate: Candidate, strong: boolean): boolean {
  const { to } = candidate
  if (to >= run.count || isLetter(to) || beginsWord(to, to - 1)) return false
  if (readExtension(text, candidate.end) !== undefined) return false
  const right = gaps[to] ?? 0
  // 95 158 160, 139,4203,2417,1480 and 133 208 71 215 73: figures of a table.
  if ((!strong || candidate.groups > 3 || (right & GAP_COMMA) !== 0) && sameGapInside(candidate, to)) return true
  if (!isTight(right) || (right & GAP_COMMA) !== 0) return false
  return strong ? (right & (GAP_DOT | GAP_DASH | GAP_COLON)) !== 0 : (right & GAP_SLASH) === 0 || to + 4 >= run.count
}

/** A Han numeral beside plain digits is a word of the sentence: 客服95588。一般…, 方式一：95588. */
function beginsWord(outside: number, inside: number): boolean {
  return isHanForm(forms[outside] ?? 0) && !isHanForm(forms[inside] ?? 0)
}

/** The sign before digit `at` is one that groups the candidate itself: 0200 0031 0905 4203 874, or a comma as there. */
function sameGapInside({ from, to, bits }: Candidate, at: number): boolean {
  if ((bits & (gaps[at] ?? 0) & GAP_COMMA) !== 0) return true
  for (let index = from + 1; index < to; index++) {
    if ((gaps[index] ?? 0) > 0 && gapKeys[index] === gapKeys[at]) return true
  }
  return false
}

/** 1.13800138000: one or two digits at the beginning of the run number a list. */
function opensList(candidate: Candidate): boolean {
  const { from } = candidate
  return from <= 2 && pieces[0] === from
}
