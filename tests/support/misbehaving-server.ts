/** Global set-up of the browser ring: an HTTP server that misbehaves in every way that a registry client must survive. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** `http://127.0.0.1:PORT/`; the first path segment names the behaviour. */
    misbehavingServer: string
  }
}

const BEHAVIOURS: Record<string, (response: ServerResponse) => void> = {
  /** 8 kB every millisecond, for ever. */
  endless: (response) => drip(response, 'x'.repeat(8192), 1),
  /** One space every 20 ms, for ever. */
  slow: (response) => drip(response, ' ', 20),
  /** 50 MB that travel as 50 kB. */
  bomb: (response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000, 0x20)))
  },
  /** Closes in the middle of what it announced. */
  cut: (response) => {
    response.writeHead(200, { 'content-length': 1000 })
    response.write('{"signed"', () => response.destroy())
  },
  portal: (response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>login</html>')
  },
  redirect: (response) => {
    response.writeHead(302, { location: '/portal' }).end()
  },
  broken: (response) => {
    response.writeHead(503).end()
  },
  empty: (response) => {
    response.writeHead(200).end()
  },
}

function drip(response: ServerResponse, text: string, everyMs: number): void {
  response.writeHead(200)
  const timer = setInterval(() => response.write(text), everyMs)
  response.on('close', () => clearInterval(timer))
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    const behaviour = BEHAVIOURS[(request.url ?? '').split('/')[1] ?? '']
    if (behaviour === undefined) response.writeHead(404).end()
    else behaviour(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  project.provide('misbehavingServer', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
}
