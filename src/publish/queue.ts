/** The maintainers' queue: lines below the bar and lines whose evidence grows old, oldest first. */
import type { HotlineRecord, InstitutionRecord } from '../registry/institution-record.ts'
import { newestSeen } from './evidence-bar.ts'
import { lineFate } from './line-level.ts'
import type { RecordFile } from './read-records.ts'

export interface QueueEntry {
  institution: string
  number: string
  /** `official`: published, but due for review; `unconfirmed`: published below the bar; `kept`: not published. */
  state: 'official' | 'unconfirmed' | 'kept'
  reason: string
  /** Newest dated content; absent when nothing is dated. */
  seen?: string
}

/** An official line is due for review so many days before its evidence is too old. */
export const REVIEW_DAYS = 180

/** `at`: ISO 8601, today. Undated first, then oldest first. */
export function reviewQueue(files: RecordFile[], at: string): QueueEntry[] {
  const soon = new Date(Date.parse(at) + REVIEW_DAYS * 86_400_000).toISOString()
  return files
    .flatMap(({ record }) => record.hotlines.flatMap((line) => entryOf(record, line, at, soon) ?? []))
    .sort((a, b) => (a.seen ?? '').localeCompare(b.seen ?? '', 'en') || order(a).localeCompare(order(b), 'en'))
}

function entryOf(record: InstitutionRecord, line: HotlineRecord, at: string, soon: string): QueueEntry | undefined {
  const seen = newestSeen(line.evidence)
  const entry = { institution: record.id, number: line.number, ...(seen === undefined ? {} : { seen }) }
  const fate = lineFate(record.kind, line, at)
  if ('queued' in fate) return { ...entry, state: 'kept', reason: fate.queued }
  if (fate.level === 'unconfirmed') return { ...entry, state: 'unconfirmed', reason: fate.reason ?? 'below the bar' }
  const later = lineFate(record.kind, line, soon)
  if ('level' in later && later.level === 'official') return undefined
  return { ...entry, state: 'official', reason: `its evidence grows too old within ${REVIEW_DAYS} days` }
}

function order(entry: QueueEntry): string {
  return `${entry.institution} ${entry.number}`
}
