/** A published repository as it lies in a folder: the latest documents, and the states that deltas can start from. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Metadata, Root, Snapshot as SnapshotDocument, Targets, Timestamp } from '@tufjs/models'
import { readSnapshot as readState } from '../registry/read-snapshot.ts'
import type { Snapshot } from '../registry/schema.ts'
import { readRoot, readSnapshot, readTargets, readTimestamp } from './metadata-file.ts'
import { readWhole } from './read-whole.ts'

export interface PublishedRepository {
  folder: string
  root: Metadata<Root>
  targets: Metadata<Targets>
  snapshot: Metadata<SnapshotDocument>
  timestamp: Metadata<Timestamp>
  /** States that lie in the folder, by their number. */
  states: Map<number, Snapshot>
}

/** `undefined` for a folder in which nothing was published yet. Throws one sentence for a torn one. */
export function readRepository(folder: string): PublishedRepository | undefined {
  const metadata = join(folder, 'metadata')
  if (!existsSync(join(metadata, 'timestamp.json'))) return undefined
  const timestamp = readTimestamp(join(metadata, 'timestamp.json'))
  const snapshot = readSnapshot(join(metadata, `${timestamp.signed.snapshotMeta.version}.snapshot.json`))
  const version = snapshot.signed.meta['targets.json']?.version
  const targets = readTargets(join(metadata, `${version}.targets.json`))
  return { folder, root: latestRoot(folder), targets, snapshot, timestamp, states: readStates(join(folder, 'targets')) }
}

/** The root of the highest version in the folder. */
export function latestRoot(folder: string): Metadata<Root> {
  const versions = rootVersions(folder)
  const last = versions.at(-1)
  if (last === undefined) throw new Error(`${folder}: holds no root`)
  return readRoot(join(folder, 'metadata', `${last}.root.json`))
}

/** Versions of the roots in the folder, ascending. */
export function rootVersions(folder: string): number[] {
  const metadata = join(folder, 'metadata')
  if (!existsSync(metadata)) return []
  const versions = readdirSync(metadata).flatMap((name) => /^(\d+)\.root\.json$/.exec(name)?.[1] ?? [])
  return versions.map(Number).sort((a, b) => a - b)
}

/** The data set that the latest targets document describes. Throws when it is not in the folder. */
export function currentState(repository: PublishedRepository): Snapshot {
  const seq = currentSeq(repository.targets)
  const state = repository.states.get(seq)
  if (!state) throw new Error(`${repository.folder}: the data of publication ${seq} is not in targets/`)
  return state
}

/** Publication number of a targets document. */
export function currentSeq(targets: Metadata<Targets>): number {
  const numbers = Object.keys(targets.signed.targets).flatMap((name) => /^base-(\d+)\.json$/.exec(name)?.[1] ?? [])
  return Math.max(0, ...numbers.map(Number))
}

function readStates(folder: string): Map<number, Snapshot> {
  const states = new Map<number, Snapshot>()
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const parts = /^([0-9a-f]{64})\.base-(\d+)\.json$/.exec(name)
    if (!parts) continue
    const bytes = readWhole(join(folder, name))
    if (createHash('sha256').update(bytes).digest('hex') !== parts[1])
      throw new Error(`${join(folder, name)}: does not match its hash`)
    states.set(Number(parts[2]), readState(bytes))
  }
  return states
}
