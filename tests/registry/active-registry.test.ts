import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import 'fake-indexeddb/auto'
import { openActiveRegistry, type RegistrySources } from '../../src/registry/active-registry.ts'
import { openRegistryStore, type RegistryStore } from '../../src/registry/store.ts'
import type { SignedBytes } from '../../src/registry/trusted-snapshot.ts'

const maintainers = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
let store: RegistryStore
let count = 0

beforeEach(() => {
  store = openRegistryStore(`registry-${count++}`)
})

function signed(seq: number, key: KeyObject = maintainers.privateKey, change: object = {}): SignedBytes {
  const builtAt = '2026-11-21T00:00:00.000Z'
  const snapshot = { schema: 1, seq, builtAt, channel: 'development', institutions: [], reported: [], tactics: [] }
  const bytes = new Uint8Array(new TextEncoder().encode(JSON.stringify({ ...snapshot, ...change })))
  return { bytes, signature: new Uint8Array(sign(null, bytes, key)) }
}

function sources(packaged: SignedBytes, seq: number, change: Partial<RegistrySources> = {}): RegistrySources {
  const publicKey = new Uint8Array(maintainers.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
  return { store, readPackaged: async () => packaged, packagedSeq: seq, publicKey, ...change }
}

function flip(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

describe('openActiveRegistry', () => {
  test('a first start verifies and stores the packaged registry', async () => {
    const active = await openActiveRegistry(sources(signed(3), 3))
    expect(active).toMatchObject({ usable: true, storage: 'database', trusted: { snapshot: { seq: 3 } } })
    expect((await store.read())?.seq).toBe(3)
  })

  test('a later start answers from the store without reading the package', async () => {
    await openActiveRegistry(sources(signed(3), 3))
    const readPackaged = vi.fn()
    const active = await openActiveRegistry(sources(signed(3), 3, { readPackaged }))
    expect(active).toMatchObject({ usable: true, trusted: { snapshot: { seq: 3 } } })
    expect(readPackaged).not.toHaveBeenCalled()
  })

  test('a newer package replaces the stored registry, an older one never does', async () => {
    await openActiveRegistry(sources(signed(3), 3))
    expect(await openActiveRegistry(sources(signed(4), 4))).toMatchObject({ trusted: { snapshot: { seq: 4 } } })
    expect(await openActiveRegistry(sources(signed(2), 2))).toMatchObject({ trusted: { snapshot: { seq: 4 } } })
  })

  test('any flipped byte of data or signature leaves no registry and says why', async () => {
    const good = signed(3)
    for (const at of [0, 30, good.bytes.length - 1])
      expect(await openActiveRegistry(sources({ ...good, bytes: flip(good.bytes, at) }, 3))).toMatchObject({
        usable: false,
        problem: 'signature',
      })
    for (const at of [0, 63])
      expect(await openActiveRegistry(sources({ ...good, signature: flip(good.signature, at) }, 3))).toMatchObject({
        usable: false,
        problem: 'signature',
      })
    expect(await store.read()).toBeUndefined()
  })

  test('a stranger’s key, a short signature and an unknown schema are refused', async () => {
    expect(await openActiveRegistry(sources(signed(3, stranger.privateKey), 3))).toMatchObject({ problem: 'signature' })
    const short = { ...signed(3), signature: new Uint8Array(63) }
    expect(await openActiveRegistry(sources(short, 3))).toMatchObject({ problem: 'signature' })
    const newer = signed(3, maintainers.privateKey, { schema: 2 })
    expect(await openActiveRegistry(sources(newer, 3))).toMatchObject({ problem: 'schema' })
  })

  test('a damaged stored row is replaced by the package, whatever number it claims', async () => {
    const good = signed(9)
    await store.swap({ ...good, bytes: flip(good.bytes, 5), seq: 9, provenAt: 0 })
    const active = await openActiveRegistry(sources(signed(3), 3))
    expect(active).toMatchObject({ usable: true, trusted: { snapshot: { seq: 3 } } })
    expect((await store.read())?.seq).toBe(3)
  })

  test('a sound store outlives a damaged package and tells of it', async () => {
    await openActiveRegistry(sources(signed(3), 3))
    const broken = { ...signed(4), signature: new Uint8Array(64) }
    const active = await openActiveRegistry(sources(broken, 4))
    expect(active).toMatchObject({ usable: true, trusted: { snapshot: { seq: 3 } }, problem: 'signature' })
  })

  test('a database that does not open is no silence: the package answers from memory', async () => {
    const failing = { ...store, read: () => Promise.reject(new Error('blocked')) }
    const active = await openActiveRegistry(sources(signed(3), 3, { store: failing }))
    expect(active).toMatchObject({ usable: true, storage: 'memory', problem: 'store' })
  })

  test('a full disk keeps the answers coming from memory', async () => {
    const full = { ...store, swap: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) }
    const active = await openActiveRegistry(sources(signed(3), 3, { store: full }))
    expect(active).toMatchObject({ usable: true, storage: 'memory', problem: 'store' })
  })

  test('without WebCrypto Ed25519 the fallback verifies, and refuses, alike', async () => {
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('no', 'NotSupportedError'))
    expect(await openActiveRegistry(sources(signed(3), 3))).toMatchObject({ usable: true })
    const good = signed(5)
    const broken = { ...good, bytes: flip(good.bytes, 7) }
    expect(await openActiveRegistry(sources(broken, 5))).toMatchObject({ problem: 'signature' })
    vi.restoreAllMocks()
  })
})

describe('store', () => {
  test('two racing swaps leave the newer one', async () => {
    const rows = [5, 7, 6].map((seq) => ({ ...signed(seq), seq, provenAt: 0 }))
    await Promise.all(rows.map((row) => store.swap(row)))
    expect((await store.read())?.seq).toBe(7)
  })
})
