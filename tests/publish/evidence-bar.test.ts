import { describe, expect, it } from 'vitest'
import { evidenceBar, isGovernmentHost, newestSeen } from '../../src/publish/evidence-bar.ts'
import type { Evidence } from '../../src/registry/institution-record.ts'
import { BUILT_AT, sampleEvidence } from './sample-records.ts'

const secondary = (group: string, change: Partial<Evidence> = {}): Evidence =>
  sampleEvidence({ kind: 'secondary', source: { repo: 'someone/list@abcdef1:a.txt' }, group, ...change })
const unseen = (item: Evidence): Evidence => {
  const { seen: _, ...rest } = item
  return rest
}

describe('evidenceBar', () => {
  it('holds on one primary source of the last three years', () => {
    expect(evidenceBar('bank', [sampleEvidence()], BUILT_AT)).toEqual({
      holds: true,
      by: 'primary',
      newest: '2026-03-01',
    })
  })

  it('takes a date of exactly three years, refuses the day before', () => {
    const at = (seen: string) => evidenceBar('bank', [sampleEvidence({ seen })], BUILT_AT).holds
    expect(at('2023-11-21')).toBe(true)
    expect(at('2023-11-20')).toBe(false)
    expect(at('2023-11')).toBe(false)
    expect(at('2023-12')).toBe(true)
  })

  it('refuses a source without a date', () => {
    expect(evidenceBar('bank', [unseen(sampleEvidence())], BUILT_AT)).toMatchObject({
      holds: false,
      reason: 'no source carries a date',
    })
  })

  it('wants two groups, one of them citable', () => {
    const hidden = { source: { undisclosed: 'a list' } }
    expect(evidenceBar('bank', [secondary('a'), secondary('b', hidden)], BUILT_AT).holds).toBe(true)
    expect(evidenceBar('bank', [secondary('a'), secondary('a')], BUILT_AT)).toMatchObject({
      holds: false,
      reason: 'one independent source only',
    })
    expect(evidenceBar('bank', [secondary('a', hidden), secondary('b', hidden)], BUILT_AT)).toMatchObject({
      holds: false,
      reason: 'no source that a reader can open',
    })
  })

  it('never counts a source that is marked so', () => {
    const spoilt = secondary('b', { counts: false })
    expect(evidenceBar('bank', [secondary('a'), spoilt], BUILT_AT).holds).toBe(false)
    expect(evidenceBar('bank', [spoilt], BUILT_AT)).toEqual({ holds: false, reason: 'no source that counts' })
  })

  it('takes its date from the sources that count, and from the others only where none does', () => {
    const old = secondary('a', { seen: '2024' })
    const spoilt = secondary('b', { counts: false, seen: '2026-05-01' })
    expect(newestSeen([old, spoilt])).toBe('2024')
    expect(newestSeen([spoilt])).toBe('2026-05-01')
    expect(newestSeen([unseen(old)])).toBeUndefined()
  })

  it('does not let an undisclosed source pass as primary', () => {
    expect(evidenceBar('bank', [sampleEvidence({ source: { undisclosed: 'x' } })], BUILT_AT).holds).toBe(false)
  })

  it('lets one government host of any date carry a public line, and only that', () => {
    const notice = sampleEvidence({
      kind: 'regulator',
      seen: '2014-03-21',
      source: { url: 'http://www.qinghai.gov.cn/a' },
    })
    expect(evidenceBar('authority', [notice], BUILT_AT)).toMatchObject({ holds: true, by: 'government' })
    expect(evidenceBar('bank', [notice], BUILT_AT).holds).toBe(false)
    const lookAlike = sampleEvidence({ ...notice, source: { url: 'http://www.gov.cn.example.com/a' } })
    expect(evidenceBar('authority', [lookAlike], BUILT_AT).holds).toBe(false)
  })

  it('knows a government host by its ending', () => {
    expect(['gov.cn', 'pbc.gov.cn', 'xgov.cn', 'gov.cn.example.com'].map(isGovernmentHost)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
