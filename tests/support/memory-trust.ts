/** A trust client in memory: a store that can be looked into and a `fetch` over a fake authority's files. */
import type { Fetch } from '../../src/registry/trust/fetch-bytes.ts'
import { refresh, type TrustedSet } from '../../src/registry/trust/refresh.ts'
import type { MetadataStore, TrustOptions } from '../../src/registry/trust/run.ts'
import { type Bytes, type FakeAuthority, readJson } from './fake-authority.ts'

export const MIRROR = { metadata: 'https://registry.test/metadata', targets: 'https://registry.test/targets/' }

export interface MemoryStore extends MetadataStore {
  rows: Map<string, Bytes>
  /** Trusted version of a role; undefined when nothing is stored. */
  version(role: string): number | undefined
}

export function memoryStore(rows: Map<string, Bytes> = new Map()): MemoryStore {
  return {
    rows,
    read: async (role) => rows.get(role),
    write: async (role, bytes) => void rows.set(role, bytes),
    remove: async (role) => void rows.delete(role),
    version: (role) => (rows.has(role) ? readJson(rows.get(role)).signed.version : undefined),
  }
}

export interface AuthorityFetch extends Fetch {
  asked: string[]
}

/** Serves `https://registry.test/…` from the files; `answer` may answer first. */
export function authorityFetch(
  files: ReadonlyMap<string, Bytes>,
  answer: (path: string, init: RequestInit) => Response | Promise<Response> | undefined = () => undefined,
): AuthorityFetch {
  const asked: string[] = []
  async function serve(url: string, init: RequestInit): Promise<Response> {
    const path = url.replace('https://registry.test/', '')
    asked.push(path)
    const special = answer(path, init)
    if (special !== undefined) return special
    const bytes = files.get(path)
    return bytes === undefined ? new Response('not found', { status: 404 }) : new Response(bytes)
  }
  return Object.assign(serve, { asked })
}

export interface MemoryClient {
  store: MemoryStore
  fetch: AuthorityFetch
  run(options?: Partial<TrustOptions>): Promise<TrustedSet>
}

/** A client that trusts the authority's first root, with nothing else stored. */
export function memoryClient(authority: FakeAuthority): MemoryClient {
  const root = authority.files.get('metadata/1.root.json')
  const store = memoryStore(root && new Map([['root', root]]))
  const fetch = authorityFetch(authority.files)
  return {
    store,
    fetch,
    run: (options = {}) => refresh({ mirror: MIRROR, fetch, store, now: Date.now(), ...options }),
  }
}
