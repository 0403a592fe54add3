/** Texts that are nothing but a time or a delivery status. */
import { describe, expect, test } from 'vitest'
import { isSelfName, isTimeText, statusOf } from '../../../src/page/sms/time-text.ts'

describe('times', () => {
  test.each([
    '14:02',
    '9:30 AM',
    '11月18日 09:00',
    '2026-11-20 09:12:33',
    '昨天 上午10:05',
    '周五',
    '11-20 20:18',
    '2026/11/20',
    'Friday, November 20 2026, 1:58 AM',
    'Nov 20, 10:54 AM',
    '3分钟前',
    '5 min ago',
    '刚刚',
    '上午10:54',
    'yesterday',
    '11/20/2026',
  ])('%s', (text) => {
    expect(isTimeText(text)).toBe(true)
  })

  test.each([
    '95588',
    '010-55501064',
    '400-444-0117',
    '138 0000 0117',
    '好',
    '',
    '2026',
    '验证码 9:30',
    '还款日11月22日',
    '10086',
    '1000 元',
  ])('%j is none', (text) => {
    expect(isTimeText(text)).toBe(false)
  })
})

test.each([
  ['已发送', 'sent'],
  ['发送', 'sent'],
  ['接收', 'other'],
  ['Delivered', 'sent'],
  ['✓✓', 'sent'],
  ['未读', 'other'],
  ['SIM 1', 'other'],
  ['95588', undefined],
  ['', undefined],
])('status %j: %s', (text, status) => {
  expect(statusOf(text)).toBe(status)
})

test('the reader’s own name', () => {
  expect(['我', 'You', 'me:', '我们', '李我'].map(isSelfName)).toEqual([true, true, true, false, false])
})
