import { expect, it } from 'vitest'
import { readExtension } from '../../src/phone/extension.ts'
import { findNumbers } from '../../src/phone/find.ts'

it.each([
  ['转3', '3'],
  [' 转 801', '801'],
  ['转分机0', '0'],
  ['转内线 12', '12'],
  ['-2-1咨询', '2-1'],
  ['转1-2', '1-2'],
  ['按3转人工', '3'],
  ['，按0', '0'],
  [' ext. 801', '801'],
  ['#2', '2'],
  ['－8001', '8001'],
  ['转三', '3'],
])('%s holds extension %s', (text, extension) => {
  expect(readExtension(text, 0)).toBe(extension)
})

it.each(['', '转人工', '-10:30', '咨询', ' 24小时', '转12.5', '-12345'])('%j holds none', (text) => {
  expect(readExtension(text, 0)).toBeUndefined()
})

it('leaves the extension outside the number and keeps it from becoming one', () => {
  const found = findNumbers('总机010-62063646转95588，客服95511-2-3')
  expect(found.map(({ raw, extension }) => [raw, extension])).toEqual([
    ['010-62063646', '95588'],
    ['95511', '2-3'],
  ])
})
