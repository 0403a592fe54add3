/** Everything that is checked before data may be built, in one report. */
import type { Snapshot } from '../registry/schema.ts'
import { type BuildOptions, snapshotOf } from './build-snapshot.ts'
import { dialledNumber } from './dialled-number.ts'
import { isPublic } from './evidence-bar.ts'
import { LEAVE_ONE_OUT_LIMIT, type LookAlikeRates, lookAlikeRates } from './look-alike-rates.ts'
import { nameProblems } from './name-rules.ts'
import { type QueueEntry, reviewQueue } from './queue.ts'
import { readLists } from './read-lists.ts'
import { type RecordFile, readRecords, sayProblem } from './read-records.ts'
import { areaProblems, ruleProblems } from './registry-rules.ts'
import { sourceProblems } from './source-rules.ts'

export interface LintReport {
  errors: string[]
  warnings: string[]
  counts: Record<string, number>
  /** Absent when the data has errors. */
  rates?: LookAlikeRates
}

/** `at`: ISO 8601, today. Never throws for faulty data: that is what the report says. */
export function lintRegistry(dataDir: string, at: string): LintReport {
  return checkRegistry(dataDir, { seq: 1, builtAt: at, channel: 'development' }).report
}

/** The report and, when it holds no error, the data set that was checked. */
export function checkRegistry(dataDir: string, options: BuildOptions): { report: LintReport; snapshot?: Snapshot } {
  const at = options.builtAt
  const { files, problems } = readRecords(dataDir)
  const { lists, problems: listProblems } = readLists(dataDir)
  const found = [
    ...problems,
    ...ruleProblems(files),
    ...areaProblems(files),
    ...sourceProblems(files, at),
    ...nameProblems(files),
    ...listProblems,
  ]
  const queue = reviewQueue(files, at)
  const warnings = [...queue.filter(isDue).map(sayDue), ...sharedNames(files)]
  const counts = countRecords(files, queue)
  if (found.length > 0) return { report: { errors: found.map(sayProblem), warnings, counts } }
  const snapshot = snapshotOf(files, lists, options)
  const rates = lookAlikeRates(snapshot)
  for (const institution of snapshot.institutions)
    for (const line of institution.hotlines) add(counts, `${isPublic(institution.kind) ? 'public ' : ''}${line.level}`)
  const report = { errors: rateErrors(rates), warnings, counts: { ...counts, tactics: snapshot.tactics.length }, rates }
  return { report, ...(report.errors.length === 0 ? { snapshot } : {}) }
}

function rateErrors(rates: LookAlikeRates): string[] {
  if (rates.leaveOneOut <= LEAVE_ONE_OUT_LIMIT) return []
  const worst = rates.worst.map((one) => `${one.institution} ${one.similar} of ${one.lines}`).join(', ')
  return [
    `the look-alike rule would call ${percent(rates.leaveOneOut)} of genuine lines similar, the limit is ${percent(LEAVE_ONE_OUT_LIMIT)} (${worst}): set dense: true there`,
  ]
}

function isDue(entry: QueueEntry): boolean {
  return entry.state === 'official'
}

function sayDue(entry: QueueEntry): string {
  return `${entry.institution} ${entry.number}: due for review, ${entry.reason} (newest ${entry.seen ?? 'undated'})`
}

/** One name of two institutions is legal but rarely meant. */
function sharedNames(files: RecordFile[]): string[] {
  const owners = new Map<string, string[]>()
  for (const { record } of files)
    for (const alias of record.aliases) owners.set(alias.text, [...(owners.get(alias.text) ?? []), record.id])
  return [...owners].flatMap(([text, ids]) => (ids.length > 1 ? [`${text} names ${ids.join(' and ')}`] : []))
}

function countRecords(files: RecordFile[], queue: QueueEntry[]): Record<string, number> {
  const counts: Record<string, number> = { institutions: files.length, lines: 0, kept: 0 }
  for (const { record } of files) {
    add(counts, record.kind)
    counts.lines = (counts.lines ?? 0) + record.hotlines.length
    for (const line of record.hotlines) add(counts, dialledNumber(line.number)?.kind ?? 'not dialable')
    if (record.hotlines.length === 0) add(counts, 'without a line')
  }
  counts.kept = queue.filter((entry) => entry.state === 'kept').length
  return counts
}

function add(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
