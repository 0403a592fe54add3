import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { buildSnapshot } from '../../src/publish/build-snapshot.ts'
import { BUILT_AT, putFile, sampleData, sampleEvidence, sampleLine, sampleRecord } from './sample-records.ts'

const build = (folder: string) => buildSnapshot(folder, { seq: 1, builtAt: BUILT_AT, channel: 'development' })
const faultOf = (folder: string) => {
  try {
    build(folder)
    return 'built'
  } catch (error) {
    return String(error).replace(`Error: ${folder}/`, '')
  }
}

describe('buildSnapshot', () => {
  it('publishes a proven line as official and its source as an address', () => {
    const [bank] = build(sampleData(sampleRecord('a-bank', { hotlines: [sampleLine('400-820-5555')] }))).institutions
    expect(bank?.hotlines).toEqual([
      {
        number: '400-820-5555',
        canonical: '4008205555',
        purpose: 'general',
        direction: 'in',
        label: { zh: '客服热线', en: 'Customer service' },
        level: 'official',
        sources: [{ kind: 'primary', url: 'https://www.sample-bank.cn/contact', seen: '2026-03-01' }],
        seen: '2026-03-01',
      },
    ])
  })

  it('publishes below the bar as unconfirmed, and a held line too', () => {
    const old = sampleLine('95588', { evidence: [sampleEvidence({ seen: '2019' })] })
    const held = sampleLine('95599', { hold: 'sources disagree on its use' })
    const [bank] = build(sampleData(sampleRecord('a-bank', { hotlines: [old, held] }))).institutions
    expect(bank?.hotlines.map((line) => line.level)).toEqual(['unconfirmed', 'unconfirmed'])
  })

  it('keeps disputed, historic and unreadable lines out', () => {
    const hidden = [sampleEvidence({ kind: 'secondary', source: { undisclosed: 'a list' } })]
    const lines = [
      sampleLine('95588', { status: 'disputed' }),
      sampleLine('95599', { status: 'historic' }),
      sampleLine('95566', { evidence: hidden }),
    ]
    const [bank] = build(sampleData(sampleRecord('a-bank', { hotlines: lines }))).institutions
    expect(bank?.hotlines).toEqual([])
  })

  it('gives the same bytes whatever the order of the files', () => {
    const a = sampleRecord('a-bank', { hotlines: [sampleLine('95588')] })
    const b = sampleRecord('b-bank')
    expect(JSON.stringify(build(sampleData(a, b)))).toBe(JSON.stringify(build(sampleData(b, a))))
  })
})

