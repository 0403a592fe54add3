/** Lines that name a message's sender or addressee. */
import { expect, test } from 'vitest'
import { parseLabelLine } from '../../../src/page/sms/parse-label-line.ts'

test.each([
  ['来自：106900003101', { number: '106900003101', sent: false, timed: false }],
  ['来自：95566 2026-11-20 09:20', { number: '95566', sent: false, timed: true }],
  ['From: +86 139 0000 3122 Nov 20, 2026 09:05 AM', { number: '+86 139 0000 3122', sent: false, timed: true }],
  ['发件人 : 13900003102 · 11月20日', { number: '13900003102', sent: false, timed: true }],
  ['收件人：13900003129', { number: '13900003129', sent: true, timed: false }],
  ['To: (202) 555-0102', { number: '(202) 555-0102', sent: true, timed: false }],
])('%s', (line, expected) => {
  expect(parseLabelLine(line)).toEqual(expected)
})

test.each([
  '来自：妈妈',
  '来自：95588客服',
  '来自 95588',
  'From: 95588 please call 95533',
  '客服：95588',
  '来自：',
  '106900003101',
])('%s names nobody', (line) => {
  expect(parseLabelLine(line)).toBeUndefined()
})
