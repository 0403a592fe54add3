import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstCluster, newGate } from '../../src/page/digit-gate.ts'
import { findInFlow } from '../../src/page/find-in-flow.ts'
import { figureEnd } from '../../src/page/running-figure.ts'

/** What is left of `text` behind the date or amount at its beginning. */
const rest = (text: string): string => text.slice(figureEnd(text, 0))

describe('figureEnd', () => {
  test.each([
    ['2026 年 3 月 4 日起', '起'],
    ['2026年3月，', '，'],
    ['3月15日24:00 前', '24:00 前'],
    ['15 日 24:00 前扣款', ' 前扣款'],
    ['850.00 元予以减免', '予以减免'],
    ['1,024.16元，详询95588', '，详询95588'],
    ['1,024.16 万元', '元'],
    ['2025.01.01-2025.12.31，有效问卷', '-2025.12.31，有效问卷'],
    ['2026-03-04 12:30:05 发布', ' 发布'],
    ['2026-03-04 95588', ' 95588'],
    ['2026/3/4', ''],
  ])('%s', (text, left) => {
    expect(rest(text)).toBe(left)
  })

  test.each([
    '95588',
    '400.820.8820 元',
    '95.588 次日回电',
    '95,588 人工服务',
    '10:08 6',
    '2026-03-041 号',
    '2026-03-04.5',
    '2026-13-04 发布',
    '2026-03.04 发布',
    '021-5888 元',
    '2026-03-04O',
  ])('none at the beginning of %s', (text) => {
    expect(rest(text)).toBe(text)
  })
})

/** Whether the gate lets the text through. */
const isLet = (text: string): boolean => firstCluster(text, 0, newGate()) >= 0

test('behind dates and amounts no number that the detector finds stays unseen', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '客服',
      '电话',
      ' ',
      '，',
      '。',
      '.',
      '-',
      ':',
      '元',
      '日',
      '月',
      '年',
      '号',
      '次',
      '点',
      '人工',
      '起',
    ),
    fc.constantFrom('95588', '400', '820', '5555', '8', '10', '2026', '95.58', '12:30', '03', '01-02', '八', '①', 'O'),
    fc.constantFrom('2026 年 3 月 4 日', '850.00 元', '4,009 份', '2025.01.01-2025.12.31', '15 日 24:00'),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      for (const { end } of findInFlow(text)) expect(isLet(`${text.slice(0, end)}，好`)).toBe(true)
    }),
    { numRuns: 5000 },
  )
})

const evalFolder = new URL('../../../shared/eval/', import.meta.url)

test.skipIf(!existsSync(evalFolder))('nor in the texts of ../shared/eval (skipped: no ../shared)', () => {
  let numbers = 0
  for (const file of ['eval.jsonl', 'synthetic.jsonl', 'decoys.jsonl']) {
    for (const line of readFileSync(new URL(file, evalFolder), 'utf8').split('\n').filter(Boolean)) {
      const { text } = JSON.parse(line) as { text: string }
      for (const { end } of findInFlow(text)) {
        numbers++
        expect(isLet(`${text.slice(0, end)}，好`)).toBe(true)
      }
    }
  }
  expect(numbers).toBeGreaterThan(500)
})
