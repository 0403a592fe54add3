/** Serves a folder on loopback as a static host does, with the headers that the host guide asks for. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export interface FolderServer {
  /** `http://127.0.0.1:PORT/` */
  url: string
  /** Paths asked for, with their query, in order. */
  asked: string[]
  close(): Promise<void>
}

/** `headers`: more or other headers for a path; a value of `''` takes one away. */
export async function serveFolder(
  folder: string,
  headers: (path: string) => Record<string, string> = () => ({}),
): Promise<FolderServer> {
  const asked: string[] = []
  const http = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://host')
    const path = decodeURIComponent(pathname.slice(1))
    asked.push(path + search)
    const file = join(folder, path)
    const found = !path.includes('..') && existsSync(file) && statSync(file).isFile()
    const all = Object.entries({ ...hostHeaders(path), ...headers(path) }).filter(([, value]) => value !== '')
    response.writeHead(found ? 200 : 404, Object.fromEntries(all)).end(found ? readFileSync(file) : 'not found')
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const { port } = http.address() as AddressInfo
  const close = () =>
    new Promise<void>((done) => {
      http.closeAllConnections()
      http.close(() => done())
    })
  return { url: `http://127.0.0.1:${port}/`, asked, close }
}

function hostHeaders(path: string): Record<string, string> {
  const changing = path.endsWith('timestamp.json')
  return {
    'Content-Type': 'application/json',
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': changing ? 'max-age=300' : 'public, max-age=31536000, immutable',
  }
}
