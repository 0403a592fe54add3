/** SmsForwarder's default template, and what only resembles it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseForwarded } from '../../../src/page/sms/parse-forwarded.ts'
import { parseSender } from '../../../src/page/sms/parse-sender.ts'

function parts(text: string): [string, string] | undefined {
  const parsed = parseForwarded(text, 'smsforwarder-default')
  return parsed && [text.slice(parsed.sender.start, parsed.sender.end), text.slice(parsed.body.start, parsed.body.end)]
}

const tail = ['SIM1_中国移动', 'SubId：1', '2026-11-20 09:12:33', '备用机']

describe('the default template', () => {
  test.each([
    ['whole', ['106900000181', '【招商银行】详询95555。', ...tail]],
    ['without the device', ['106900000181', '【招商银行】详询95555。', ...tail.slice(0, 3)]],
    [
      'without the time (a view that shows it apart)',
      ['106900000181', '【招商银行】详询95555。', 'SIM1_中国移动', 'SubId：1', '备用机'],
    ],
    ['without the SubId', ['106900000181', '【招商银行】详询95555。', 'SIM1_中国移动', '2026-11-20 09:12:33']],
    ['with blank lines between', ['', '106900000181', '', '【招商银行】详询95555。', '', ...tail, '']],
  ])('%s', (_name, lines) => {
    expect(parts(lines.join('\n'))).toEqual(['106900000181', '【招商银行】详询95555。'])
  })

  test('the body may have lines of its own', () => {
    expect(parts(['+8613800000182', '第一行', '2026-11-20', '第三行', ...tail].join('\n'))?.[1]).toBe(
      '第一行\n2026-11-20\n第三行',
    )
  })

  test.each([
    ['a chat message', '这条是诈骗吧'],
    ['a number and a sentence', '95588\n打这个\n谢谢\n好'],
    ['a time stamp alone', '95588\n正文\n更多\n2026-11-20 09:12:33'],
    ['digits that are no sender', ['12', '【招商银行】详询95555。', ...tail].join('\n')],
    ['no body', ['95588', ...tail].join('\n')],
  ])('%s is not one', (_name, text) => {
    expect(parts(text)).toBeUndefined()
  })

  test('whatever the text, sender and body lie in it, in order', () => {
    let parsedOnes = 0
    const line = fc.constantFrom('95588', '【招商银行】详询95555。', '', ...tail)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const parsed = parseForwarded(lines.join('\n'), 'smsforwarder-default')
        if (!parsed) return
        parsedOnes++
        expect(parsed.sender.end).toBeGreaterThan(parsed.sender.start)
        expect(parsed.body.start).toBeGreaterThan(parsed.sender.end)
        expect(parsed.body.end).toBeGreaterThanOrEqual(parsed.body.start)
      }),
      { numRuns: 1000 },
    )
    expect(parsedOnes).toBeGreaterThan(50)
  })
})

describe('WhatsApp’s prefix', () => {
  test.each([
    ['[10:54, 2026/11/20] +86 138 0000 0150: ', '+86 138 0000 0150'],
    ['[10:54 AM, 11/20/2026] Bank: support: ', 'Bank: support'],
    ['[上午10:54, 2026/11/20] 京东金融：', '京东金融'],
    ['10:54 +86 138 0000 0150: ', undefined],
    ['[10:54, 2026/11/20] : ', undefined],
    ['', undefined],
  ])('%j', (value, sender) => {
    expect(parseSender(value, 'wa-pre-plain')).toBe(sender)
  })

  test('without a parser the text is the sender', () => {
    expect(parseSender(' 95588 ', undefined)).toBe('95588')
    expect(parseSender('  ', undefined)).toBeUndefined()
  })
})
