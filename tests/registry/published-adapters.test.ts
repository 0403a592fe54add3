/** The adapters of message views travel with the registry: verified, kept, replaced, never a reason to lose hotlines. */
import { beforeEach, describe, expect, test } from 'vitest'
import 'fake-indexeddb/auto'
import packaged from '../../data/sms-views.json' with { type: 'json' }
import { adapterLimits } from '../../src/page/sms/adapter.ts'
import { chooseAdapters } from '../../src/page/sms/packaged-adapters.ts'
import { openActiveRegistry } from '../../src/registry/active-registry.ts'
import { openMemoryStore } from '../../src/registry/memory-store.ts'
import { ADAPTERS_TARGET, readPublishedAdapters } from '../../src/registry/published-adapters.ts'
import { openDatabase, type RegistryStore } from '../../src/registry/store.ts'
import { utf8 } from '../support/fake-authority.ts'
import { type Client, createClient, createRegistry, type FakeRegistry, snapshotOf } from '../support/fake-registry.ts'

let count = 0
let registry: FakeRegistry
let store: RegistryStore
let client: Client

beforeEach(async () => {
  registry = await createRegistry()
  store = await openDatabase(`adapters-${count++}`)
  client = createClient(registry, { store })
  await openActiveRegistry({ store, packaged: client.packaged })
})

const newer = (rev: number) => {
  const [google, ...others] = packaged.adapters
  return JSON.stringify({
    ...packaged,
    version: packaged.version + rev,
    adapters: [{ ...google, rev, ready: '#new' }, ...others],
  })
}

/** The file with spaces at its end, so many bytes long. */
const padded = (rev: number, bytes: number) => newer(rev) + ' '.repeat(bytes - utf8(newer(rev)).length)

async function publish(seq: number, file: string): Promise<void> {
  await registry.authority.addTarget('targets', ADAPTERS_TARGET, utf8(file), { schema: 1 })
  await registry.publish(snapshotOf(seq, ['a', 'b', 'c', 'd', `new${seq}`]))
}

const pathOf = () => [...registry.authority.files.keys()].filter((name) => name.includes(ADAPTERS_TARGET)).at(-1) ?? ''

describe('published adapters', () => {
  test('none published: none stored', async () => {
    await client.update()
    expect(await readPublishedAdapters(store)).toBeNull()
  })

  test('arrive with an update, and mend a view without a new build', async () => {
    await publish(2, newer(2))
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2 })
    const chosen = chooseAdapters(await readPublishedAdapters(store), () => true)
    expect(chosen.adapters[0]).toMatchObject({ id: 'google-messages', rev: 2, ready: ['#new'] })
    expect(chosen.adapters).toHaveLength(packaged.adapters.length)
  })

  test('are fetched once, and again when they change', async () => {
    await publish(2, newer(2))
    await client.update()
    const asked = () => client.asked.filter((path) => path.includes(ADAPTERS_TARGET)).length
    expect(asked()).toBe(1)
    await client.update()
    expect(asked()).toBe(1)
    await publish(3, newer(3))
    await client.update()
    expect(asked()).toBe(2)
    expect(await readPublishedAdapters(store)).toBe(newer(3))
  })

  test('with a byte changed on the way are not taken; the hotlines are, and the reason is kept', async () => {
    await publish(2, newer(2))
    const bytes = registry.authority.files.get(pathOf())
    if (bytes) bytes[30] = (bytes[30] ?? 0) ^ 1
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2, adapters: 'hash-mismatch' })
    expect(await readPublishedAdapters(store)).toBeNull()
  })

  test('longer than a page would read are not even fetched; the earlier ones stay', async () => {
    await publish(2, newer(2))
    await client.update()
    await publish(3, padded(3, adapterLimits.bytes + 1))
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 3, adapters: 'too-large' })
    expect(client.asked.filter((path) => path.includes(ADAPTERS_TARGET))).toHaveLength(1)
    expect(await readPublishedAdapters(store)).toBe(newer(2))
    await publish(4, padded(4, adapterLimits.bytes))
    await client.update()
    expect(await readPublishedAdapters(store)).toBe(padded(4, adapterLimits.bytes))
  })

  test.each([
    ['of an unknown schema', 'schema', JSON.stringify({ ...packaged, schema: 2, version: 99 })],
    ['without a version', 'bad-data', JSON.stringify({ ...packaged, version: 'new' })],
    ['that are no JSON', 'bad-data', '<html>'],
    ['that are no list', 'bad-data', JSON.stringify({ ...packaged, adapters: {} })],
  ])('%s are not taken; the earlier ones stay in force', async (_, code, file) => {
    await publish(2, newer(2))
    await client.update()
    await publish(3, file)
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 3, adapters: code })
    expect(await readPublishedAdapters(store)).toBe(newer(2))
  })

  test('damaged in the database are not used', async () => {
    await publish(2, newer(2))
    await client.update()
    const stored = await store.readFile(ADAPTERS_TARGET)
    if (!stored) throw new Error('nothing stored')
    await store.writeFile(ADAPTERS_TARGET, { ...stored, bytes: utf8(newer(9)) })
    expect(await readPublishedAdapters(store)).toBeNull()
  })

  test('live in memory where there is no database', async () => {
    const memory = openMemoryStore()
    const other = createClient(registry, { store: memory })
    await openActiveRegistry({ store: memory, packaged: other.packaged })
    await publish(2, newer(2))
    await other.update()
    expect(await readPublishedAdapters(memory)).toBe(newer(2))
  })
})
