/** Which data set answers when the worker starts. */
import { describe, expect, test, vi } from 'vitest'
import 'fake-indexeddb/auto'
import { openActiveRegistry } from '../../src/registry/active-registry.ts'
import { openMemoryStore } from '../../src/registry/memory-store.ts'
import { CHECKS } from '../../src/registry/read-snapshot.ts'
import { RegistryError } from '../../src/registry/registry-error.ts'
import { stateRoot } from '../../src/registry/state.ts'
import { openDatabase, type RegistryStore } from '../../src/registry/store.ts'
import { trustRecords, trustState } from '../../src/registry/trusted-state.ts'
import { utf8 } from '../support/fake-authority.ts'
import { createClient, createRegistry, packageOf, snapshotOf } from '../support/fake-registry.ts'

let count = 0
const freshStore = () => openDatabase(`active-${count++}`)

const registry = await createRegistry()
const first = registry.pack()
await registry.publish(snapshotOf(2, ['a', 'b', 'c', 'd', 'e']))
const second = registry.pack()

function failing(store: RegistryStore, ...names: (keyof RegistryStore)[]): RegistryStore {
  const fail = async () => {
    throw new RegistryError('store', 'broken')
  }
  return { ...store, ...Object.fromEntries(names.map((name) => [name, fail])) }
}

