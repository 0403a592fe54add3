/** A registry publisher for tests: data sets published by a fake authority as base and deltas, and clients of it. */

import { adaptersProblem } from '../../src/page/sms/packaged-adapters.ts'
import { openMemoryStore } from '../../src/registry/memory-store.ts'
import type { PackagedRepository } from '../../src/registry/packaged-repository.ts'
import type { PublishedInstitution, Snapshot } from '../../src/registry/schema.ts'
import { baseTarget, deltaBytes, deltaTarget, diffStates, stateBytes, stateRoot } from '../../src/registry/state.ts'
import type { RegistryStore } from '../../src/registry/store.ts'
import { type UpdateSources, updateRegistry } from '../../src/registry/update.ts'
import { type AuthorityOptions, type Bytes, createAuthority, type FakeAuthority } from './fake-authority.ts'
import { authorityFetch, MIRROR } from './memory-trust.ts'

export const DAY = 86_400_000

export function institution(id: string, number = '95555'): PublishedInstitution {
  const line = { number, canonical: number, purpose: 'general', direction: 'both', level: 'official' } as const
  const sources = [{ kind: 'primary' as const, url: 'https://bank.example/contact' }]
  return {
    id,
    name: { zh: `银行${id}` },
    aliases: [],
    kind: 'bank',
    domains: [],
    hotlines: [{ ...line, label: { zh: '客服' }, sources }],
  }
}

/** A data set of these institutions: `ids`, or `id:number`. */
export function snapshotOf(seq: number, ids: string[], builtAt = Date.now(), head: Partial<Snapshot> = {}): Snapshot {
  const institutions = ids.map((entry) => institution(...(entry.split(':') as [string, string?])))
  const base = { schema: 1, seq, builtAt: new Date(builtAt).toISOString(), channel: 'development' } as const
  return { ...base, institutions, reported: [], tactics: [], ...head }
}

export interface FakeRegistry {
  authority: FakeAuthority
  /** Publishes the next data set as the base, with deltas from the earlier ones unless told otherwise. */
  publish(snapshot: Snapshot, options?: { deltas?: boolean; base?: boolean }): Promise<void>
  /** The package as a build at this moment would ship it. */
  pack(): PackagedRepository
}

/** Publication 1 (institutions a, b, c, d) is out. `now`: when; metadata lives for 30 days from then. */
export async function createRegistry(options: AuthorityOptions = {}): Promise<FakeRegistry> {
  const { now = Date.now() } = options
  const authority = await createAuthority(options)
  const published: Snapshot[] = []

  async function publish(snapshot: Snapshot, { deltas = true, base = true } = {}): Promise<void> {
    const bytes = stateBytes(snapshot)
    const root = await stateRoot(bytes)
    const { seq } = snapshot
    if (base) {
      for (const before of published) authority.removeTarget('targets', baseTarget(before.seq))
      await authority.addTarget('targets', baseTarget(seq), bytes, { schema: 1, seq, prev: null, root })
    }
    const last = published.at(-1)
    if (deltas && last !== undefined) {
      const delta = diffStates(last, snapshot)
      const custom = { schema: delta.schema, seq, prev: last.seq, root }
      await authority.addTarget('targets', deltaTarget(last.seq, seq), deltaBytes(delta), custom)
    }
    published.push(snapshot)
    await authority.publish('targets', 'snapshot', 'timestamp')
  }

  await publish(snapshotOf(1, ['a', 'b', 'c', 'd'], now))
  return {
    authority,
    publish,
    pack: () => packageOf(new Map(authority.files), published.at(-1)?.seq ?? 0, rootVersion(authority)),
  }
}

function rootVersion(authority: FakeAuthority): number {
  return authority.documents.root.version
}

export function packageOf(files: ReadonlyMap<string, Bytes>, seq: number, root = 1): PackagedRepository {
  return {
    seq,
    fetch: async (path) => {
      const bytes = files.get(path)
      return bytes === undefined ? new Response(null, { status: 404 }) : new Response(bytes)
    },
    readRoot: async () => files.get(`metadata/${root}.root.json`) ?? new Uint8Array(),
  }
}

export type Client = UpdateSources & {
  asked: string[]
  update(change?: Partial<UpdateSources>): ReturnType<typeof updateRegistry>
}

/** A client of the registry with its own store; `packaged` as the registry is now. */
export function createClient(registry: FakeRegistry, change: Partial<UpdateSources> = {}): Client {
  const fetch = authorityFetch(registry.authority.files)
  const sources: UpdateSources = {
    store: openMemoryStore(),
    packaged: registry.pack(),
    mirrors: [MIRROR],
    permitted: async () => true,
    fetch,
    now: Date.now,
    random: () => 0.5,
    alone: (work) => work(),
    adaptersProblem,
    ...change,
  }
  return { ...sources, asked: fetch.asked, update: (more = {}) => updateRegistry({ ...sources, ...more }) }
}

/** The seq of the active data set, read from the store as it is. */
export async function activeSeq(store: RegistryStore): Promise<number | undefined> {
  return (await store.readState())?.seq
}
