/** What the maintainers' records say about one number or one institution, and why a line stands where it stands. */
import type { HotlineRecord, InstitutionRecord } from '../registry/institution-record.ts'
import { dialledNumber } from './dialled-number.ts'
import { lineFate } from './line-level.ts'
import type { RecordFile } from './read-records.ts'

export interface RecordLine {
  file: string
  institution: string
  number: string
  label: string
  /** `official`, `unconfirmed` or `kept`. */
  state: string
  reason?: string
  evidence: HotlineRecord['evidence']
}

/** Lines with this number (any form of it), or all lines of the institution with this id. `at`: ISO 8601, today. */
export function lookUpRecord(files: RecordFile[], wanted: string, at: string): RecordLine[] {
  const canonical = dialledNumber(wanted)?.canonical
  return files.flatMap(({ file, record }) =>
    record.hotlines
      .filter((line) => record.id === wanted || (canonical !== undefined && reaches(line, canonical)))
      .map((line) => ({ file, ...stateOf(record, line, at) })),
  )
}

function reaches(line: HotlineRecord, canonical: string): boolean {
  const own = [line.number, ...(line.forms ?? [])].flatMap((number) => dialledNumber(number)?.canonical ?? [])
  const local = own.flatMap((number) => (line.areaCodes ?? []).map((area) => area + number))
  return [...own, ...local].some((number) => number === canonical)
}

function stateOf(record: InstitutionRecord, line: HotlineRecord, at: string): Omit<RecordLine, 'file'> {
  const fate = lineFate(record.kind, line, at)
  const base = { institution: record.id, number: line.number, label: line.label.zh, evidence: line.evidence }
  if ('queued' in fate) return { ...base, state: 'kept', reason: fate.queued }
  return { ...base, state: fate.level, ...(fate.reason === undefined ? {} : { reason: fate.reason }) }
}