describe('buildSnapshot stops with one sentence', () => {
  it('must-hold 13: for a missing source', () => {
    const { evidence: _, ...line } = sampleLine('95588')
    const folder = sampleData()
    putFile(folder, 'institutions/a-bank.yaml', stringify({ ...sampleRecord('a-bank'), hotlines: [line] }))
    expect(faultOf(folder)).toBe('institutions/a-bank.yaml: hotlines[0].evidence is missing')
  })

  it('must-hold 13: for a missing date, unless the record says that no source bears one', () => {
    const evidence = ['one', 'another'].map((group) => {
      const { seen: _, ...undated } = sampleEvidence({ kind: 'secondary', group })
      return undated
    })
    const line = sampleLine('95588', { evidence })
    expect(faultOf(sampleData(sampleRecord('a-bank', { hotlines: [line] })))).toBe(
      'institutions/a-bank.yaml: hotlines[0] has no date: give a source its seen, or say undated: true',
    )
    const said = build(sampleData(sampleRecord('a-bank', { hotlines: [{ ...line, undated: true }] })))
    expect(said.institutions[0]?.hotlines.map(({ level }) => level)).toEqual(['unconfirmed'])
    const both = sampleRecord('a-bank', { hotlines: [sampleLine('95588', { undated: true })] })
    expect(faultOf(sampleData(both))).toBe(
      'institutions/a-bank.yaml: hotlines[0] says undated: true, but a source bears a date',
    )
  })

  it('must-hold 13: for a missing purpose or owner', () => {
    const { purpose: _, ...line } = sampleLine('95588')
    const { name: __, ...nameless } = sampleRecord('a-bank')
    const folder = sampleData()
    putFile(folder, 'institutions/a-bank.yaml', stringify({ ...sampleRecord('a-bank'), hotlines: [line] }))
    expect(faultOf(folder)).toBe('institutions/a-bank.yaml: hotlines[0].purpose is missing')
    putFile(folder, 'institutions/a-bank.yaml', stringify(nameless))
    expect(faultOf(folder)).toBe('institutions/a-bank.yaml: name is missing')
  })

  it('for an evidence without an address', () => {
    const folder = sampleData()
    const line = { ...sampleLine('95588'), evidence: [{ ...sampleEvidence(), source: {} }] }
    putFile(folder, 'institutions/a-bank.yaml', stringify({ ...sampleRecord('a-bank'), hotlines: [line] }))
    expect(faultOf(folder)).toBe(
      'institutions/a-bank.yaml: hotlines[0].evidence[0].source must name one place: url, repo or undisclosed',
    )
  })

  it('for an impossible number', () => {
    const folder = sampleData(sampleRecord('a-bank', { hotlines: [sampleLine('400-12-34')] }))
    expect(faultOf(folder)).toBe(
      'institutions/a-bank.yaml: hotlines[0].number (400-12-34) is not a number that can be dialled in China as a hotline',
    )
  })

  it('for a sender ID among the hotlines', () => {
    const folder = sampleData(sampleRecord('a-bank', { hotlines: [sampleLine('1069095599')] }))
    expect(faultOf(folder)).toBe(
      'institutions/a-bank.yaml: hotlines[0].number (1069095599) is an SMS sender ID: it belongs in senders, it is never a hotline',
    )
  })

  it('for a number that stands twice, in any form', () => {
    const folder = sampleData(
      sampleRecord('a-bank', { hotlines: [sampleLine('+86-21-38784800'), sampleLine('021-38784800')] }),
    )
    expect(faultOf(folder)).toBe(
      'institutions/a-bank.yaml: hotlines[1].number (021-38784800) stands twice in this record',
    )
  })

  it('for one number of two institutions, until both name each other', () => {
    const a = (sharedWith?: string[]) =>
      sampleRecord('a-bank', { hotlines: [sampleLine('95588', sharedWith && { sharedWith })] })
    const b = (sharedWith?: string[]) =>
      sampleRecord('b-bank', { hotlines: [sampleLine('95588', sharedWith && { sharedWith })] })
    const fault =
      'institutions/b-bank.yaml: hotlines[0].number (95588) is also a line of a-bank: both records must name each other in sharedWith'
    expect(faultOf(sampleData(a(), b()))).toBe(fault)
    expect(faultOf(sampleData(a(['b-bank']), b()))).toBe(fault)
    expect(faultOf(sampleData(a(['b-bank']), b(['a-bank'])))).toBe('built')
  })

  it('lets the same local code serve two banks in different places only', () => {
    const bank = (id: string, areaCodes: string[]) =>
      sampleRecord(id, { hotlines: [sampleLine('96588', { areaCodes })] })
    expect(faultOf(sampleData(bank('a-bank', ['0551']), bank('b-bank', ['0532'])))).toBe('built')
    expect(faultOf(sampleData(bank('a-bank', ['0551']), bank('b-bank', ['0532', '0551'])))).toBe(
      'institutions/b-bank.yaml: hotlines[0].number (96588) is also a line of a-bank: both records must name each other in sharedWith',
    )
  })

  it('for broken YAML, with the line', () => {
    const folder = sampleData()
    putFile(folder, 'institutions/a-bank.yaml', 'id: a-bank\nname: {zh: 甲\nkind: bank\n')
    expect(faultOf(folder)).toBe(
      'institutions/a-bank.yaml: the YAML is broken at line 3: Flow map in block collection must be sufficiently indented and end with a }',
    )
  })

  it('for names of institutions that are no record', () => {
    const line = sampleLine('95588', { sharedWith: ['nobody'] })
    expect(faultOf(sampleData(sampleRecord('a-bank', { hotlines: [line] })))).toBe(
      'institutions/a-bank.yaml: hotlines[0].sharedWith (nobody) is no record',
    )
    const products = [{ name: '样例贷', operatedBy: 'nobody' }]
    expect(faultOf(sampleData(sampleRecord('a-bank', { products })))).toBe(
      'institutions/a-bank.yaml: products[0].operatedBy (nobody) is no record',
    )
  })

  it('for another form that cannot be dialled or belongs to another', () => {
    const form = (number: string) => sampleRecord('b-bank', { hotlines: [sampleLine('95566', { forms: [number] })] })
    expect(faultOf(sampleData(form('12-34')))).toBe(
      'institutions/b-bank.yaml: hotlines[0].forms[0] (12-34) is not a number that can be dialled in China as a hotline',
    )
    expect(faultOf(sampleData(sampleRecord('a-bank', { hotlines: [sampleLine('95588')] }), form('95588')))).toBe(
      'institutions/b-bank.yaml: hotlines[0].forms[0] (95588) is also a line of a-bank: both records must name each other in sharedWith',
    )
  })

  it('for anchors, which would let one place change another unseen', () => {
    const folder = sampleData()
    putFile(folder, 'institutions/a-bank.yaml', 'id: &id a-bank\nkind: *id\n')
    expect(faultOf(folder)).toBe('institutions/a-bank.yaml: the YAML uses anchors and aliases: write the text out')
  })

  it('for a list beside the records that is broken or of another shape', () => {
    const list = (name: string, content: string) => {
      const folder = sampleData(sampleRecord('a-bank'))
      putFile(folder, name, content)
      return faultOf(folder)
    }
    expect(list('names.yaml', 'stopNames: [')).toBe(
      'names.yaml: the YAML is broken at line 1: Flow sequence in block collection must be sufficiently indented and end with a ]',
    )
    expect(list('names.yaml', '- 客服')).toBe('names.yaml: the list is not a mapping')
    expect(list('tactics.yaml', 'tactics: []')).toBe('tactics.yaml: guards is missing')
    expect(list('notices.yaml', 'reported: [{canonical: 一}]')).toBe(
      'notices.yaml: reported[0].canonical is not canonical digits',
    )
    expect(list('sms-views.json', '[]')).toBe('sms-views.json: the file is not a mapping')
  })

  it('for a field nobody knows, a parent that is no record, a wrong file name, an empty folder', () => {
    const odd = sampleData()
    putFile(odd, 'institutions/a-bank.yaml', stringify({ ...sampleRecord('a-bank'), hotline: [] }))
    expect(faultOf(odd)).toBe('institutions/a-bank.yaml: hotline is not a known field')
    expect(faultOf(sampleData(sampleRecord('a-bank', { parent: 'nobody' })))).toBe(
      'institutions/a-bank.yaml: parent (nobody) is no record',
    )
    const renamed = sampleData()
    putFile(renamed, 'institutions/b-bank.yaml', stringify(sampleRecord('a-bank')))
    expect(faultOf(renamed)).toBe("institutions/b-bank.yaml: id is not the file's name (a-bank)")
    expect(faultOf(sampleData(sampleRecord('a-bank', { parent: 'a-bank' })))).toBe(
      'institutions/a-bank.yaml: parent is the record itself',
    )
    const empty = sampleData()
    expect(faultOf(empty)).toBe('institutions: the folder holds no record')
    rmSync(join(empty, 'institutions'), { recursive: true })
    expect(faultOf(empty)).toBe(
      'institutions: the folder cannot be read: run it where the records lie, or name their folder with --data',
    )
  })
})
