/** Trusted metadata as plain files, `ROLE.json`, byte for byte as received (the layout of the conformance suite). */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '../publish/write-whole.ts'
import type { MetadataStore } from '../registry/trust/run.ts'
import { encodeName } from '../registry/trust/update-targets.ts'

export function fileMetadataStore(folder: string): MetadataStore {
  const fileOf = (role: string) => join(folder, `${encodeName(role)}.json`)
  return {
    read: (role) => readIfPresent(fileOf(role)),
    write: async (role, bytes) => writeWhole(fileOf(role), bytes),
    remove: (role) => rm(fileOf(role), { force: true }),
  }
}

export async function readIfPresent(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
