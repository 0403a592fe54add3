/** Clocks of the message reader: whose rows these are, and when an adapter counts as blind. */
import { describe, expect, test } from 'vitest'
import { blindAfterMs, createHealth } from '../../../src/page/sms/health.ts'
import { createPairing, settleMs } from '../../../src/page/sms/pairing.ts'
import { isSigned, signatureOf } from '../../../src/page/sms/signature.ts'

describe('pairing rows with the header', () => {
  test('the first conversation is certain at once', () => {
    const pairing = createPairing()
    pairing.note('/71', '95588', false, 0)
    expect([pairing.settled(0), pairing.remaining(0)]).toEqual([true, 0])
  })

  test.each([
    ['the address changes', '/72', '95588', false],
    ['the header changes', '/71', '95533', false],
    ['most rows are exchanged', '/71', '95588', true],
  ])('after %s it takes 2 s', (_name, id, sender, replaced) => {
    const pairing = createPairing()
    pairing.note('/71', '95588', false, 0)
    pairing.note(id, sender, replaced, 5000)
    expect(pairing.settled(5000 + settleMs - 1)).toBe(false)
    expect(pairing.remaining(5500)).toBe(settleMs - 500)
    pairing.note(id, sender, false, 5000 + settleMs)
    expect(pairing.settled(5000 + settleMs)).toBe(true)
  })
})

describe('health', () => {
  test('blind after 4 visible seconds without a message, and well again with one', () => {
    const health = createHealth()
    expect(health.check(true, true, 0)).toBe(false)
    expect(health.check(true, true, blindAfterMs - 1)).toBe(false)
    expect(health.remaining(1000)).toBe(blindAfterMs - 1000)
    expect(health.check(true, true, blindAfterMs)).toBe(true)
    expect(health.check(false, true, blindAfterMs + 1)).toBe(false)
    expect(health.remaining(blindAfterMs + 1)).toBe(0)
  })

  test('hidden time does not count', () => {
    const health = createHealth()
    health.check(true, true, 0)
    health.check(true, false, 3000)
    expect(health.check(true, true, 5000)).toBe(false)
    expect(health.check(true, true, 5000 + blindAfterMs)).toBe(true)
  })
})

test.each([
  ['【招商银行】您的账单', '招商银行'],
  ['验证码：955880，请勿泄露。【京东】', '京东'],
  ['［工商银行］提醒', '工商银行'],
  ['【重要】请还款', undefined],
  ['【点击领取】额度', undefined],
  ['见【附件】说明', undefined],
  ['没有署名', undefined],
])('signature of %s: %s', (text, words) => {
  expect(signatureOf(text)).toBe(words)
  expect(isSigned(text)).toBe(words !== undefined)
})
