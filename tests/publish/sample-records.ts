/** Records for the publishing tests, and a data folder to put them in. Invented numbers and hosts. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { Evidence, HotlineRecord, InstitutionRecord } from '../../src/registry/institution-record.ts'

export const BUILT_AT = '2026-11-21T00:00:00Z'

export function sampleEvidence(change: Partial<Evidence> = {}): Evidence {
  return {
    kind: 'primary',
    source: { url: 'https://www.sample-bank.cn/contact' },
    seen: '2026-03-01',
    says: 'prints the line in its footer',
    group: 'sample-bank.cn',
    ...change,
  }
}

export function sampleLine(number: string, change: Partial<HotlineRecord> = {}): HotlineRecord {
  return {
    number,
    purpose: 'general',
    direction: 'in',
    label: { zh: '客服热线', en: 'Customer service' },
    evidence: [sampleEvidence()],
    ...change,
  }
}

export function sampleRecord(id: string, change: Partial<InstitutionRecord> = {}): InstitutionRecord {
  return {
    id,
    name: { zh: `样例${id}银行` },
    aliases: [],
    kind: 'bank',
    domains: [{ host: 'sample-bank.cn', claims: 'lender' }],
    hotlines: [],
    ...change,
  }
}

/** A new data folder with one YAML file per record. */
export function sampleData(...records: InstitutionRecord[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhenhao-data-'))
  mkdirSync(join(folder, 'institutions'))
  for (const record of records) putRecord(folder, record)
  return folder
}

export function putRecord(folder: string, record: InstitutionRecord): void {
  putFile(folder, `institutions/${record.id}.yaml`, stringify(record))
}

export function putFile(folder: string, name: string, content: string): void {
  writeFileSync(join(folder, name), content)
}
