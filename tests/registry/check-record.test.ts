import { describe, expect, it } from 'vitest'
import { assertInstitutionRecord, INSTITUTION_KINDS, recordProblems } from '../../src/registry/check-record.ts'
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
    expect(evidenceProblem({ seen: '2026-13-01' })).toBe(
      'hotlines[0].evidence[0].seen is not a date (YYYY, YYYY-MM or YYYY-MM-DD)',
    )
    expect(evidenceProblem({ seen: '2026-02-29' })).toBe(
      'hotlines[0].evidence[0].seen is not a date (YYYY, YYYY-MM or YYYY-MM-DD)',
    )
    expect(evidenceProblem({ seen: '2024-02-29' })).toBeUndefined()
    expect(problemWith({ domains: [{ host: 'https://a.cn/', claims: 'lender' }] })).toBe(
      'domains[0].host is not a plain host name in small letters',
    )
    expect(problemWith({ hotlines: 'none' })).toBe('hotlines is not a list')
    expect(recordProblems(null)).toEqual([{ field: '', reason: 'is not a mapping' }])
  })

  it('knows the hours of a day: 24:00 ends it, 24:30 does not exist', () => {
    const open = (from: string, to: string) => lineProblem({ hours: [{ days: 'daily', from, to }] })
    expect(open('00:00', '24:00')).toBeUndefined()
    for (const to of ['24:30', '25:00', '8:00', '12:60'])
      expect(open('00:00', to)).toBe('hotlines[0].hours[0].to is not a time (HH:MM)')
  })

  it('refuses a source that is no address, or more or less than one place', () => {
    const source = 'hotlines[0].evidence[0].source'
    for (const url of ['javascript:alert(1)', 'https://[', 'www.sample-bank.cn', 'https://www.pbc.gov.cn@sample.cn/'])
      expect(evidenceProblem({ source: { url } })).toBe(
        `${source}.url is not a web address (http:// or https://, a host, no user name)`,
      )
    expect(evidenceProblem({ source: { repo: 'list' } })).toBe(
      `${source}.repo is not a repository (owner/name@commit:path)`,
    )
    expect(evidenceProblem({ source: undefined })).toBe(`${source} is missing`)
    for (const places of [{}, 'a', { address: 'https://a.cn' }, { undisclosed: 'a', repo: 'a/b' }])
      expect(evidenceProblem({ source: places })).toBe(`${source} must name one place: url, repo or undisclosed`)
  })

  it('does not take inherited names for fields', () => {
    expect(recordProblems(JSON.parse('{"__proto__": {"id": "a"}, "constructor": 1}'))[0]).toMatchObject({ field: 'id' })
  })

  it('is thrown as one sentence with the file', () => {
    expect(() => assertInstitutionRecord({ ...sampleRecord('a-bank'), kind: 'shop' }, 'a.yaml')).toThrow(
      new Error(`a.yaml: kind is not one of ${INSTITUTION_KINDS.join(', ')}`),
    )
  })
})
