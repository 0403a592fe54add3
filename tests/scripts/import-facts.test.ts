import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { FactsInstitution } from '../../scripts/facts/facts-shape.ts'
import { importFacts } from '../../scripts/import-facts.ts'

const AT = '2026-11-21T00:00:00Z'

function facts(): FactsInstitution[] {
  const item = (source: string, group: string, seen: string) =>
    ({
      kind: 'secondary',
      group,
      source,
      citable: true,
      seen,
      says: `as ${group} prints it; see conflicts.md`,
    }) as const
  const two = (seen: string) => [
    item('github:some/list:a.yaml@abcdef1', 's2', seen),
    item('https://example.cn/x', 'x', 'undated, ~2018'),
  ]
  const line = (number: string, scope: string, level: string, seen: string) => ({
    number,
    digits: number.replace(/\D/g, ''),
    label: '客服',
    scope,
    level,
    evidence: two(seen),
  })
  return [
    {
      id: 'jia',
      name: '甲银行股份有限公司',
      aliases: ['甲银行', '甲行', '95588', '原乙银行'],
      kind: 'bank',
      domains: ['jia.cn'],
      hotlines: [
        line('95588', 'general', 'confirmed', '2026-01-02'),
        line('95599', 'general', 'confirmed', '2020-01-02'),
        line('400-820-5555', 'outbound', 'needs-recheck', '2026-01-02'),
        line('1069095588', 'sms', 'single-source', '2026-01-02'),
        line('95566', 'general', 'disputed', '2026-01-02'),
      ],
    },
    {
      id: 'ant-cf',
      name: '某消费金融有限公司',
      aliases: [],
      kind: 'consumer-finance',
      hotlines: [line('95188', 'group-general', 'confirmed', '2026-01-02')],
    },
  ]
}

describe('importFacts', () => {
  const read = (folder: string, id: string) => parse(readFileSync(join(folder, 'institutions', `${id}.yaml`), 'utf8'))

  it('converts lines, senders, aliases and evidence', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenhao-facts-'))
    importFacts(facts(), folder, AT)
    const record = read(folder, 'jia')
    expect(record.aliases).toEqual([{ text: '甲银行' }, { text: '甲行', ordinary: true }, { text: '乙银行' }])
    expect(record.senders.map((sender: { id: string }) => sender.id)).toEqual(['1069095588'])
    expect(record.hotlines.map((line: { number: string }) => line.number)).toEqual([
      '95588',
      '95599',
      '400-820-5555',
      '95566',
    ])
    expect(record.hotlines[2]).toMatchObject({ direction: 'out', hold: 'proposed as needs-recheck' })
    expect(record.hotlines[3]).toMatchObject({ status: 'disputed' })
    expect(record.hotlines[0].evidence).toEqual([
      {
        kind: 'secondary',
        source: { repo: 'some/list@abcdef1:a.yaml' },
        seen: '2026-01-02',
        says: 'as s2 prints it'.replace('s2', 'phonebook-seed-list'),
        group: 'phonebook-seed-list',
      },
      {
        kind: 'secondary',
        source: { url: 'https://example.cn/x' },
        says: 'as x prints it (undated, ~2018)',
        group: 'x',
      },
    ])
  })

  it('moves a group line to the record of the group', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenhao-facts-'))
    importFacts(facts(), folder, AT)
    expect(read(folder, 'ant-cf')).toMatchObject({ parent: 'alipay', hotlines: [] })
    expect(read(folder, 'alipay').hotlines).toMatchObject([{ number: '95188', label: { zh: '支付宝客服热线' } }])
  })

  it('tells every demotion with its reason', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenhao-facts-'))
    expect(importFacts(facts(), folder, AT).notices).toEqual([
      'jia 95599: demoted to unconfirmed: the newest dated content (2020-01-02) is more than 3 years old',
      'jia 400-820-5555: held at unconfirmed though the bar holds (proposed as needs-recheck)',
    ])
  })

  it('changes nothing the second time and never overwrites a hand-edited record', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenhao-facts-'))
    importFacts(facts(), folder, AT)
    expect(importFacts(facts(), folder, AT)).toMatchObject({ written: [], kept: [] })
    const file = join(folder, 'institutions', 'jia.yaml')
    appendFileSync(file, '# checked by hand\n')
    expect(importFacts(facts(), folder, AT).kept).toEqual(['jia'])
    expect(readFileSync(file, 'utf8')).toMatch(/# checked by hand\n$/)
  })

  it('writes an untouched record anew when the facts change', () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhenhao-facts-'))
    importFacts(facts(), folder, AT)
    const [first, second] = facts()
    if (!first || !second) throw new Error('two institutions are set up above')
    expect(importFacts([{ ...first, name: '甲新银行' }, second], folder, AT).written).toEqual(['jia'])
    expect(read(folder, 'jia').name.zh).toBe('甲新银行')
  })
})
