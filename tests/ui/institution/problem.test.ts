import { describe, expect, it } from 'vitest'
import { linesFor, outgoingLines, problems } from '../../../src/ui/institution/problem.ts'
import { hua, line } from '../institution-stories.ts'

const today = '2026-11-21'
const numbers = (lines: { number: string }[]): string[] => lines.map((each) => each.number)

describe('linesFor', () => {
  it('puts the line for the problem first, the general one where there is none', () => {
    const first = problems.map((problem) => linesFor(problem, hua.institution.hotlines, today)[0]?.number)
    expect(first).toEqual(['95500', '400-810-0001', '95500', '400-810-0002', '400-810-0001'])
  })
  it('never puts an unconfirmed line before an official one, whatever it is for', () => {
    const lines = [line('1', { purpose: 'hardship', level: 'unconfirmed' }), line('2', { purpose: 'vip' })]
    expect(numbers(linesFor('overdue', lines, today))).toEqual(['2', '1'])
  })
  it('leaves out lines that only call out and lines that have ended', () => {
    const shown = numbers(linesFor('ask', hua.institution.hotlines, today))
    expect(shown).toHaveLength(4)
    expect(shown).not.toContain('010-66001234')
    expect(shown).not.toContain('400-810-0009')
    expect(numbers(linesFor('ask', [line('1', { validTo: today })], today))).toEqual(['1'])
  })
  it('reads dates without a day as a whole month or year, and leaves out lines that have not begun', () => {
    const lines = [
      line('1', { validTo: '2026-11' }),
      line('2', { validFrom: '2026' }),
      line('3', { validFrom: '2027' }),
    ]
    expect(numbers(linesFor('ask', lines, today))).toEqual(['1', '2'])
    expect(outgoingLines([line('4', { direction: 'out', validFrom: '2026-12' })], today)).toEqual([])
  })
})

describe('outgoingLines', () => {
  it('names what they may call from', () => {
    expect(numbers(outgoingLines(hua.institution.hotlines, today))).toEqual(['010-66001234'])
    expect(numbers(outgoingLines([line('1', { direction: 'both' })], today))).toEqual(['1'])
  })
})
