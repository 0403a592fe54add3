/**
 * Turns the collected facts into data/institutions/*.yaml, once. Safe to run again: a record that nobody edited is
 * written anew, a hand-edited one is kept. What it wrote is remembered by content hash in data/.imported.json.
 *
 *   npm exec -- node scripts/import-facts.ts FACTS.json [DATA_DIR]
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stringify } from 'yaml'
import { assertInstitutionRecord } from '../src/registry/check-record.ts'
import type { InstitutionRecord } from '../src/registry/institution-record.ts'
import { buildRecords } from './facts/build-records.ts'
import type { FactsInstitution } from './facts/facts-shape.ts'

export interface ImportOutcome {
  written: string[]
  unchanged: string[]
  /** Hand-edited: left alone. */
  kept: string[]
  notices: string[]
}

/** Writes one YAML file per record under `dataDir`/institutions; `at` is the day the evidence is measured against. */
export function importFacts(facts: FactsInstitution[], dataDir: string, at: string): ImportOutcome {
  const { records, notices } = buildRecords(facts, at)
  const outcome: ImportOutcome = { written: [], unchanged: [], kept: [], notices }
  const ledgerPath = join(dataDir, '.imported.json')
  const ledger = readLedger(ledgerPath)
  mkdirSync(join(dataDir, 'institutions'), { recursive: true })
  for (const record of records) {
    const file = join(dataDir, 'institutions', `${record.id}.yaml`)
    assertInstitutionRecord(record, file)
    writeRecord(record, file, ledger, outcome)
  }
  writeFileSync(ledgerPath, `${JSON.stringify(Object.fromEntries([...ledger].sort()), null, 2)}\n`)
  return outcome
}

function writeRecord(
  record: InstitutionRecord,
  file: string,
  ledger: Map<string, string>,
  outcome: ImportOutcome,
): void {
  const content = stringify(record, { lineWidth: 0 })
  const existing = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (existing === content) {
    ledger.set(record.id, hashOf(content))
    outcome.unchanged.push(record.id)
  } else if (existing !== undefined && hashOf(existing) !== ledger.get(record.id)) {
    outcome.kept.push(record.id)
  } else {
    writeFileSync(file, content)
    ledger.set(record.id, hashOf(content))
    outcome.written.push(record.id)
  }
}

function readLedger(path: string): Map<string, string> {
  if (!existsSync(path)) return new Map()
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`${path}: is not a mapping of record to hash`)
  return new Map(Object.entries(parsed).map(([id, hash]) => [id, String(hash)]))
}

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}

function main(): void {
  const [factsPath, dataDir = 'data'] = process.argv.slice(2)
  if (factsPath === undefined) throw new Error('usage: npm exec -- node scripts/import-facts.ts FACTS.json [DATA_DIR]')
  const facts: FactsInstitution[] = JSON.parse(readFileSync(factsPath, 'utf8'))
  const outcome = importFacts(facts, dataDir, new Date().toISOString())
  for (const notice of outcome.notices) console.log(notice)
  for (const id of outcome.kept) console.log(`${id}: kept, edited by hand since the last import`)
  console.log(`${outcome.written.length} written, ${outcome.unchanged.length} unchanged, ${outcome.kept.length} kept`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
