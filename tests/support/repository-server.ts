/** Serves a fake authority's files over real HTTP, records what was asked, and misbehaves on request. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FakeAuthority } from './fake-authority.ts'

export interface RepositoryServer {
  /** `http://127.0.0.1:PORT/` */
  url: string
  /** Paths asked for, in order, without the leading slash: `metadata/2.root.json`. */
  asked: string[]
  /** Answers instead of the files; false lets the file be served. */
  intercept: (path: string, response: ServerResponse) => boolean
  close(): Promise<void>
}

export async function serveAuthority(authority: FakeAuthority): Promise<RepositoryServer> {
  const http = createServer((request, response) => {
    const path = (request.url ?? '').slice(1)
    server.asked.push(path)
    if (server.intercept(path, response)) return
    const bytes = authority.files.get(path)
    if (bytes === undefined) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>')
      return
    }
    response.writeHead(200, { 'content-length': bytes.length, 'access-control-allow-origin': '*' }).end(bytes)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const server: RepositoryServer = {
    url: `http://127.0.0.1:${port}/`,
    asked: [],
    intercept: () => false,
    close: () =>
      new Promise((resolve) => {
        http.closeAllConnections()
        http.close(() => resolve())
      }),
  }
  return server
}