describe('openActiveRegistry', () => {
  test('a first start verifies and stores the packaged registry', async () => {
    const store = await freshStore()
    const active = await openActiveRegistry({ store, packaged: first })
    expect(active).toMatchObject({ usable: true, storage: 'database', trusted: { records: { head: { seq: 1 } } } })
    expect(active).not.toHaveProperty('problem')
    expect((await store.readState())?.seq).toBe(1)
    expect(await store.metadata.read('timestamp')).toBeDefined()
  })

  test('a later start answers from the store without reading the package', async () => {
    const store = await freshStore()
    await openActiveRegistry({ store, packaged: first })
    const packaged = { ...first, fetch: vi.fn(), readRoot: vi.fn() }
    expect(await openActiveRegistry({ store, packaged })).toMatchObject({
      usable: true,
      trusted: { records: { head: { seq: 1 } } },
    })
    expect(packaged.fetch).not.toHaveBeenCalled()
    expect(packaged.readRoot).not.toHaveBeenCalled()
  })

  test('must-hold 6: 37 a newer package replaces the stored registry, an older one never does', async () => {
    const store = await freshStore()
    await openActiveRegistry({ store, packaged: first })
    expect(await openActiveRegistry({ store, packaged: second })).toMatchObject({
      trusted: { records: { head: { seq: 2 } } },
    })
    expect(await openActiveRegistry({ store, packaged: first })).toMatchObject({
      trusted: { records: { head: { seq: 2 } } },
    })
    expect((await store.readState())?.seq).toBe(2)
  })

  test('37 the metadata of an older package never replaces newer metadata', async () => {
    const store = await freshStore()
    const client = createClient(registry, { store, packaged: first })
    await openActiveRegistry({ store, packaged: first })
    await client.update()
    const before = await store.metadata.read('timestamp')
    await store.swap({ ...(await stored(store)), bytes: utf8('damaged'), seq: 9 })
    expect(await openActiveRegistry({ store, packaged: first })).toMatchObject({
      usable: true,
      trusted: { records: { head: { seq: 1 } } },
    })
    expect(await store.metadata.read('timestamp')).toEqual(before)
  })

  test.each([
    ['its bytes', { bytes: utf8('{}') }, 'damaged'],
    ['its root', { root: '00'.repeat(32) }, 'damaged'],
    ['its number', { seq: 7 }, 'signature'],
    ['its proof of targets', { proof: { root: utf8('{}'), targets: utf8('{}') } }, 'signature'],
  ])(
    '23 a stored set with %s changed is replaced by the packaged one, and that is told',
    async (_name, change, problem) => {
      const store = await freshStore()
      await openActiveRegistry({ store, packaged: first })
      await store.swap({ ...(await stored(store)), ...change }, 1)
      const active = await openActiveRegistry({ store, packaged: first })
      expect(active).toMatchObject({ usable: true, problem, trusted: { records: { head: { seq: 1 } } } })
      expect(await openActiveRegistry({ store, packaged: first })).not.toHaveProperty('problem')
    },
  )

  test.each([
    ['no bytes', { bytes: undefined }],
    ['text for bytes', { bytes: '{}' }],
    ['no proof', { proof: undefined }],
    ['half a proof', { proof: { root: utf8('{}') } }],
    ['nothing but its name', { seq: undefined, root: undefined, bytes: undefined, proof: undefined }],
  ])('23 a stored row with %s is replaced by the packaged set, at start and by an update', async (_name, change) => {
    const store = await freshStore()
    await openActiveRegistry({ store, packaged: first })
    const row = Object.assign({ ...(await stored(store)) }, change)
    await store.swap(row, 1)
    const active = await openActiveRegistry({ store, packaged: first })
    expect(active).toMatchObject({ usable: true, problem: 'damaged', trusted: { records: { head: { seq: 1 } } } })
    expect(await openActiveRegistry({ store, packaged: first })).not.toHaveProperty('problem')
    await store.swap(row, 1)
    expect(await createClient(registry, { store, packaged: first }).update()).toMatchObject({ kind: 'updated', seq: 2 })
  })

  test('23 a data set that nobody signed is not believed, though its hash fits', async () => {
    const store = await freshStore()
    await openActiveRegistry({ store, packaged: first })
    const forged = await createRegistry()
    await forged.publish(snapshotOf(3, ['evil']))
    const other = await freshStore()
    await openActiveRegistry({ store: other, packaged: forged.pack() })
    const { proof } = await stored(store)
    await store.swap({ ...(await stored(other)), proof })
    expect(await openActiveRegistry({ store, packaged: first })).toMatchObject({
      problem: 'signature',
      trusted: { records: { head: { seq: 1 } } },
    })
  })

  test('a set that was stored by older checks is asserted again', async () => {
    const odd = utf8('{"schema":1,"seq":5,"institutions":[]}')
    const root = await stateRoot(odd)
    const own = await createRegistry()
    const custom = { schema: 1, seq: 5, prev: null, root }
    await own.authority.addTarget('targets', 'base-5.json', odd, custom)
    await own.authority.publish('targets', 'snapshot', 'timestamp')
    const proof = {
      root: own.authority.files.get('metadata/1.root.json') ?? odd,
      targets: own.authority.files.get(own.authority.fileName('targets')) ?? odd,
    }
    const state = { seq: 5, root, bytes: odd, proof, checks: CHECKS - 1 }
    await expect(trustState(state)).rejects.toMatchObject({ code: 'damaged' })
    await expect(trustRecords(state)).rejects.toMatchObject({ code: 'damaged' })
    expect(await trustState({ ...state, checks: CHECKS })).toMatchObject({ seq: 5 })
    const sparse = { ...state, checks: CHECKS }
    await expect(trustRecords({ ...sparse, seq: 6 })).rejects.toMatchObject({ code: 'signature' })
    expect(await trustRecords(sparse)).toMatchObject({ head: { seq: 5 }, ids: [] })
  })

  test('20 a store that cannot be read or written: the package answers from memory, and that is told', async () => {
    const answer = { usable: true, storage: 'memory', problem: 'store', trusted: { records: { head: { seq: 1 } } } }
    for (const store of [
      failing(openMemoryStore(), 'readState', 'swap'),
      failing(await freshStore(), 'swap'),
      openMemoryStore(),
    ])
      expect(await openActiveRegistry({ store, packaged: first })).toMatchObject(answer)
  })

  test('a package that does not verify: the stored set goes on answering, without one nothing does', async () => {
    const broken = packageOf(new Map(), 5)
    const store = await freshStore()
    await openActiveRegistry({ store, packaged: first })
    expect(await openActiveRegistry({ store, packaged: broken })).toMatchObject({
      usable: true,
      trusted: { records: { head: { seq: 1 } } },
    })
    const empty = await openActiveRegistry({ store: await freshStore(), packaged: broken })
    expect(empty).toEqual({ usable: false, storage: 'database', problem: 'signature' })
  })

  test.each(['metadata/timestamp.json', 'metadata/2.targets.json', 'base'])(
    'must-hold 6: any changed byte of the packaged %s is refused',
    async (name) => {
      const { authority, pack } = await createRegistry()
      const file = [...authority.files.keys()].find((key) => key.includes(name)) ?? ''
      const sound = authority.files.get(file)
      if (sound === undefined) throw new Error(`there is no ${name}`)
      for (let at = 0; at < sound.length; at += Math.ceil(sound.length / 40)) {
        const bytes = new Uint8Array(sound)
        bytes[at] = (bytes[at] ?? 0) ^ 1
        authority.files.set(file, bytes)
        const active = await openActiveRegistry({ store: await freshStore(), packaged: pack() })
        expect(active, `byte ${at}`).toMatchObject({ usable: false })
      }
    },
  )

  test('freshness: the proof of the same publication counts, of another one it does not', async () => {
    const builtAt = Date.parse('2026-01-01T00:00:00Z')
    const own = await createRegistry({ now: builtAt })
    const packaged = own.pack()
    const store = await freshStore()
    expect(await openActiveRegistry({ store, packaged })).toMatchObject({ provenAt: builtAt })
    await store.writeLog({ failures: 0, proven: { seq: 1, at: builtAt + 1000 } })
    expect(await openActiveRegistry({ store, packaged })).toMatchObject({ provenAt: builtAt + 1000 })
    await store.writeLog({ failures: 0, proven: { seq: 2, at: builtAt + 1000 } })
    expect(await openActiveRegistry({ store, packaged })).toMatchObject({ provenAt: builtAt })
    expect(await openActiveRegistry({ store: failing(store, 'readLog'), packaged })).toMatchObject({
      provenAt: builtAt,
    })
  })
})

async function stored(store: RegistryStore) {
  const state = await store.readState()
  if (state === undefined) throw new Error('nothing is stored')
  return state
}
