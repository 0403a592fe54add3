/**
 * The hand-written cases, rewritten so that a reader takes them for the same: other width, other characters, a sentence
 * more, a blank line more. Nothing may become official by it, and nobody be accused.
 */
import { describe, expect, test } from 'vitest'
import { judgeText, type TextOptions } from '../../src/verdict/judge-text.ts'
import type { Verdict, VerdictCode } from '../../src/verdict/verdict.ts'
import { allCases } from './cases/all-cases.ts'
import type { Case } from './cases/case.ts'
import { realIndex } from './real-index.ts'
import { CLOCK } from './tiny-registry.ts'

const cases = allCases.filter((one) => one.registry === undefined && one.days === undefined)

const ACCUSATIONS: ReadonlySet<VerdictCode> = new Set<VerdictCode>([
  'official-other',
  'lookalike',
  'malformed',
  'retired',
  'reported',
])

const SIMPLIFIED =
  '国银农业华东兴财贷钱网联购宝条极还数满乐电讯订险证资产实际阳储邮团长风处达点随时车币号问专线热话务征诈'
const TRADITIONAL =
  '國銀農業華東興財貸錢網聯購寶條極還數滿樂電訊訂險證資產實際陽儲郵團長風處達點隨時車幣號問專線熱話務徵詐'

function replaced(text: string, from: string, to: string): string {
  return [...text].map((one) => to[from.indexOf(one)] ?? one).join('')
}

const DIGITS = '0123456789'
const WIDE_DIGITS = '０１２３４５６７８９'

/** Signs that keep their meaning in the other width; the plus, brackets and dashes of numbers stay as they are. */
const WIDE_SIGNS = '，：；！？'
const NARROW_SIGNS = ',:;!?'

function judge(text: string, one: Case): Verdict[] {
  const options: TextOptions = {
    mode: one.mode ?? 'page',
    ...(one.sender !== undefined && { sender: one.sender }),
    ...(one.title !== undefined && { title: one.title }),
    ...(one.url !== undefined && { url: one.url }),
  }
  return judgeText(text, options, realIndex, CLOCK)
}

const known = new Map<Case, Map<string, Set<VerdictCode>>>()

/** The codes of each number as the case has it. */
function codesBefore(one: Case): Map<string, Set<VerdictCode>> {
  const before = known.get(one) ?? new Map<string, Set<VerdictCode>>()
  if (known.has(one)) return before
  for (const { canonical, code } of judge(one.text, one))
    before.set(canonical, (before.get(canonical) ?? new Set()).add(code))
  known.set(one, before)
  return before
}

/** What got worse, number by number. */
function faults(one: Case, rewritten: string): string[] {
  if (rewritten === one.text) return []
  const before = codesBefore(one)
  return judge(rewritten, one).flatMap(({ canonical, code }) => {
    const codes = before.get(canonical)
    if (codes?.has(code) || (code !== 'official' && !ACCUSATIONS.has(code))) return []
    return [`${one.why}: ${canonical} ${[...(codes ?? ['not read'])]} → ${code} in ${JSON.stringify(rewritten)}`]
  })
}

/** Small talk with neither names nor numbers, as its own sentence and its own line. */
const TALK = '今天天气不错。'

const rewrites: Record<string, (text: string) => string> = {
  'wide digits': (text) => replaced(text, DIGITS, WIDE_DIGITS),
  'narrow digits': (text) => replaced(text, WIDE_DIGITS, DIGITS),
  'traditional characters': (text) => replaced(text, SIMPLIFIED, TRADITIONAL),
  'simplified characters': (text) => replaced(text, TRADITIONAL, SIMPLIFIED),
  'narrow punctuation': (text) => replaced(text, WIDE_SIGNS, NARROW_SIGNS),
  'wide punctuation': (text) => (text.includes('://') ? text : replaced(text, NARROW_SIGNS, WIDE_SIGNS)),
  'another dash': (text) => text.replaceAll('-', '–'),
  'two blanks for one': (text) => text.replaceAll(' ', '  '),
  'line breaks of another system': (text) => text.replaceAll('\n', '\r\n'),
  'a sentence behind': (text) => `${text}${/[。！？】］\]]$/u.test(text) ? '' : '。'}\n${TALK}`,
  'a sentence before': (text) => `${TALK}\n${text}`,
  'a block before and behind': (text) => `${TALK}\n\n${text}\n\n${TALK}`,
  'more blank lines': (text) => `\n\n${text.replaceAll('\n\n', '\n \n\n')}\n\n`,
  'blanks at the ends of lines': (text) => text.replaceAll('\n', ' \n '),
}

describe('a text written otherwise', () => {
  test.each(Object.entries(rewrites))('%s', (_, rewrite) => {
    const rewritten = cases.map((one) => ({ one, text: rewrite(one.text) }))
    expect(rewritten.some(({ one, text }) => text !== one.text)).toBe(true)
    expect(rewritten.flatMap(({ one, text }) => faults(one, text))).toEqual([])
  })
})
