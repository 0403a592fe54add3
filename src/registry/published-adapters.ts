/** The adapters of message views are a signed file beside the data set. */
import { type FileKind, readPublishedFile } from './published-file.ts'
import { RegistryError } from './registry-error.ts'
import type { RegistryStore } from './store.ts'

/** Name of the target (publish/build-release.ts writes it). */
export const ADAPTERS_TARGET = 'sms-views.json'

/** Why a file cannot be used at all, by its reader (the pages', which this folder does not know); undefined: it can. */
export type AdaptersProblem = (bytes: Uint8Array) => 'schema' | 'damaged' | undefined

/** Bytes; pages refuse a longer one too (`adapterLimits`). */
export const ADAPTERS_LARGEST = 262_144

const stored: FileKind = { target: ADAPTERS_TARGET, largest: ADAPTERS_LARGEST }

/** A file that the pages would refuse whole does not put out the one that is stored. */
export function adaptersFile(problemOf: AdaptersProblem): FileKind {
  return {
    ...stored,
    check(bytes) {
      const problem = problemOf(bytes)
      if (problem !== undefined) throw new RegistryError(problem, `${ADAPTERS_TARGET} cannot be used`)
    },
  }
}

/** The stored file as text; null when there is none or it is damaged: then the package's own adapters are in force. */
export async function readPublishedAdapters(store: RegistryStore): Promise<string | null> {
  const bytes = await readPublishedFile(store, stored)
  return bytes === undefined ? null : new TextDecoder().decode(bytes)
}
