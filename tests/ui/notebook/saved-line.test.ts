import { describe, expect, it } from 'vitest'
import { newCall, newMatter } from '../../../src/ui/notebook/matter.ts'
import {
  goneLines,
  retiredVerdict,
  type SavedLine,
  successorOf,
  toldCalls,
  untoldNumbers,
} from '../../../src/ui/notebook/saved-line.ts'
import { hua, line } from '../institution-stories.ts'
import { stories } from '../verdict-stories.ts'

const kept: SavedLine = {
  institution: 'hua-bank',
  name: '华山银行',
  number: '95500',
  canonical: '95500',
  label: '客服',
  told: false,
}
const today = '2026-11-21'

describe('goneLines', () => {
  it('says nothing while the line is official', () => {
    expect(goneLines([kept], [hua], today)).toEqual([])
  })
  it('says nothing in the month that is the last of the line', () => {
    const hotlines = [line('95500', { validTo: '2026-11' })]
    expect(goneLines([kept], [{ institution: { ...hua.institution, hotlines } }], today)).toEqual([])
  })
  it.each([
    ['ended', { ...kept, canonical: '4008100009' }],
    ['no longer official', { ...kept, canonical: '4008100003' }],
    ['gone from the record', { ...kept, canonical: '95501' }],
    ['institution gone', { ...kept, institution: 'nobody' }],
  ])('names a line that is %s', (_, gone) => {
    expect(goneLines([gone], [hua], today)).toEqual([gone])
  })
})

it('successorOf names the line that replaces a saved one, if the list does', () => {
  const ended = line('95500', { validTo: '2026-01-01', successor: '95501' })
  const answer = { institution: { ...hua.institution, hotlines: [ended] } }
  expect(successorOf(kept, [answer])).toBe('95501')
  expect(successorOf(kept, [hua])).toBeUndefined()
})

describe('numbers of the call log', () => {
  const call = (id: string, number: string, toldRetired?: boolean) => ({
    ...newCall(id, 0),
    number,
    ...(toldRetired !== undefined && { toldRetired }),
  })
  const matters = [
    { ...newMatter('a', 0), calls: [call('1', '95500 '), call('2', ''), call('3', '95500')] },
    { ...newMatter('b', 0), calls: [call('4', '95501', true)] },
  ]
  it('are asked about once each, until the person was told', () => {
    expect(untoldNumbers(matters)).toEqual(['95500'])
    const told = toldCalls(matters, ['95500'])
    expect(told.map((matter) => matter.id)).toEqual(['a'])
    expect(untoldNumbers(told)).toEqual([])
    expect(toldCalls(matters, ['95502'])).toEqual([])
  })
  it('are told about when the check says that the line has ended, and not for being unlisted', () => {
    expect(retiredVerdict([stories.ordinary, stories.retired])).toBe(stories.retired)
    expect(retiredVerdict([stories['unlisted-service'], stories.official])).toBeUndefined()
  })
})
