import { expect, test } from 'vitest'
import { differingDigits } from '../../src/verdict/look-alike.ts'

test.each([
  ['95588', '95589', [4]],
  ['15588', '95588', [0]],
  ['95858', '95588', [2, 3]],
])('%s differs from %s by one digit or one swap of neighbours', (one, other, at) => {
  expect(differingDigits(one, other)).toEqual(at)
})

test.each([
  ['the same', '95588', '95588'],
  ['of another length', '955888', '95588'],
  ['two digits apart', '95577', '95588'],
  ['neighbours of which one only moved', '95588', '95958'],
  ['a swap of digits that are no neighbours', '98558', '95588'],
  ['three digits apart', '95123', '95588'],
])('%s: no likeness', (_, one, other) => {
  expect(differingDigits(one, other)).toBeUndefined()
})
