import { describe, expect, it } from 'vitest'
import { buildSnapshot } from '../../src/publish/build-snapshot.ts'
import { diffSnapshots, sayDiff } from '../../src/publish/diff-snapshots.ts'
import type { InstitutionRecord } from '../../src/registry/institution-record.ts'
import { BUILT_AT, sampleData, sampleEvidence, sampleLine, sampleRecord } from './sample-records.ts'

const state = (...records: InstitutionRecord[]) =>
  buildSnapshot(sampleData(...records), { seq: 1, builtAt: BUILT_AT, channel: 'release' })

describe('diffSnapshots', () => {
  const before = state(
    sampleRecord('a-bank', { hotlines: [sampleLine('95588'), sampleLine('95599')] }),
    sampleRecord('b-bank'),
  )

  it('must-hold 13: says every added, removed and changed number in words', () => {
    const old = sampleLine('95588', { evidence: [sampleEvidence({ seen: '2020' })] })
    const after = state(sampleRecord('a-bank', { hotlines: [old, sampleLine('400-820-5555')] }), sampleRecord('c-bank'))
    expect(sayDiff(diffSnapshots(before, after))).toEqual([
      'added: 400-820-5555 of a-bank (样例a-bank银行), official, general: 客服热线',
      'changed: 95588 of a-bank: level official → unconfirmed; sources [{"kind":"primary","seen":"2026-03-01","url":"https://www.sample-bank.cn/contact"}] → [{"kind":"primary","seen":"2020","url":"https://www.sample-bank.cn/contact"}]; seen 2026-03-01 → 2020',
      'removed: 95599 of a-bank (样例a-bank银行), was official',
      'new institution: c-bank (样例c-bank银行)',
      'institution gone: b-bank (样例b-bank银行)',
    ])
  })

  it('says so when nothing changes, and counts what goes', () => {
    expect(sayDiff(diffSnapshots(before, before))).toEqual(['nothing changes'])
    expect(diffSnapshots(before, state(sampleRecord('a-bank')))).toMatchObject({ before: 2, removed: 2 })
    expect(diffSnapshots(undefined, before)).toMatchObject({ before: 0, removed: 0 })
  })

  it('tells a new name or domain of an institution', () => {
    const renamed = state(
      sampleRecord('a-bank', {
        name: { zh: '新银行' },
        domains: [],
        hotlines: [sampleLine('95588'), sampleLine('95599')],
      }),
      sampleRecord('b-bank'),
    )
    expect(sayDiff(diffSnapshots(before, renamed))).toEqual(['a-bank: name, domains changed'])
  })
})
