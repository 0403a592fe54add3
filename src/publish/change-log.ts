/** The public change log: a signed file that says what changed in each publication and why. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { exactly, list, problemsOf, shape, text, whole } from '../registry/check-shape.ts'
import type { Snapshot } from '../registry/schema.ts'
import { canonicalJson } from '../registry/trust/canonical-json.ts'
import { type SnapshotDiff, sayDiff } from './diff-snapshots.ts'
import { readRoot, readTargets } from './metadata-file.ts'
import { latestRoot, type PublishedRepository, rootVersions } from './read-repository.ts'
import { readWholeJson } from './read-whole.ts'
import { signatureState } from './role-signatures.ts'

export const CHANGE_LOG = 'change-log.json'

export interface ChangeEntry {
  seq: number
  builtAt: string
  /** Version of the targets document, whose signatures say who published it. */
  targetsVersion: number
  why: string
  changes: string[]
}

/** A publication with more changes than this is told by its count. */
const TOLD_CHANGES = 200

export function changeLogBytes(
  previous: PublishedRepository | undefined,
  state: Snapshot,
  diff: SnapshotDiff,
  why: string,
): Uint8Array<ArrayBuffer> {
  const words = sayDiff(diff)
  const first = `first publication: ${diff.numbers.length} numbers of ${state.institutions.length} institutions`
  const told = words.length > TOLD_CHANGES ? [`${words.length} changes`] : words
  const entry: ChangeEntry = {
    seq: state.seq,
    builtAt: state.builtAt,
    targetsVersion: (previous?.targets.signed.version ?? 0) + 1,
    why,
    changes: previous ? told : [first],
  }
  const entries = [...(previous ? readChangeLog(previous) : []), entry]
  return canonicalJson({ schema: 1, entries: entries.map((one) => ({ ...one })) })
}

const changeLog = shape({
  schema: exactly(1),
  entries: list(
    shape({
      seq: whole(1),
      builtAt: text(40),
      targetsVersion: whole(1),
      why: text(2000),
      changes: list(text(4000), 1000),
    }),
    100_000,
  ),
})

function assertChangeLog(value: unknown, file: string): asserts value is { entries: ChangeEntry[] } {
  const [problem] = problemsOf(changeLog, value)
  if (problem) throw new Error(`${file}: ${problem.field || 'the change log'} ${problem.reason}`)
}

/** Entries of the latest publication, oldest first. */
export function readChangeLog(repository: PublishedRepository): ChangeEntry[] {
  const target = repository.targets.signed.targets[CHANGE_LOG]
  if (!target) return []
  const file = join(repository.folder, 'targets', `${target.hashes.sha256}.${CHANGE_LOG}`)
  const value = readWholeJson(file, 'a change log')
  assertChangeLog(value, file)
  return value.entries
}

/** Names of those who signed a targets document, as far as some root of the folder knows their keys. */
export function signersOf(folder: string, targetsVersion: number): string[] {
  const file = join(folder, 'metadata', `${targetsVersion}.targets.json`)
  if (!existsSync(file)) return []
  const targets = readTargets(file)
  const roots = rootVersions(folder).map((version) => readRoot(join(folder, 'metadata', `${version}.root.json`)))
  return [
    ...new Set(
      signatureState(targets, roots.length > 0 ? roots : [latestRoot(folder)]).flatMap((state) => state.signed),
    ),
  ].sort()
}
