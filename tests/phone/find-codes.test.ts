import { describe, expect, it } from 'vitest'
import { findNumbersAndCodes } from '../../src/phone/find-codes.ts'

const seen = (text: string) => findNumbersAndCodes(text).map(({ raw, bare }) => (bare ? `${raw}?` : raw))

describe('findNumbersAndCodes', () => {
  it('adds 95 codes that no word speaks for, in text order', () => {
    expect(seen('中国平安 95511，我们走了一段很长很长的路，然后才想起来要拨打招商银行的客服电话95555')).toEqual([
      '95511?',
      '95555',
    ])
    expect(seen('花呗（95188）')).toEqual(['95188?'])
    expect(seen('广州银行 96699，江西银行 956055，美团 10107888')).toEqual(['96699?', '956055?', '10107888?'])
  })

  it('adds neither amounts, order numbers, longer codes nor other short codes', () => {
    for (const text of [
      '收入95511元',
      '收入96699元',
      '编号：10107888',
      '订单95511',
      '编号：95511',
      '共 95511 人',
      '平安 9551188',
      '平安 10086000',
      '8.95511',
    ])
      expect(seen(text), text).toEqual([])
  })
})
