/** Files that are there whole or not at all. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Through a temporary name, a flush and a rename: a crash leaves the old file or the new one, never half of one. */
export function writeWhole(file: string, bytes: Uint8Array | string, mode = 0o644): void {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true })
  const temporary = join(folder, `.partial-${process.pid}`)
  try {
    writeFlushed(temporary, bytes, mode)
    renameSync(temporary, file)
  } finally {
    rmSync(temporary, { force: true })
  }
}

function writeFlushed(file: string, bytes: Uint8Array | string, mode: number): void {
  const handle = openSync(file, 'w', mode)
  try {
    // writeSync may write a part only, and says so in a number that nobody reads.
    writeFileSync(handle, bytes)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
