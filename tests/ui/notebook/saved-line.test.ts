import { describe, expect, it } from 'vitest'
import { retiredLines, type SavedLine } from '../../../src/ui/notebook/saved-line.ts'
import { hua } from '../institution-stories.ts'

const kept: SavedLine = {
  institution: 'hua-bank',
  name: '华山银行',
  number: '95500',
  canonical: '95500',
  label: '客服',
  told: false,
}
const today = '2026-11-21'

describe('retiredLines', () => {
  it('says nothing while the line is official', () => {
    expect(retiredLines([kept], [hua], today)).toEqual([])
  })
  it.each([
    ['ended', { ...kept, canonical: '4008100009' }],
    ['no longer official', { ...kept, canonical: '4008100003' }],
    ['gone from the record', { ...kept, canonical: '95501' }],
    ['institution gone', { ...kept, institution: 'nobody' }],
  ])('names a line that is %s, until the person was told', (_, line) => {
    expect(retiredLines([line], [hua], today)).toEqual([line])
    expect(retiredLines([{ ...line, told: true }], [hua], today)).toEqual([])
  })
})
