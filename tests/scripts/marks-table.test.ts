import { expect, it } from 'vitest'
import { alignColumns, marksTable } from '../../scripts/marks-table.ts'
import { stories } from '../ui/verdict-stories.ts'

it('pads columns, a Han character counting as two places', () => {
  expect(
    alignColumns([
      ['a', '号码', 'end'],
      ['bcd', 'x', 'end'],
    ]),
  ).toEqual(['a    号码  end', 'bcd  x     end'])
})

it('gives each mark a line: what stands on the page, number, verdict, owner, notes', () => {
  const verdict = { ...stories['official-other'], raw: '955\n00' }
  const mark = { id: 1, text: '955\n00', code: verdict.code, canonical: '95500', institutions: ['hua-bank'] }
  expect(marksTable([{ ...mark, modifiers: ['stale', 'group-line'], verdict }])).toEqual([
    'on the page  number  verdict         核验结果      所属机构  notes',
    '955 00       95500   official-other  属于另一机构  华山银行  stale group-line',
  ])
  const lines = marksTable([{ ...mark, modifiers: [], verdict: { ...verdict, institutions: [] } }])
  expect(lines[1]).toMatch(/ —\s+—$/)
})

it('says in a sentence that nothing is marked', () => {
  expect(marksTable([])).toEqual(['没有需要标注的号码 · no number to mark'])
})
