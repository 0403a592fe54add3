import { describe, expect, it } from 'vitest'
import { lookUpRecord } from '../../src/publish/look-up-record.ts'
import { reviewQueue } from '../../src/publish/queue.ts'
import { readRecords } from '../../src/publish/read-records.ts'
import { BUILT_AT, sampleData, sampleEvidence, sampleLine, sampleRecord } from './sample-records.ts'

const files = () =>
  readRecords(
    sampleData(
      sampleRecord('a-bank', {
        hotlines: [
          sampleLine('95588'),
          sampleLine('95599', { status: 'disputed' }),
          sampleLine('95566', { evidence: [sampleEvidence({ seen: '2019-05' })] }),
          sampleLine('95533', { evidence: [sampleEvidence({ seen: '2023-12-01' })] }),
          sampleLine('96588', { areaCodes: ['0551'], hold: 'two banks print it' }),
        ],
      }),
    ),
  ).files

describe('reviewQueue', () => {
  it('lists what is below the bar, kept back or growing old, oldest first', () => {
    expect(reviewQueue(files(), BUILT_AT)).toEqual([
      {
        institution: 'a-bank',
        number: '95566',
        seen: '2019-05',
        state: 'unconfirmed',
        reason: 'the newest dated content (2019-05) is more than 3 years old',
      },
      {
        institution: 'a-bank',
        number: '95533',
        seen: '2023-12-01',
        state: 'official',
        reason: 'its evidence grows too old within 180 days',
      },
      {
        institution: 'a-bank',
        number: '95599',
        seen: '2026-03-01',
        state: 'kept',
        reason: 'disputed: the sources contradict each other',
      },
      {
        institution: 'a-bank',
        number: '96588',
        seen: '2026-03-01',
        state: 'unconfirmed',
        reason: 'two banks print it',
      },
    ])
  })
})

describe('lookUpRecord', () => {
  const numbers = (wanted: string) =>
    lookUpRecord(files(), wanted, BUILT_AT).map((line) => `${line.number} ${line.state}`)

  it('finds a line by any form of its number, and by place for a local code', () => {
    expect(numbers('９５５８８')).toEqual(['95588 official'])
    expect(numbers('0551-96588')).toEqual(['96588 unconfirmed'])
    expect(numbers('0532-96588')).toEqual([])
  })

  it('gives all lines of an institution', () => {
    expect(numbers('a-bank')).toHaveLength(5)
    expect(numbers('nobody')).toEqual([])
  })
})
