/** The data set of one publication from the reviewed files: checked, levels computed, the same bytes for the same input. */
import { assertSound } from '../registry/read-snapshot.ts'
import type { Snapshot } from '../registry/schema.ts'
import { publishInstitution } from './publish-institution.ts'
import { type Lists, readLists } from './read-lists.ts'
import { type RecordFile, readRecords, sayProblem } from './read-records.ts'
import { ruleProblems } from './registry-rules.ts'

export interface BuildOptions {
  /** Publication number, strictly growing. */
  seq: number
  /** ISO 8601; evidence is measured against this day. */
  builtAt: string
  channel: 'development' | 'release'
}

/**
 * Reads `dataDir` (institutions/*.yaml, tactics.yaml, names.yaml, notices.yaml) and gives what is signed and shipped.
 * Throws one sentence `FILE: FIELD REASON` for the first fault: nothing is built from faulty data.
 */
export function buildSnapshot(dataDir: string, options: BuildOptions): Snapshot {
  const { files, problems } = readRecords(dataDir)
  const { lists, problems: listProblems } = readLists(dataDir)
  const [fault] = [...problems, ...ruleProblems(files), ...listProblems]
  if (fault) throw new Error(sayProblem(fault))
  return snapshotOf(files, lists, options)
}

/** The same from files that were read and found sound. */
export function snapshotOf(files: RecordFile[], lists: Lists, options: BuildOptions): Snapshot {
  const institutions = files.map(({ record }) => publishInstitution(record, options.builtAt))
  const snapshot: Snapshot = {
    schema: 1,
    seq: options.seq,
    builtAt: options.builtAt,
    channel: options.channel,
    institutions: institutions.sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...lists,
  }
  return assertSound(snapshot)
}
