/** Another version of the extension left the store, or somebody deletes it: in real Chromium, whose IndexedDB decides. */
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { openActiveRegistry } from '../../src/registry/active-registry.ts'
import { openRegistryStore } from '../../src/registry/open-store.ts'
import type { StoredState } from '../../src/registry/store.ts'
import { utf8 } from '../support/fake-authority.ts'
import { createClient, createRegistry, snapshotOf } from '../support/fake-registry.ts'

const registry = await createRegistry()
const first = registry.pack()
await registry.publish(snapshotOf(2, ['a', 'b', 'c', 'd', 'e']))

let count = 0
const freshName = () => `versions-${Date.now()}-${count++}`

/** What a sound update leaves, to be put where another version kept it. */
async function soundState(): Promise<StoredState> {
  const store = await openRegistryStore(freshName())
  await openActiveRegistry({ store, packaged: first })
  await createClient(registry, { store, packaged: first }).update()
  const state = await store.readState()
  store.close()
  if (state === undefined) throw new Error('nothing is stored')
  return state
}

/** A database as another version had it; Dexie counts versions in tens. */
async function leave(
  version: number,
  tables: Record<string, string>,
  rows: [table: string, row: object][],
): Promise<string> {
  const name = freshName()
  const database = new Dexie(name)
  database.version(version).stores(tables)
  await database.open()
  for (const [table, row] of rows) await database.table(table).put(row)
  database.close()
  return name
}

const TABLES = { metadata: 'role', active: 'name', log: 'name' }

test.each([
  [1, TABLES],
  [2, { ...TABLES, adapters: 'name' }],
])('the store of version %i is taken over: its data set answers and goes on updating', async (version, tables) => {
  const state = await soundState()
  const adapters: [string, object][] = version === 2 ? [['adapters', { name: 'adapters', bytes: utf8('{}') }]] : []
  const name = await leave(version, tables, [['active', { ...state, name: 'active' }], ...adapters])
  const store = await openRegistryStore(name)
  expect(await openActiveRegistry({ store, packaged: first })).toMatchObject({
    usable: true,
    storage: 'database',
    trusted: { records: { head: { seq: 2 } } },
  })
  expect(await createClient(registry, { store, packaged: first }).update()).toMatchObject({ kind: 'current', seq: 2 })
  store.close()
})

test('a data set that an older version stored without naming its checks is asserted again', async () => {
  const { checks: _, ...older } = await soundState()
  const store = await openRegistryStore(await leave(1, TABLES, [['active', { ...older, name: 'active' }]]))
  expect(await openActiveRegistry({ store, packaged: first })).toMatchObject({
    usable: true,
    trusted: { records: { head: { seq: 2 } } },
  })
  store.close()
})

test('after a downgrade the store of a newer version answers or gives way to the package, never to nothing', async () => {
  const state = await soundState()
  const newer = { ...TABLES, files: 'name', active: 'name, seq', later: '++id' }
  const name = await leave(9, newer, [
    ['active', { ...state, name: 'active', later: { of: 'another shape' } }],
    ['later', { anything: 1 }],
  ])
  const store = await openRegistryStore(name)
  expect(store.kind).toBe('database')
  const active = await openActiveRegistry({ store, packaged: first })
  expect(active).toMatchObject({ usable: true, storage: 'database' })
  expect(active).not.toHaveProperty('problem')
  const outcome = await createClient(registry, { store, packaged: first }).update()
  expect(outcome).toMatchObject({ kind: expect.stringMatching(/^(current|updated)$/), seq: 2 })
  store.close()
})

test('deleted under an open store: what it says is sound or a failure of the store, and the next start has all', async () => {
  const name = freshName()
  const store = await openRegistryStore(name)
  await openActiveRegistry({ store, packaged: first })
  const client = createClient(registry, { store, packaged: first })
  await Dexie.delete(name)
  const outcome = await client.update()
  if (outcome.kind === 'failed') expect(outcome.code).toBe('store')
  else expect(outcome).toMatchObject({ kind: 'updated', seq: 2 })
  expect(await openActiveRegistry({ store, packaged: first })).toMatchObject({ usable: true })
  const again = await openRegistryStore(name)
  expect(await openActiveRegistry({ store: again, packaged: first })).toMatchObject({
    usable: true,
    storage: 'database',
  })
  expect(await createClient(registry, { store: again, packaged: first }).update()).toMatchObject({ seq: 2 })
  again.close()
})
