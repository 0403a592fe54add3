/** Files that are there whole or not at all. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Through a temporary name, a flush and a rename: a crash leaves the old file or the new one, never half of one. */
export function writeWhole(file: string, bytes: Uint8Array | string, mode = 0o644): void {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true })
  const temporary = join(folder, `.partial-${process.pid}`)
  const handle = openSync(temporary, 'w', mode)
  try {
    writeSync(handle, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, file)
}
