/** How much of a page's time an adapter may take. */
import { expect, test } from 'vitest'
import { createPace } from '../../../src/page/sms/adapter-pace.ts'

test('many short readings are fine for ever', () => {
  const pace = createPace()
  const told = Array.from({ length: 1000 }, (_, i) => pace.note(4, i * 16))
  expect(told.some((slow) => slow)).toBe(false)
})

test('one long reading after the load is fine, several are not', () => {
  const pace = createPace()
  expect([pace.note(700, 0), pace.note(700, 1000), pace.note(700, 2000)]).toEqual([false, false, true])
})

test('what lies far back does not count', () => {
  const pace = createPace()
  expect([pace.note(1000, 0), pace.note(1000, 6000)]).toEqual([false, false])
})
