/** A registry host that goes on from the packaged list: what was published last is what it serves. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PublishedInstitution } from '../../src/registry/schema.ts'
import { packagedSnapshot, repositoryWith } from './story-build.ts'

export interface RegistryHost {
  /** `http://127.0.0.1:PORT/` */
  address: string
  /** Publishes the packaged list with these institutions more; `after` counts from the package's number. */
  publish(after: number, institutions: readonly PublishedInstitution[]): void
  close(): void
}

export async function startRegistryHost(): Promise<RegistryHost> {
  let files = new Map<string, Uint8Array>()
  const server = createServer((request, response) => {
    const bytes = files.get((request.url ?? '').slice(1))
    if (bytes === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'application/json' }).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { seq } = packagedSnapshot()
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    publish(after, institutions) {
      files = repositoryWith(institutions, seq + after)
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Runs in a page of the extension: asks for an update now. @returns how it ended. */
export async function updateNow(): Promise<string> {
  const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  const reply = await api.runtime.sendMessage({ name: 'updateRegistry', body: null })
  return reply.value?.outcome?.kind ?? JSON.stringify(reply)
}
