import { describe, expect, it } from 'vitest'
import { parseLogLine } from '../../../src/page/sms/parse-log-line.ts'

const bodyOf = (text: string) => {
  const head = parseLogLine(text)
  return head && { sender: head.sender, sent: head.sent, body: text.slice(head.bodyAt) }
}

describe('the head of a log line', () => {
  it.each([
    ['[2026-11-19 08:00:01] ← 106900000531: 【工商银行】今日还款', '106900000531', false, '【工商银行】今日还款'],
    ['[2026-11-19 08:21:01] → +8613900000533: 我打过了', '+8613900000533', true, '我打过了'],
    ['2026/11/19 08:21 发送 13900000533：好的', '13900000533', true, '好的'],
    ['(11-19 08:21) 95533: 客服95533', '95533', false, '客服95533'],
    ['08:21 <<< 95533: a: b', '95533', false, 'a: b'],
  ])('%s', (text, sender, sent, body) => {
    expect(bodyOf(text)).toEqual({ sender, sent, body })
  })

  it.each([
    '【工商银行】客服热线：95588',
    '客服电话 95588: 24小时',
    '2026年11月19日 08:21 小王: 95588',
    '95588: 工商银行',
    '08:21 12: x',
    '12345 13900000531: 好的',
    '2026-13-45-99 13900000531: 好的',
    '',
  ])('is none: %s', (text) => {
    expect(parseLogLine(text)).toBeUndefined()
  })

  it('long lines cost no more than short ones', () => {
    expect(parseLogLine(`${'1 '.repeat(100_000)}:`)).toBeUndefined()
  })
})
