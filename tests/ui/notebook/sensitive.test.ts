import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sensitiveIn } from '../../../src/ui/notebook/sensitive.ts'

/** GB 11643 check digit, worked out in another way than the code under test: weights written out. */
function withCheckDigit(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return first17 + '10X98765432'[sum % 11]
}

const ids = ['11010119900307', '44030620001231', '31011519780101'].map((start) => withCheckDigit(`${start}123`))

describe('sensitiveIn', () => {
  it.each(ids)('notices the ID number %s, also in a sentence and in groups', (id) => {
    expect(sensitiveIn(id)).toBe('id-card')
    expect(sensitiveIn(`我的身份证${id}，请核实`)).toBe('id-card')
    expect(sensitiveIn(`${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`)).toBe('id-card')
    expect(sensitiveIn(id.toLowerCase())).toBe('id-card')
  })

  it('wants a date of birth in it: the check digit alone proves nothing', () => {
    const noMonth = withCheckDigit('11010119901307123')
    expect(sensitiveIn(withCheckDigit('11010119901207123'))).toBe('id-card')
    expect(sensitiveIn(noMonth)).toBeUndefined()
  })

  it('notices card numbers by their Luhn digit', () => {
    expect(sensitiveIn('卡号 4111 1111 1111 1111')).toBe('bank-card')
    const endings = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'].map((last) =>
      sensitiveIn(`622202000000000000${last}`),
    )
    expect(endings.filter((found) => found === 'bank-card')).toHaveLength(1)
  })

  it.each([
    '95588',
    '400-820-5555 转 3',
    '2026-11-21 19:30 还款 1,234.56 元',
    '工单号 20261121000123',
    '尾号 1234',
    '4111111111111112',
    '13800138000 13900139000',
  ])('lets %s pass', (text) => {
    expect(sensitiveIn(text)).toBeUndefined()
  })

  it('is total and quick on long texts of digits', () => {
    fc.assert(fc.property(fc.string(), (text) => void sensitiveIn(text)))
    expect(sensitiveIn('1 '.repeat(50_000))).toBeUndefined()
  })
})
