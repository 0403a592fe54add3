import { describe, expect, it } from 'vitest'
import { buildSnapshot } from '../../src/publish/build-snapshot.ts'
import { snapshotProblems } from '../../src/registry/check-snapshot.ts'
import { BUILT_AT, sampleData, sampleLine, sampleRecord } from '../publish/sample-records.ts'

const sound = () =>
  buildSnapshot(sampleData(sampleRecord('a-bank', { hotlines: [sampleLine('95588')] })), {
    seq: 7,
    builtAt: BUILT_AT,
    channel: 'release',
  })
const fault = (change: object) => {
  const [first] = snapshotProblems({ ...sound(), ...change })
  return first && `${first.field} ${first.reason}`
}

describe('snapshotProblems', () => {
  it('finds nothing in what was built, and ignores fields of later versions', () => {
    expect(snapshotProblems(JSON.parse(JSON.stringify({ ...sound(), later: 1 })))).toEqual([])
    const [bank] = sound().institutions
    const later = { ...bank, name: { zh: '甲', ja: '甲' }, aliases: [{ text: '甲银行', since: 2027 }] }
    expect(snapshotProblems({ ...sound(), institutions: [later] })).toEqual([])
  })

  it('refuses another schema, an odd number, an empty registry', () => {
    expect(fault({ schema: 2 })).toBe('schema is not 1')
    for (const seq of [0, 1.5, '7', 2 ** 53]) expect(fault({ seq })).toMatch(/^seq is not a whole number/)
    expect(fault({ institutions: [] })).toBe('institutions is empty')
    expect(fault({ builtAt: '2026-11-21' })).toBe('builtAt is not a moment (ISO 8601, UTC)')
  })

  it('refuses a line that the judge could not use', () => {
    const [bank] = sound().institutions
    const [line] = bank?.hotlines ?? []
    const with_ = (change: object) => fault({ institutions: [{ ...bank, hotlines: [{ ...line, ...change }] }] })
    expect(with_({ canonical: '95588\u200b' })).toBe('institutions[0].hotlines[0].canonical is not canonical digits')
    expect(with_({ level: 'confirmed' })).toBe('institutions[0].hotlines[0].level is not one of official, unconfirmed')
    expect(with_({ label: { zh: '官方\u202e客服' } })).toMatch(/label\.zh holds an invisible/)
  })

  it('refuses readings that no look-up could read', () => {
    const [bank] = sound().institutions
    const with_ = (pinyin: unknown) => fault({ institutions: [{ ...bank, pinyin }] })
    expect(with_(['jia yi yin hang', '360 jie tiao'])).toBeUndefined()
    expect(with_(7)).toBe('institutions[0].pinyin is not a list')
    for (const odd of [7, '', 'jia  yi', 'Jia', 'a'.repeat(1601)])
      expect(with_([odd])).toBe('institutions[0].pinyin[0] is not a reading')
  })
})
