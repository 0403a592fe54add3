import { expect, it } from 'vitest'
import { alignColumns, marksTable } from '../../scripts/marks-table.ts'

it('pads columns, a Han character counting as two places', () => {
  expect(
    alignColumns([
      ['a', '号码', 'end'],
      ['bcd', 'x', 'end'],
    ]),
  ).toEqual(['a    号码  end', 'bcd  x     end'])
})

it('says in a sentence that nothing is marked', () => {
  expect(marksTable([])).toEqual(['没有需要标注的号码 · no number to mark'])
})
