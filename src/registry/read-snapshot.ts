/** Signed bytes → data set or delta, asserted: a signature says who wrote it, not that it is well made. */
import { list, matching, problemsOf, shape, whole } from './check-shape.ts'
import { snapshotProblems } from './check-snapshot.ts'
import { RegistryError } from './registry-error.ts'
import type { Snapshot } from './schema.ts'
import type { Delta } from './state.ts'
import { parseJson } from './trust/canonical-json.ts'

/** The data format that this version reads, and the format of deltas: of each this one and the ones before. */
export const SCHEMA = 1
export const DELTA_SCHEMA = 2

/**
 * Number of the checks below: raise it whenever they get stricter. What was asserted by the same checks before it was
 * stored is not asserted again at every start: on a cold worker that costs more than all else together.
 */
export const CHECKS = 2

const institutionId = matching(/^[a-z0-9-]{1,80}$/, 'an id')

/** Only the form: what a delta gives is asserted after it was applied. */
const delta = shape(
  {
    schema: whole(1, DELTA_SCHEMA),
    from: whole(1),
    to: whole(1),
    upserts: list(shape({ id: institutionId }, {}, 'ignore'), 200_000),
    deletes: list(institutionId, 200_000),
    set: shape({ seq: whole(1) }, {}, 'ignore'),
    unset: list(matching(/^(guards|stopNames)$/, 'an optional member'), 2),
  },
  { edits: shape({}, {}, 'ignore') },
  'ignore',
)

/** The data set of a base file. Throws `RegistryError` (`damaged`, `schema`); unknown members are kept. */
export function readSnapshot(bytes: Uint8Array): Snapshot {
  return assertSound(parseData(bytes))
}

/** The data set of bytes that `readSnapshot` has read before and whose hash is that of then. */
export function readSnapshotAgain(bytes: Uint8Array): Snapshot {
  return parseData(bytes) as Snapshot
}

/** Throws `RegistryError` (`damaged`, `schema`) unless the value is a data set of this format without double ids. */
export function assertSound(value: unknown): Snapshot {
  if (isOfNewerSchema(value)) throw new RegistryError('schema', 'the registry is of a newer format')
  const [first] = snapshotProblems(value)
  if (first) throw new RegistryError('damaged', `the registry: ${first.field || 'the file'} ${first.reason}`)
  const snapshot = value as Snapshot
  const ids = new Set(snapshot.institutions.map((institution) => institution.id))
  if (ids.size < snapshot.institutions.length)
    throw new RegistryError('damaged', 'the registry has an institution twice')
  return snapshot
}

/** The content of a delta file. Throws `RegistryError` (`damaged`). */
export function readDelta(bytes: Uint8Array): Delta {
  const value: unknown = parseData(bytes)
  const [first] = problemsOf(delta, value)
  if (first) throw new RegistryError('damaged', `the delta: ${first.field || 'the file'} ${first.reason}`)
  return value as Delta
}

function parseData(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes)
  } catch (cause) {
    throw new RegistryError('damaged', 'the registry is not readable JSON', { cause })
  }
}

function isOfNewerSchema(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'schema' in value && Number(value.schema) > SCHEMA
}
