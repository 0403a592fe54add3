import { describe, expect, it } from 'vitest'
import { lintRegistry } from '../../src/publish/lint.ts'
import type { Evidence, InstitutionRecord } from '../../src/registry/institution-record.ts'
import { BUILT_AT, putFile, sampleData, sampleEvidence, sampleLine, sampleRecord } from './sample-records.ts'

const lint = (...records: InstitutionRecord[]) => {
  const folder = sampleData(...records)
  const report = lintRegistry(folder, BUILT_AT)
  return { ...report, errors: report.errors.map((error) => error.replace(`${folder}/institutions/`, '')) }
}
const withEvidence = (change: Partial<Evidence>) =>
  lint(sampleRecord('a-bank', { hotlines: [sampleLine('95588', { evidence: [sampleEvidence(change)] })] })).errors

describe('lintRegistry', () => {
  it('finds no error in the real data and counts it', () => {
    const report = lintRegistry('data', new Date().toISOString())
    expect(report.errors).toEqual([])
    expect(report.counts.institutions).toBeGreaterThan(200)
    expect(report.counts.official).toBeGreaterThan(70)
    expect(report.rates?.lines).toBeGreaterThan(100)
  })

  it('counts by kind of institution and line, by level, and what is kept back', () => {
    const old = sampleLine('400-820-5555', { evidence: [sampleEvidence({ seen: '2019' })] })
    const { counts } = lint(
      sampleRecord('a-bank', { hotlines: [sampleLine('95588'), old, sampleLine('95599', { status: 'historic' })] }),
    )
    expect(counts).toMatchObject({ institutions: 1, bank: 1, lines: 3, kept: 1, official: 1, unconfirmed: 1 })
    expect(counts).toMatchObject({ 'short-code': 2, 'service-400': 1 })
  })

  it('warns of an official line whose evidence will soon be too old', () => {
    const line = sampleLine('95588', { evidence: [sampleEvidence({ seen: '2024-01-01' })] })
    expect(lint(sampleRecord('a-bank', { hotlines: [line] })).warnings).toEqual([
      'a-bank 95588: due for review, its evidence grows too old within 180 days (newest 2024-01-01)',
    ])
  })

  it('refuses a host that only looks like an authority, a bank, or the record’s own', () => {
    const place = 'a-bank.yaml: hotlines[0].evidence[0]'
    const url = (address: string, kind: Evidence['kind'] = 'secondary') =>
      withEvidence({ kind, source: { url: address } })
    for (const host of ['www.pbc-gov.cn', 'nfra.gov.cn.example.com', 'www.nfra.govcn.com', 'xn--fiq06l2rdsvs.cn'])
      expect(url(`https://${host}/a`)).toEqual([`${place} has a host (${host}) that only looks like a government host`])
    expect(url('https://www.sample-bank.cn.example.com/a')).toEqual([
      `${place} has a host (www.sample-bank.cn.example.com) that only looks like sample-bank.cn`,
    ])
    expect(url('https://sample-bank-cn-kefu.com/a')).toEqual([
      `${place} has a host (sample-bank-cn-kefu.com) that only looks like sample-bank.cn`,
    ])
    expect(url('https://news.example.com/a', 'primary')).toEqual([
      `${place} is called primary, but news.example.com is no host of a-bank`,
    ])
    expect(url('https://news.example.com/a', 'regulator')).toEqual([
      `${place} is called a regulator's, but news.example.com is no government host`,
    ])
    expect(url('https://www.nfra.gov.cn/a', 'regulator')).toEqual([])
    const elsewhere = { kind: 'regulator', source: { repo: 'someone/list@abcdef1:a.txt' } } as const
    expect(withEvidence(elsewhere)).toEqual([`${place} is called a regulator's, but its source is no web address`])
    expect(withEvidence({ source: { undisclosed: 'a list' } })).toEqual([
      `${place} is called primary, but no reader can open its source`,
    ])
    expect(url('https://card.sample-bank.cn/a', 'primary')).toEqual([])
  })

  it('refuses a date in the future', () => {
    expect(withEvidence({ seen: '2026-11-22' })).toEqual([
      'a-bank.yaml: hotlines[0].evidence[0] seen (2026-11-22) is in the future',
    ])
    expect(withEvidence({ seen: '2026-11' })).toEqual([])
  })

  it('refuses short names that are not marked, doubles and bare digits', () => {
    const alias = (text: string) => lint(sampleRecord('a-bank', { aliases: [{ text: '甲银行' }, { text }] })).errors
    expect(alias('甲行')).toEqual(['a-bank.yaml: aliases[1] (甲行) is short: it needs ordinary: true'])
    expect(alias('ABC')).toEqual(['a-bank.yaml: aliases[1] (ABC) is short: it needs ordinary: true'])
    expect(alias('甲银行')).toEqual(['a-bank.yaml: aliases[1] (甲银行) stands twice'])
    expect(alias('95588')).toEqual(['a-bank.yaml: aliases[1] (95588) is a number, not a name'])
  })

  it('refuses working notes in published words', () => {
    const line = sampleLine('95588', { label: { zh: '客服热线 (s4)', en: 'Customer service' } })
    expect(lint(sampleRecord('a-bank', { hotlines: [line] })).errors).toEqual([
      'a-bank.yaml: hotlines[0].label (客服热线 (s4) Customer service ) holds an internal reference',
    ])
  })

  it('refuses a local code without its places and an area code nobody has', () => {
    const local = (areaCodes?: string[]) =>
      lint(sampleRecord('a-bank', { hotlines: [sampleLine('96588', areaCodes && { areaCodes })] })).errors
    expect(local()).toEqual(['a-bank.yaml: hotlines[0].areaCodes is missing: 96588 is a local code'])
    expect(local(['0999', '0000'])).toEqual(['a-bank.yaml: hotlines[0].areaCodes (0000) is no area code'])
    expect(local(['0551'])).toEqual([])
  })

  it('refuses look-alike rates above the limit, unless the record is marked dense', () => {
    const lines = ['400-820-5550', '400-820-5551', '400-820-5552'].map((number) => sampleLine(number))
    expect(lint(sampleRecord('a-bank', { hotlines: lines })).errors).toEqual([
      'the look-alike rule would call 100 % of genuine lines similar, the limit is 15 % (a-bank 3 of 3): set dense: true there',
    ])
    expect(lint(sampleRecord('a-bank', { hotlines: lines, dense: true })).errors).toEqual([])
  })

  it('refuses message-view adapters that are broken, of another schema, without a version, too many or too long', () => {
    const adapters = (content: string) => {
      const folder = sampleData(sampleRecord('a-bank'))
      putFile(folder, 'sms-views.json', content)
      return lintRegistry(folder, BUILT_AT).errors.map((error) => error.replace(`${folder}/`, ''))
    }
    const one = { id: 'a', rev: 1 }
    expect(adapters('{')).toEqual(['sms-views.json: the JSON is broken'])
    expect(adapters(JSON.stringify({ schema: 2, version: 1, adapters: [one] }))).toEqual([
      'sms-views.json: schema is not 1',
    ])
    expect(adapters(JSON.stringify({ schema: 1, version: 1, adapters: Array(65).fill(one) }))).toEqual([
      'sms-views.json: adapters has more than 64 entries',
    ])
    expect(adapters(JSON.stringify({ schema: 1, adapters: [one] }))).toEqual([
      `sms-views.json: version is not a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`,
    ])
    expect(adapters(JSON.stringify({ schema: 1, version: 1, adapters: [one], why: 'x'.repeat(262_144) }))).toEqual([
      'sms-views.json: the file is longer than 262144 bytes',
    ])
    expect(adapters(JSON.stringify({ schema: 1, version: 1, adapters: [one] }))).toEqual([])
  })

  it('refuses a tactic pattern outside the grammar', () => {
    const folder = sampleData(sampleRecord('a-bank'))
    putFile(
      folder,
      'tactics.yaml',
      `guards: {before: {patterns: [], within: 30}, after: {patterns: [], within: 24}, inside: [], advice: []}
tactics:
  - {id: T1_sample, name: {zh: 例}, tip: {zh: 先挂断}, sources: ['公安局'], phrases: [{pattern: '转账.*账户', weight: 3}]}
`,
    )
    expect(lintRegistry(folder, BUILT_AT).errors).toEqual([
      `${folder}/tactics.yaml: tactics[0].phrases[0].pattern (转账.*账户) is refused at character 3: . is not part of the grammar; write \\. for the sign itself`,
    ])
  })
})
