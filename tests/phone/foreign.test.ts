import { expect, it } from 'vitest'
import { canonicalNumber } from '../../src/phone/canonical-number.ts'
import { findNumbers } from '../../src/phone/find.ts'
import { confirmForeign, formatNumber } from '../../src/phone/foreign.ts'

it.each([
  ['call +44 20 7946 0958', '+442079460958'],
  ['电话：00852-25110278', '+85225110278'],
  ['电话：+852 1234 5678', '+85212345678'],
  ['dial 1-800-205-9716 now', '+18002059716'],
  ['your mobile number is 447422398611.', '+447422398611'],
])('%s holds %s', (text, canonical) => {
  expect(findNumbers(text).map((found) => confirmForeign(found)?.canonical)).toEqual([canonical])
})

it.each(['加+395562593互送体力', '+999 1234 5678'])('refuses what no country knows: %s', (text) => {
  expect(findNumbers(text).map(confirmForeign)).toEqual([undefined])
})

it('lets mainland numbers pass', () => {
  const numbers = findNumbers('致电95588，手机13800138000')
  expect(numbers).toHaveLength(2)
  for (const number of numbers) expect(confirmForeign(number)).toBe(number)
})

it.each([
  ['4008208820', '400-820-8820'],
  ['13800138000', '138 0013 8000'],
  ['01062063646', '010-6206 3646'],
  ['075595555', '0755-95555'],
  ['95588', '95588'],
  ['+85229042977', '+852 2904 2977'],
])('writes %s as %s', (dialled, written) => {
  const number = canonicalNumber(dialled)
  expect(number && formatNumber(number.canonical)).toBe(written)
})
