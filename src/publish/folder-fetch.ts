/** A `fetch` that reads a repository folder, with files on top that are not published yet. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fetch } from '../registry/trust/fetch-bytes.ts'
import type { Mirror } from '../registry/trust/run.ts'

/** Nobody resolves this name: what is asked under it is answered from the folder. */
export const FOLDER_MIRROR: Mirror = {
  metadata: 'https://folder.invalid/metadata/',
  targets: 'https://folder.invalid/targets/',
}

/** `overlay`: path below the repository (`metadata/timestamp.json`) → bytes. */
export function folderFetch(folder: string, overlay: ReadonlyMap<string, Uint8Array> = new Map()): Fetch {
  return async (url) => {
    const path = decodeURIComponent(new URL(url).pathname.slice(1))
    const bytes = overlay.get(path) ?? readIfPresent(join(folder, path))
    return bytes ? new Response(Uint8Array.from(bytes)) : new Response('not found', { status: 404 })
  }
}

function readIfPresent(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
