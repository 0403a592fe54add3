/** Reads data/institutions/*.yaml: every file parsed, checked and named in what is wrong with it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, parseDocument, visit } from 'yaml'
import { recordProblems } from '../registry/check-record.ts'
import type { InstitutionRecord } from '../registry/institution-record.ts'

export interface RecordFile {
  /** As given to a reader: `data/institutions/icbc.yaml`. */
  file: string
  record: InstitutionRecord
}

/** A fault in a file: said as `FILE: FIELD REASON`. */
export interface FileProblem {
  file: string
  field: string
  reason: string
}

export interface RecordFiles {
  files: RecordFile[]
  problems: FileProblem[]
}

/** All records of `dataDir`/institutions, by file name; files with problems are left out of `files`. */
export function readRecords(dataDir: string): RecordFiles {
  const folder = join(dataDir, 'institutions')
  const result: RecordFiles = { files: [], problems: [] }
  for (const name of listYaml(folder, result.problems)) {
    const file = join(folder, name)
    const problems = readRecord(file, name, result.files)
    result.problems.push(...problems)
  }
  if (result.files.length === 0 && result.problems.length === 0)
    result.problems.push({ file: folder, field: 'the folder', reason: 'holds no record' })
  return result
}

/** One sentence for a problem. */
export function sayProblem(problem: FileProblem): string {
  return `${problem.file}: ${problem.field} ${problem.reason}`
}

/** YAML text to plain data; a fault is told with its line. */
export function parseYaml(source: string): { value: unknown } | { reason: string } {
  const document = parseDocument(source, { uniqueKeys: true, strict: true })
  const [fault] = [...document.errors, ...document.warnings]
  if (!fault && usesAliases(document)) return { reason: 'uses anchors and aliases: write the text out' }
  if (!fault) return { value: document.toJS() }
  const line = fault.linePos?.[0].line ?? 1
  return {
    reason: `is broken at line ${line}: ${fault.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? fault.code}`,
  }
}

function usesAliases(document: Document): boolean {
  let found = false
  visit(document, {
    Alias: () => {
      found = true
      return visit.BREAK
    },
  })
  return found
}

function listYaml(folder: string, problems: FileProblem[]): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
  } catch {
    problems.push({
      file: folder,
      field: 'the folder',
      reason: 'cannot be read: run it where the records lie, or name their folder with --data',
    })
    return []
  }
}

function readRecord(file: string, name: string, files: RecordFile[]): FileProblem[] {
  const parsed = parseYaml(readFileSync(file, 'utf8'))
  if ('reason' in parsed) return [{ file, field: 'the YAML', reason: parsed.reason }]
  const problems = recordProblems(parsed.value).map((problem) => ({
    file,
    ...problem,
    field: problem.field || 'the record',
  }))
  if (problems.length > 0) return problems
  const record = parsed.value as InstitutionRecord
  if (`${record.id}.yaml` !== name) return [{ file, field: 'id', reason: `is not the file's name (${record.id})` }]
  files.push({ file, record })
  return []
}
