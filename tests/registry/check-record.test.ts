import { describe, expect, it } from 'vitest'
import { assertInstitutionRecord, recordProblems } from '../../src/registry/check-record.ts'
import { sampleEvidence, sampleLine, sampleRecord } from '../publish/sample-records.ts'

const problemWith = (change: object) => {
  const [first] = recordProblems({ ...sampleRecord('a-bank'), ...change })
  return first && `${first.field} ${first.reason}`
}
const lineProblem = (change: object) => problemWith({ hotlines: [{ ...sampleLine('95588'), ...change }] })
const evidenceProblem = (change: object) => lineProblem({ evidence: [{ ...sampleEvidence(), ...change }] })

describe('recordProblems', () => {
  it('finds nothing in a sound record', () => {
    expect(recordProblems(sampleRecord('a-bank', { hotlines: [sampleLine('95588')] }))).toEqual([])
  })

  it('names what is missing', () => {
    expect(problemWith({ name: undefined })).toBe('name is missing')
    expect(problemWith({ name: {} })).toBe('name.zh is missing')
    expect(lineProblem({ purpose: undefined })).toBe('hotlines[0].purpose is missing')
    expect(lineProblem({ evidence: [] })).toBe('hotlines[0].evidence is empty')
    expect(evidenceProblem({ group: '' })).toBe('hotlines[0].evidence[0].group is empty')
  })

  it('refuses invisible, turned-round and decomposed text', () => {
    const reason = 'name.zh holds an invisible or direction-changing character'
    for (const hidden of ['\u200b', '\u202e', '\u2066', '\ufeff', '\u00ad', '\u0000'])
      expect(problemWith({ name: { zh: `甲${hidden}银行` } })).toBe(reason)
    expect(problemWith({ name: { zh: 'cafe\u0301' } })).toBe('name.zh is not in Unicode form NFC')
    expect(problemWith({ name: { zh: '甲\ud800' } })).toBe('name.zh holds half a character')
    expect(problemWith({ name: { zh: '甲'.repeat(10_000) } })).toBe('name.zh is longer than 200 characters')
  })

  it('refuses unknown words, dates and addresses', () => {
    expect(problemWith({ id: 'A bank' })).toBe('id is not an id (small letters, digits, single hyphens)')
    expect(lineProblem({ direction: 'inwards' })).toBe('hotlines[0].direction is not one of in, out, both')
    expect(evidenceProblem({ seen: '2026-13-01' })).toMatch(/seen is not a date/)
    expect(evidenceProblem({ source: { url: 'javascript:alert(1)' } })).toMatch(/source/)
    expect(problemWith({ domains: [{ host: 'https://a.cn/', claims: 'lender' }] })).toMatch(
      /^domains\[0\]\.host is not a plain host/,
    )
    expect(problemWith({ hotlines: 'none' })).toBe('hotlines is not a list')
    expect(recordProblems(null)).toEqual([{ field: '', reason: 'is not a mapping' }])
  })

  it('does not take inherited names for fields', () => {
    expect(recordProblems(JSON.parse('{"__proto__": {"id": "a"}, "constructor": 1}'))[0]).toMatchObject({ field: 'id' })
  })

  it('is thrown as one sentence with the file', () => {
    expect(() => assertInstitutionRecord({ ...sampleRecord('a-bank'), kind: 'shop' }, 'a.yaml')).toThrow(
      /^a\.yaml: kind is not one of bank, /,
    )
  })
})
