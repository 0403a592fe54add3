import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildNumberTable, keyOf, keyOfBytes } from '../../src/registry/number-table.ts'

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 15 })
const number = fc.oneof(
  digits,
  digits.map((one) => `+${one.slice(0, 14)}`),
)

/** Line n under the n-th number. */
const tableOf = (numbers: string[]) => buildNumberTable(numbers.map(keyOf), [...numbers.keys()])

test('bytes give the key that their text gives', () => {
  fc.assert(
    fc.property(fc.oneof(number, fc.string()), (text) => {
      const bytes = new TextEncoder().encode(`"${text}"`)
      expect(keyOfBytes(bytes, 1, bytes.length - 1)).toBe(keyOf(text))
    }),
  )
})

test('answers what a Map of lists answers', () => {
  fc.assert(
    fc.property(
      fc.array(number, { maxLength: 200, size: 'max' }),
      fc.array(number, { maxLength: 20, size: 'max' }),
      (keys, others) => {
        const map = new Map<string, number[]>()
        for (const [line, key] of keys.entries()) map.set(key, [...(map.get(key) ?? []), line])
        const table = tableOf(keys)
        for (const key of [...keys, ...others]) expect(table.get(key)).toEqual(map.get(key) ?? [])
      },
    ),
  )
})

test('leading zeros, the plus sign and the length all tell numbers apart', () => {
  const keys = ['95588', '095588', '0095588', '+95588', '955880']
  const table = tableOf(keys)
  for (const [line, key] of keys.entries()) expect(table.get(key)).toEqual([line])
})

test('what is no number is simply not there', () => {
  const table = tableOf(['95588', '12345678901234567890', ''])
  for (const odd of ['', '+', '9558８', '95588 ', '12345678901234567890', '__proto__'])
    expect(table.get(odd)).toEqual([])
  expect(table.get('95588')).toEqual([0])
})
