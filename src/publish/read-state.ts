/** A state to compare with: built from a data folder, or the latest of a published repository, or a base file. */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { assertSound } from '../registry/read-snapshot.ts'
import type { Snapshot } from '../registry/schema.ts'
import { buildSnapshot } from './build-snapshot.ts'
import { currentState, readRepository } from './read-repository.ts'
import { readWholeJson } from './read-whole.ts'

/** Throws one sentence when `path` is none of the three. `at`: ISO 8601, for the evidence of a data folder. */
export function readState(path: string, at: string): Snapshot {
  if (!existsSync(path)) throw new Error(`${path}: does not exist`)
  if (statSync(path).isFile()) return readBaseFile(path)
  if (existsSync(join(path, 'institutions')))
    return buildSnapshot(path, { seq: 1, builtAt: at, channel: 'development' })
  const repository = readRepository(path)
  if (repository) return currentState(repository)
  throw new Error(`${path}: is neither a data folder, a published repository nor a base file`)
}

function readBaseFile(path: string): Snapshot {
  return assertSound(readWholeJson(path, 'a base file'))
}
