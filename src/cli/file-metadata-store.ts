/** Trusted metadata as plain files, `ROLE.json`, byte for byte as received (the layout of the conformance suite). */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MetadataStore } from '../registry/trust/run.ts'
import { encodeName } from '../registry/trust/update-targets.ts'

export function fileMetadataStore(folder: string): MetadataStore {
  const fileOf = (role: string) => join(folder, `${encodeName(role)}.json`)
  return {
    read: (role) => readIfPresent(fileOf(role)),
    write: (role, bytes) => writeWhole(folder, fileOf(role), bytes),
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

/** Through a temporary name and a rename: a killed process leaves the old file or the new one, never half of one. */
export async function writeWhole(folder: string, file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true })
  const temporary = join(folder, `.partial-${process.pid}`)
  await writeFile(temporary, bytes)
  await rename(temporary, file)
}
