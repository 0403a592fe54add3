/** What a launched browser's pages get as the web: local files, or texts, under any http(s) address. */
import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, extname, join, resolve, sep } from 'node:path'

export interface Served {
  status: number
  contentType: string
  body: Buffer
}

/** Answers a request for `address`; undefined: not served here. */
export type Site = (address: string) => Promise<Served | undefined>

export interface ServedFile {
  /** http(s), without query: any query is answered with the file. */
  address: string
  file: string
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
}

/**
 * Serves each file under its address and, beside it, the files of the same folder under the address's folder
 * (`a.css` next to `a.html`).
 */
export function fileSite(files: ServedFile[]): Site {
  return async (address) => {
    const file = findFile(files, withoutQuery(address))
    if (file === undefined) return undefined
    return {
      status: 200,
      contentType: contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream',
      body: await readFile(file),
    }
  }
}

/** Pages given as text: `{ 'https://bank.test/a': '<p>…' }`. */
export function textSite(pages: Record<string, string>): Site {
  const byAddress = new Map(Object.entries(pages))
  return async (address) => {
    const body = byAddress.get(withoutQuery(address))
    if (body === undefined) return undefined
    return { status: 200, contentType: 'text/html; charset=utf-8', body: Buffer.from(body) }
  }
}

/** What a page gets for an address that nothing serves: it needs no network and gets none. */
export const notServed: Served = { status: 404, contentType: 'text/plain', body: Buffer.from('not served here') }

function findFile(files: ServedFile[], address: string): string | undefined {
  const exact = files.find((served) => withoutQuery(served.address) === address)
  if (exact) return exact.file
  for (const served of files) {
    const folder = new URL('.', withoutQuery(served.address)).href
    if (!address.startsWith(folder)) continue
    const root = resolve(dirname(served.file))
    const file = resolve(join(root, decodeURIComponent(address.slice(folder.length))))
    if (file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile()) return file
  }
  return undefined
}

function withoutQuery(address: string): string {
  const url = new URL(address)
  return url.origin + url.pathname
}
