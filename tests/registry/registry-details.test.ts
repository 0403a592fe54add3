/** Who signed and what changed: told from what verifies, left out when it does not. */
import { beforeEach, describe, expect, test } from 'vitest'
import 'fake-indexeddb/auto'
import { openActiveRegistry } from '../../src/registry/active-registry.ts'
import { HISTORY_TARGET, historyLimits } from '../../src/registry/history.ts'
import { readRegistryDetails } from '../../src/registry/registry-details.ts'
import { openDatabase, type RegistryStore } from '../../src/registry/store.ts'
import { readJson, utf8 } from '../support/fake-authority.ts'
import { type Client, createClient, createRegistry, type FakeRegistry, snapshotOf } from '../support/fake-registry.ts'
import { createSigner } from '../support/signers.ts'

let count = 0
let registry: FakeRegistry
let store: RegistryStore
let client: Client

beforeEach(async () => {
  registry = await createRegistry()
  store = await openDatabase(`details-${count++}`)
  client = createClient(registry, { store })
  await openActiveRegistry({ store, packaged: client.packaged })
})

const historyOf = (...seqs: number[]) =>
  JSON.stringify({
    schema: 1,
    entries: seqs.map((seq) => ({ seq, builtAt: '2026-11-21T08:00:00Z', why: `reason ${seq}` })),
  })

async function publish(seq: number, history?: string): Promise<void> {
  if (history !== undefined) await registry.authority.addTarget('targets', HISTORY_TARGET, utf8(history), { schema: 1 })
  await registry.publish(snapshotOf(seq, ['a', 'b', 'c', 'd', `new${seq}`]))
}

const whys = async () => (await readRegistryDetails(store)).history?.entries.map(({ why }) => why) ?? null

describe('roles', () => {
  test('of the package: version, expiry, threshold and the keys that signed', async () => {
    const { roles } = await readRegistryDetails(store)
    expect(roles.map(({ role }) => role)).toEqual(['root', 'targets', 'snapshot', 'timestamp'])
    expect(roles.map(({ version }) => version)).toEqual([1, 2, 2, 2])
    for (const { threshold, keys, signedBy, expires } of roles) {
      expect({ threshold, keys }).toEqual({ threshold: 1, keys: 1 })
      expect(signedBy).toEqual([expect.stringMatching(/^#[0-9a-f]{8}$/)])
      expect(Date.parse(expires)).toBeGreaterThan(Date.now())
    }
  })

  test('k of n: only those whose signature is there and good, by the name that the trust root has', async () => {
    const { authority } = registry
    for (const name of ['wang', 'zhao']) authority.addSigner('targets', await createSigner('ed25519', { name }))
    authority.documents.root.roles.targets.threshold = 2
    await authority.publish('root')
    authority.signers.targets = authority.signers.targets?.slice(0, 2) ?? []
    await publish(2)
    await client.update()
    const targets = (await readRegistryDetails(store)).roles.find(({ role }) => role === 'targets')
    expect(targets).toMatchObject({ version: 3, threshold: 2, keys: 3 })
    expect(targets?.signedBy).toEqual([expect.stringMatching(/^#[0-9a-f]{8}$/), 'wang'])
  })

  test('a name made to deceive is not shown: the key id is', async () => {
    registry.authority.addSigner('timestamp', await createSigner('ed25519', { name: 'li\u202egnaw' }))
    await registry.authority.publish('root')
    await publish(2)
    await client.update()
    const timestamp = (await readRegistryDetails(store)).roles.find(({ role }) => role === 'timestamp')
    expect(timestamp?.signedBy).toHaveLength(2)
    for (const name of timestamp?.signedBy ?? []) expect(name).toMatch(/^#[0-9a-f]{8}$/)
  })

  test('a document that was edited in the database is left out, the others stay', async () => {
    const bytes = await store.metadata.read('snapshot')
    if (!bytes) throw new Error('no snapshot')
    const edited = readJson(bytes)
    edited.signed.expires = '2999-01-01T00:00:00Z'
    await store.metadata.write('snapshot', utf8(JSON.stringify(edited)))
    const { roles } = await readRegistryDetails(store)
    expect(roles.map(({ role }) => role)).toEqual(['root', 'targets', 'timestamp'])
    await store.metadata.write('root', utf8('{}'))
    expect(await readRegistryDetails(store)).toEqual({ roles: [], history: null })
  })
})

describe('history', () => {
  test('none published, as before this file existed: none told, and nothing is asked for it', async () => {
    await publish(2)
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2 })
    expect(await whys()).toBeNull()
    expect(client.asked.some((path) => path.includes(HISTORY_TARGET))).toBe(false)
  })

  test('comes with an update by delta, and is fetched again only when it changes', async () => {
    const roomy = snapshotOf(2, Array.from({ length: 40 }, (_, at) => `x${at}`).concat('a', 'b', 'c', 'd'))
    await registry.publish(roomy)
    await client.update()
    await registry.authority.addTarget('targets', HISTORY_TARGET, utf8(historyOf(1, 2, 3)), { schema: 1 })
    await registry.publish({ ...roomy, seq: 3 })
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 3, by: 'delta' })
    expect(await client.update()).toMatchObject({ kind: 'current', seq: 3 })
    expect(await whys()).toEqual(['reason 1', 'reason 2', 'reason 3'])
    expect(client.asked.filter((path) => path.includes(HISTORY_TARGET))).toHaveLength(1)
  })

  test('that is no history, or longer than may be, is not stored; the numbers come all the same', async () => {
    await publish(2, historyOf(1, 2))
    await client.update()
    const files = ['{"schema":1,"entries":"all"}', historyOf(3) + ' '.repeat(historyLimits.bytes)]
    for (const [at, file] of files.entries()) {
      await publish(3 + at, file)
      expect(await client.update()).toMatchObject({ kind: 'updated', seq: 3 + at })
      expect(await whys()).toBeNull()
    }
    await publish(5, historyOf(4, 5))
    await client.update()
    expect(await whys()).toEqual(['reason 4', 'reason 5'])
  })

  test('edited in the database, even with its hash, is not told: the signed metadata names another hash, and edited metadata nobody has signed', async () => {
    await publish(2, historyOf(1, 2))
    await client.update()
    const bytes = utf8(historyOf(9))
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    const sha256 = Buffer.from(digest).toString('hex')
    await store.writeFile(HISTORY_TARGET, { sha256, bytes })
    expect(await whys()).toBeNull()
    const targets = await store.metadata.read('targets')
    if (!targets) throw new Error('no targets')
    const edited = readJson(targets)
    Object.assign(edited.signed.targets[HISTORY_TARGET], { length: bytes.length, hashes: { sha256 } })
    await store.metadata.write('targets', utf8(JSON.stringify(edited)))
    expect(await whys()).toBeNull()
  })

  test('of the package is there from the first start on', async () => {
    await publish(2, historyOf(1, 2))
    const other = createClient(registry, { store: await openDatabase(`details-${count++}`) })
    await openActiveRegistry({ store: other.store, packaged: other.packaged })
    expect((await readRegistryDetails(other.store)).history?.entries).toHaveLength(2)
  })
})
