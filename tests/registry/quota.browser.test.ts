/** Failure case 24 in real Chromium. Alone in its file: the browser remembers for half a minute how much room there was. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { openActiveRegistry } from '../../src/registry/active-registry.ts'
import { openDatabase } from '../../src/registry/store.ts'
import { activeSeq, createClient, createRegistry, snapshotOf } from '../support/fake-registry.ts'

const { origin } = location

beforeAll(async () => {
  await cdp().send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
  await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 })
})

afterAll(async () => {
  await cdp().send('Storage.overrideQuotaForOrigin', { origin })
})

test('24 a full disk: the swap settles, the old data stays, the metadata claims nothing, and freed room heals', async () => {
  const registry = await createRegistry()
  const store = await openDatabase(`quota-${Date.now()}`)
  const client = createClient(registry, { store })
  await openActiveRegistry({ store, packaged: client.packaged })
  const ids = Array.from({ length: 12_000 }, (_, at) => `bank${at}`)
  await registry.publish(snapshotOf(3, ['a', 'b', 'c', 'd', ...ids]))
  expect(await client.update()).toMatchObject({ kind: 'failed', code: 'store' })
  expect(await activeSeq(store)).toBe(1)
  expect(await openActiveRegistry({ store, packaged: client.packaged })).toMatchObject({
    usable: true,
    trusted: { records: { head: { seq: 1 } } },
  })
  const small = await createRegistry()
  await small.publish(snapshotOf(4, ['a', 'b', 'c', 'd']))
  const other = createClient(small, { store: await openDatabase(`room-${Date.now()}`) })
  expect(await other.update()).toMatchObject({ kind: 'updated', seq: 4 })
  store.close()
})
