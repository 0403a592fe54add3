/** The client workflow, clause by clause, with the numbered failure cases of the registry design that concern trust. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { bytesFromHex } from '../../../src/registry/trust/hex.ts'
import type { TufErrorCode } from '../../../src/registry/trust/tuf-error.ts'
import {
  type Bytes,
  createAuthority,
  type FakeAuthority,
  isoSeconds,
  readJson,
  utf8,
} from '../../support/fake-authority.ts'
import { authorityFetch, type MemoryClient, memoryClient } from '../../support/memory-trust.ts'
import { createSigner } from '../../support/signers.ts'

const DAY = 86_400_000

let authority: FakeAuthority
let client: MemoryClient

async function start(options: Parameters<typeof createAuthority>[0] = {}): Promise<void> {
  authority = await createAuthority(options)
  client = memoryClient(authority)
}

beforeEach(() => start())

async function expectRefusal(code: TufErrorCode, run: Promise<unknown> = client.run()): Promise<void> {
  await expect(run).rejects.toMatchObject({ name: 'TufError', code, message: expect.stringMatching(/.{10}/) })
}

/** Trusted versions: root, timestamp, snapshot, targets. */
function trusted(): (number | undefined)[] {
  return ['root', 'timestamp', 'snapshot', 'targets'].map((role) => client.store.version(role))
}

/** Replaces a published file by a changed one. */
function bend(file: string, change: (json: ReturnType<typeof readJson>) => void): void {
  const json = readJson(authority.files.get(file))
  change(json)
  authority.files.set(file, utf8(JSON.stringify(json)))
}

/** Signs a changed document as it is and uploads it under the same name. */
async function resign(
  role: string,
  change: (signed: ReturnType<typeof readJson>) => void,
  file?: string,
): Promise<void> {
  const name = file ?? authority.fileName(role)
  const { signed } = readJson(authority.files.get(name))
  change(signed)
  authority.files.set(name, await authority.sign(signed, authority.signers[role] ?? []))
}

describe('a sound repository', () => {
  test('is accepted, stored byte for byte, and an unchanged one costs two requests', async () => {
    await client.run()
    expect(trusted()).toEqual([1, 1, 1, 1])
    for (const role of ['timestamp', 'snapshot', 'targets']) {
      expect(client.store.rows.get(role)).toEqual(authority.files.get(authority.fileName(role)))
    }
    client.fetch.asked.length = 0
    await client.run()
    expect(client.fetch.asked).toEqual(['metadata/2.root.json', 'metadata/timestamp.json'])
  })

  test.each([true, false])('consistent snapshots %s', async (consistent) => {
    await start({ consistent })
    await authority.publish('targets', 'snapshot', 'timestamp')
    await client.run()
    expect(client.fetch.asked.slice(2)).toEqual(
      consistent
        ? ['metadata/2.snapshot.json', 'metadata/2.targets.json']
        : ['metadata/snapshot.json', 'metadata/targets.json'],
    )
  })

  test('consistent_snapshot may be left out and means false', async () => {
    await start({ consistent: false })
    delete authority.documents.root.consistent_snapshot
    await authority.publish('root')
    await client.run()
    expect(client.fetch.asked).toContain('metadata/snapshot.json')
  })

  test('unknown members are covered by signatures and do no harm', async () => {
    authority.documents.timestamp['x-note'] = { a: [1, null, true] }
    authority.addSigner('timestamp', await createSigner('ed25519', { 'x-owner': '@someone' }))
    await authority.publish('root', 'timestamp')
    await client.run()
    expect(trusted()).toEqual([2, 2, 1, 1])
  })

  test('lengths and hashes may be left out', async () => {
    await start({ hashes: false })
    await client.run()
    expect(trusted()).toEqual([1, 1, 1, 1])
  })
})

describe('5.2 and 5.3 root', () => {
  test('29 asleep for 3 years and 100 root versions, intermediate ones expired', async () => {
    const now = Date.now()
    for (let version = 2; version <= 101; version++) {
      authority.documents.root.expires = isoSeconds(now + (version < 101 ? -DAY : DAY))
      if (version % 10 === 0) await rotateRoot()
      else await authority.publish('root')
    }
    await client.run()
    expect(trusted()).toEqual([101, 1, 1, 1])
  })

  async function rotateRoot(): Promise<void> {
    const [old] = authority.signers.root ?? []
    const fresh = await authority.rotate('root')
    authority.signers.root = old === undefined ? [fresh] : [fresh, old]
    await authority.publish('root')
    authority.signers.root = [fresh]
  }

  test('30 more roots than the limit: this run takes as many as it may, the next one goes on', async () => {
    for (let version = 2; version <= 8; version++) await authority.publish('root')
    await client.run({ limits: { rootVersions: 3 } })
    expect(client.store.version('root')).toBe(4)
    await client.run({ limits: { rootVersions: 3 } })
    expect(client.store.version('root')).toBe(7)
    await client.run({ limits: { rootVersions: 3 } })
    expect(client.store.version('root')).toBe(8)
  })

  test('31 the final root has expired: stored, and the run ends', async () => {
    authority.documents.root.expires = isoSeconds(Date.now() - 1000)
    await authority.publish('root')
    await expectRefusal('expired')
    expect(trusted()).toEqual([2, undefined, undefined, undefined])
  })

  test.each(['only old keys', 'only new keys'])('32 a root signed by %s', async (which) => {
    const old = authority.signers.root ?? []
    await authority.rotate('root')
    if (which === 'only old keys') authority.signers.root = old
    await authority.publish('root')
    await expectRefusal('threshold')
    expect(trusted()).toEqual([1, undefined, undefined, undefined])
  })

  test('33 a revoked key no longer counts', async () => {
    await client.run()
    const revoked = authority.signers.timestamp ?? []
    await authority.rotate('timestamp')
    await authority.publish('root')
    authority.signers.timestamp = revoked
    await authority.publish('timestamp')
    await expectRefusal('threshold')
    expect(client.store.version('root')).toBe(2)
  })

  test('15 404 and 403 end the chain, everything else ends the run', async () => {
    for (const status of [404, 403]) await client.run({ fetch: rootAnswers(status) })
    for (const status of [400, 401, 410, 429, 500, 503]) {
      await expect(client.run({ fetch: rootAnswers(status) })).rejects.toMatchObject({ code: 'http', status })
    }
  })

  const rootAnswers = (status: number) =>
    authorityFetch(authority.files, (path) => (path.endsWith('.root.json') ? new Response('', { status }) : undefined))

  test('5.3.5 the same root again is discarded and the run goes on', async () => {
    authority.files.set('metadata/2.root.json', authority.files.get('metadata/1.root.json') ?? utf8(''))
    await client.run()
    expect(trusted()).toEqual([1, 1, 1, 1])
    expect(client.fetch.asked).not.toContain('metadata/3.root.json')
  })

  test('5.3.5 a root of a wrong version is refused', async () => {
    await authority.publish('root')
    await client.run()
    authority.files.set('metadata/3.root.json', authority.files.get('metadata/1.root.json') ?? utf8(''))
    await expectRefusal('rollback')
    await resign('root', (signed) => Object.assign(signed, { version: 7 }), 'metadata/3.root.json')
    await expectRefusal('version-mismatch')
    expect(client.store.version('root')).toBe(2)
  })

  test('without any root, or with a damaged one, nothing is asked', async () => {
    client.store.rows.clear()
    await expectRefusal('no-root')
    client.store.rows.set('root', utf8('{"signed":{}}'))
    await expectRefusal('no-root')
    await expectRefusal('no-root', client.run({ bundledRoot: utf8('[]') }))
    expect(client.fetch.asked).toEqual([])
  })

  test('22 a stored root that its own keys have not signed is no root', async () => {
    bend('metadata/1.root.json', (json) => Object.assign(json.signatures[0], { sig: '00'.repeat(64) }))
    client.store.rows.set('root', authority.files.get('metadata/1.root.json') as Bytes)
    await expectRefusal('no-root')
    expect(client.fetch.asked).toEqual([])
  })

  test('22 a damaged root row: the bundled root is taken and the chain walked from there', async () => {
    const bundledRoot = authority.files.get('metadata/1.root.json') as Bytes
    await authority.publish('root')
    await client.run()
    const row = new Uint8Array(client.store.rows.get('root') ?? [])
    row[300] = (row[300] ?? 0) ^ 1
    client.store.rows.set('root', row)
    await client.run({ bundledRoot })
    expect(client.store.version('root')).toBe(2)
  })

  test('22 a stored root of the same version as the bundled one is not taken instead of it', async () => {
    const bundledRoot = authority.files.get('metadata/1.root.json') as Bytes
    const stranger = await createAuthority()
    client.store.rows.set('root', stranger.files.get('metadata/1.root.json') as Bytes)
    await client.run({ bundledRoot })
    expect(client.store.rows.get('root')).toEqual(bundledRoot)
  })

  test('a bundled root that is newer replaces the stored one, and rotated metadata is forgotten', async () => {
    await client.run()
    for (let count = 0; count < 3; count++) await authority.publish('timestamp')
    await client.run()
    await authority.rotate('timestamp')
    authority.documents.timestamp.version = 1
    await authority.republish('timestamp')
    await authority.publish('root')
    const bundledRoot = authority.files.get('metadata/2.root.json') as Bytes
    await client.run({ bundledRoot })
    expect(trusted()).toEqual([2, 1, 1, 1])
  })

  test('a platform that fails is not taken for a bad signature', async () => {
    await client.run()
    const digest = vi.spyOn(crypto.subtle, 'digest').mockRejectedValue(new RangeError('platform'))
    await expect(client.run()).rejects.toThrow('platform')
    digest.mockRestore()
    let calls = 0
    const read = async (role: string) => {
      if (role === 'timestamp')
        vi.spyOn(crypto.subtle, 'digest').mockRejectedValue(new RangeError(`platform ${calls++}`))
      return client.store.read(role)
    }
    await expect(client.run({ store: { ...client.store, read } })).rejects.toThrow('platform 0')
    vi.restoreAllMocks()
  })

  test('a newer bundled root that rotates the snapshot key forgets the timestamp too', async () => {
    authority.documents.snapshot.version = 90_000
    await authority.republish('snapshot')
    authority.documents.timestamp.version = 2
    await authority.republish('timestamp')
    await client.run()
    await authority.rotate('snapshot')
    await authority.publish('root')
    authority.documents.snapshot.version = 2
    authority.documents.timestamp.version = 3
    await authority.republish('snapshot', 'timestamp')
    const bundledRoot = authority.files.get('metadata/2.root.json') as Bytes
    await client.run({ bundledRoot })
    expect(trusted()).toEqual([2, 3, 2, 1])
  })

  test.each(['timestamp', 'snapshot', 'targets'])(
    '21 a damaged row of %s counts as absent and is fetched anew',
    async (role) => {
      await client.run()
      const whole = client.store.rows.get(role)
      client.store.rows.set(role, utf8('{"signed":'))
      await client.run()
      expect(client.store.rows.get(role)).toEqual(whole)
    },
  )

  test('a store that fails is not taken for a damaged row', async () => {
    const broken = { ...client.store, read: () => Promise.reject(new Error('disk')) }
    await expect(client.run({ store: broken })).rejects.toThrow('disk')
    const later = {
      ...client.store,
      read: (role: string) => (role === 'root' ? client.store.read(role) : broken.read()),
    }
    await expect(client.run({ store: later })).rejects.toThrow('disk')
  })
})

describe('5.3.11 fast-forward recovery', () => {
  async function forward(role: string): Promise<void> {
    authority.documents[role].version = 90_000
    const order = ['targets', 'snapshot', 'timestamp']
    await authority.republish(...order.slice(order.indexOf(role)))
    if (role !== 'timestamp') {
      authority.documents.timestamp.version += 1
      await authority.republish('timestamp')
    }
    await client.run()
    expect(client.store.version(role)).toBe(90_000)
  }

  test.each([
    ['timestamp', ['timestamp']],
    ['snapshot', ['snapshot', 'timestamp']],
    ['targets', ['snapshot']],
  ])('34 an attacker made %s very new: after a rotation of %s the next number is good again', async (role, rotated) => {
    await forward(role)
    authority.documents[role].version = 2
    if (role === 'targets') authority.documents.snapshot.version += 1
    if (role !== 'timestamp') authority.documents.timestamp.version += 1
    const order = ['targets', 'snapshot', 'timestamp']
    const after = order.slice(order.indexOf(role))
    await authority.republish(...after)
    await expectRefusal('rollback')
    for (const name of rotated) await authority.rotate(name)
    await authority.publish('root')
    await authority.republish(...after)
    await client.run()
    expect(client.store.version(role)).toBe(2)
  })

  test('a key that is only added leaves the rollback protection in place', async () => {
    await authority.publish('timestamp')
    await client.run()
    authority.addSigner('timestamp', await createSigner())
    await authority.publish('root')
    authority.documents.timestamp.version = 1
    await authority.republish('timestamp')
    await expectRefusal('rollback')
  })
})

describe('5.4 timestamp', () => {
  test('1 an older timestamp', async () => {
    const old = authority.files.get('metadata/timestamp.json') as Bytes
    await authority.publish('timestamp')
    await client.run()
    authority.files.set('metadata/timestamp.json', old)
    await expectRefusal('rollback')
    expect(client.store.version('timestamp')).toBe(2)
  })

  test('2 an older snapshot under a newer timestamp', async () => {
    await authority.publish('snapshot', 'timestamp')
    await client.run()
    authority.documents.timestamp.meta['snapshot.json'].version = 1
    await authority.publish('timestamp')
    await expectRefusal('rollback')
    expect(trusted()).toEqual([1, 2, 2, 1])
  })

  test('4 a freeze with the same timestamp past its expiry', async () => {
    for (const role of ['root', 'targets', 'snapshot'])
      authority.documents[role].expires = isoSeconds(Date.now() + 300 * DAY)
    await authority.publish('root', 'targets', 'snapshot', 'timestamp')
    await client.run()
    await client.run({ now: Date.now() + 29 * DAY })
    await expectRefusal('expired', client.run({ now: Date.now() + 31 * DAY }))
  })

  test('an equal version with other content is discarded', async () => {
    await client.run()
    const before = client.store.rows.get('timestamp')
    authority.documents.timestamp.meta['snapshot.json'].version = 100
    await authority.republish('timestamp')
    await client.run()
    expect(client.store.rows.get('timestamp')).toBe(before)
    expect(client.fetch.asked).not.toContain('metadata/100.snapshot.json')
  })

  test('an equal version must be signed all the same', async () => {
    await client.run()
    authority.signers.timestamp = []
    await authority.republish('timestamp')
    await expectRefusal('threshold')
  })

  test('a new timestamp that has expired', async () => {
    await client.run()
    authority.documents.timestamp.expires = isoSeconds(Date.now() - 1000)
    await authority.publish('timestamp')
    await expectRefusal('expired')
    expect(client.store.version('timestamp')).toBe(1)
  })

  test('expiry is strict: at the very second it is expired', async () => {
    const at = Date.parse(authority.documents.timestamp.expires)
    authority.documents.root.expires = isoSeconds(at + DAY)
    await authority.publish('root')
    await client.run({ now: at - 1 })
    await expectRefusal('expired', client.run({ now: at }))
  })

  test('an expired stored timestamp still protects from rollback, and gives way to a newer one', async () => {
    const old = authority.files.get('metadata/timestamp.json') as Bytes
    await authority.publish('timestamp')
    await client.run()
    const now = Date.now() + 40 * DAY
    for (const role of ['root', 'targets', 'snapshot', 'timestamp'])
      authority.documents[role].expires = isoSeconds(now + DAY)
    await authority.publish('root', 'targets', 'snapshot')
    const fresh = authority.files.get('metadata/timestamp.json') as Bytes
    authority.files.set('metadata/timestamp.json', old)
    await expectRefusal('rollback', client.run({ now }))
    authority.files.set('metadata/timestamp.json', fresh)
    await authority.publish('timestamp')
    await client.run({ now })
    expect(client.store.version('timestamp')).toBe(3)
  })
})

describe('5.5 snapshot', () => {
  test('2 older targets under a newer snapshot and timestamp', async () => {
    await authority.publish('targets', 'snapshot', 'timestamp')
    await client.run()
    authority.documents.snapshot.meta['targets.json'].version = 1
    await authority.publish('snapshot', 'timestamp')
    await expectRefusal('rollback')
    expect(trusted()).toEqual([1, 3, 2, 2])
  })

  test('3 a role vanishes', async () => {
    await authority.delegate('targets', 'data')
    await authority.publish('data', 'targets', 'snapshot', 'timestamp')
    await client.run()
    delete authority.documents.snapshot.meta['data.json']
    await authority.publish('snapshot', 'timestamp')
    await expectRefusal('rollback')
    expect(trusted()).toEqual([1, 3, 2, 2])
  })

  test.each(['snapshot', 'targets'])('5 a freeze of %s', async (role) => {
    authority.documents[role].expires = isoSeconds(Date.now() + DAY)
    await authority.publish('targets', 'snapshot', 'timestamp')
    await client.run()
    await expectRefusal('expired', client.run({ now: Date.now() + 2 * DAY }))
  })

  test.each(['snapshot', 'targets'])('a new %s that has expired is not stored', async (role) => {
    authority.documents[role].expires = isoSeconds(Date.now() - 1000)
    await authority.publish('targets', 'snapshot', 'timestamp')
    await expectRefusal('expired')
    expect(client.store.version(role)).toBeUndefined()
  })

  test.each(['snapshot', 'targets'])(
    '6 mix and match: %s of another publication under a fitting name',
    async (role) => {
      const old = authority.files.get(`metadata/1.${role}.json`) as Bytes
      await authority.publish('targets', 'snapshot', 'timestamp')
      authority.files.set(`metadata/2.${role}.json`, old)
      await expectRefusal('hash-mismatch')
    },
  )

  test.each(['snapshot', 'targets'])('6 the same without hashes: the version of %s tells', async (role) => {
    await start({ hashes: false })
    const old = authority.files.get(`metadata/1.${role}.json`) as Bytes
    await authority.publish('targets', 'snapshot', 'timestamp')
    authority.files.set(`metadata/2.${role}.json`, old)
    await expectRefusal('version-mismatch')
  })

  test.each(['snapshot', 'targets'])('a stored %s whose hash is not the listed one is fetched again', async (role) => {
    await start({ hashes: false })
    await client.run()
    await start2(role)
    await client.run()
    expect(client.fetch.asked).toContain(`metadata/1.${role}.json`)
  })

  /** Lists a hash for what was published without one, in a newer description. */
  async function start2(role: string): Promise<void> {
    const padded = utf8(`${new TextDecoder().decode(authority.files.get(`metadata/1.${role}.json`))} `)
    authority.files.set(`metadata/1.${role}.json`, padded)
    const entry = { version: 1, length: padded.length }
    if (role === 'targets') {
      authority.documents.snapshot.meta['targets.json'] = entry
      await authority.publish('snapshot')
    } else authority.documents.timestamp.meta['snapshot.json'] = entry
    await authority.publish('timestamp')
    client.fetch.asked.length = 0
  }

  test('a snapshot that does not list targets', async () => {
    await resign('snapshot', (signed) => Object.assign(signed, { meta: {} }))
    authority.documents.timestamp.meta['snapshot.json'] = { version: 1 }
    await authority.publish('timestamp')
    await expectRefusal('malformed')
  })
})

describe('signatures', () => {
  test.each(['timestamp', 'snapshot', 'targets'])('7 %s signed by a wrong key', async (role) => {
    authority.signers[role] = [await createSigner()]
    await authority.publish('targets', 'snapshot', 'timestamp')
    await expectRefusal('threshold')
  })

  test('7 a wrong key under the right id', async () => {
    const [right] = authority.signers.timestamp ?? []
    authority.signers.timestamp = [{ ...(await createSigner()), id: right?.id ?? '' }]
    await authority.publish('timestamp')
    await expectRefusal('threshold')
  })

  test.each(['root', 'timestamp', 'snapshot', 'targets'])('8 the threshold of %s is not met', async (role) => {
    await start({ thresholds: { [role]: 2 } })
    await client.run()
    authority.signers[role] = (authority.signers[role] ?? []).slice(0, 1)
    await authority.publish('root', 'targets', 'snapshot', 'timestamp')
    await expectRefusal('threshold')
    expect(client.store.version(role)).toBe(1)
  })

  test('8 the same key twice, under two ids, counts once', async () => {
    const signer = await createSigner()
    const twin = await twinOf(signer)
    authority.documents.root.roles.timestamp.threshold = 2
    authority.signers.timestamp = []
    authority.documents.root.roles.timestamp.keyids = []
    for (const key of [signer, twin]) authority.addSigner('timestamp', key)
    await authority.publish('root', 'timestamp')
    await expectRefusal('threshold')
  })

  async function twinOf(signer: Awaited<ReturnType<typeof createSigner>>) {
    const { keyIdOf } = await import('../../support/signers.ts')
    const body = { ...signer.body, 'x-twin': true }
    return { ...signer, body, id: await keyIdOf(body) }
  }

  test('8 one signature twice in the file is refused', async () => {
    bend('metadata/timestamp.json', (json) => json.signatures.push(json.signatures[0]))
    await expectRefusal('malformed')
  })

  test.each(['', 'zz', '00', 'ab'.repeat(64)])(
    '9 a bad signature (%s) beside enough good ones is passed over',
    async (sig) => {
      authority.addSigner('timestamp', await createSigner())
      await authority.publish('root', 'timestamp')
      bend('metadata/timestamp.json', (json) => Object.assign(json.signatures[0], { sig }))
      await client.run()
      expect(client.store.version('timestamp')).toBe(2)
    },
  )

  test('9 signatures of unknown keys are passed over; a listed key without a record counts for nothing', async () => {
    authority.signers.timestamp = [await createSigner(), ...(authority.signers.timestamp ?? [])]
    authority.documents.root.roles.timestamp.keyids.push('00'.repeat(32))
    await authority.publish('root', 'timestamp')
    await client.run()
    expect(client.store.version('timestamp')).toBe(2)
    authority.documents.root.roles.timestamp.threshold = 2
    await authority.publish('root', 'timestamp')
    await expectRefusal('threshold')
  })

  test('45 a small-order key in the root never counts, whatever it "signs"', async () => {
    const identity = `01${'00'.repeat(31)}`
    const body = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: identity } }
    const { keyIdOf } = await import('../../support/signers.ts')
    const forged = { id: await keyIdOf(body), body, sign: async () => identity + '00'.repeat(32) }
    authority.addSigner('timestamp', forged)
    authority.signers.timestamp = [forged]
    await authority.publish('root', 'timestamp')
    expect(bytesFromHex(await forged.sign())?.length).toBe(64)
    await expectRefusal('threshold')
  })

  test.each(['ecdsa', 'ed25519'] as const)('%s keys for all roles, two of two', async (kind) => {
    await start({ kind, thresholds: { root: 2, targets: 2 } })
    await client.run()
    expect(trusted()).toEqual([1, 1, 1, 1])
  })

  test('schemes that the registry does not use count for nothing', async () => {
    await start()
    authority.signers.timestamp = []
    authority.documents.root.roles.timestamp.keyids = []
    authority.addSigner('timestamp', await createSigner('rsa-pss'))
    await authority.publish('root', 'timestamp')
    await expectRefusal('threshold')
  })
})

describe('formats', () => {
  test.each([0, 1.5, '7', 2 ** 53 + 2, -1, null, undefined, true])('35 version %s', async (version) => {
    await resign('timestamp', (signed) => {
      if (version === undefined) delete signed.version
      else signed.version = version === 1.5 || version === 2 ** 53 + 2 ? 1 : version
    })
    if (version === 1.5 || version === 2 ** 53 + 2) {
      bend('metadata/timestamp.json', (json) => Object.assign(json.signed, { version }))
    }
    await expectRefusal('malformed')
  })

  test('35 a version beyond 2^53 in plain digits', async () => {
    const text = new TextDecoder().decode(authority.files.get('metadata/timestamp.json'))
    authority.files.set(
      'metadata/timestamp.json',
      utf8(text.replace('"version": 1,\n  "expires"', '"version": 9007199254740993,\n  "expires"')),
    )
    await expectRefusal('malformed')
  })

  test.each([
    'never',
    '2030-02-30T00:00:00Z',
    '2030-01-01T24:00:00Z',
    '2030-01-01T00:00:00',
    '2030-01-01T00:00:00+08:00',
    '2030-01-01T00:00:00.000Z',
    '2030-1-1T0:0:0Z',
    ' 2030-01-01T00:00:00Z',
    '+022030-01-01T00:00:00Z',
    1_900_000_000,
    null,
  ])('36 expires %s', async (expires) => {
    await resign('timestamp', (signed) => Object.assign(signed, { expires }))
    await expectRefusal('malformed')
  })

  test.each(['1.0', '1.0.31', '1.99.0'])('spec_version %s is read', async (version) => {
    await resign('timestamp', (signed) => Object.assign(signed, { spec_version: version }))
    await client.run()
  })

  test.each(['2.0.0', '0.9', '1', '1.0.0-rc1', '10.0.0', ''])('spec_version %s is refused', async (version) => {
    await resign('timestamp', (signed) => Object.assign(signed, { spec_version: version }))
    await expectRefusal('unsupported-version')
  })

  test('a snapshot passed off as a timestamp, properly signed', async () => {
    const [signer] = authority.signers.timestamp ?? []
    authority.documents.snapshot.meta = { 'snapshot.json': { version: 1 } }
    authority.files.set(
      'metadata/timestamp.json',
      await authority.sign(authority.documents.snapshot, signer ? [signer] : []),
    )
    await expectRefusal('malformed')
  })

  test.each([
    ['timestamp', 'meta', []],
    ['timestamp', 'meta', {}],
    ['timestamp', 'meta', { 'snapshot.json': { version: 1, length: 0 } }],
    ['timestamp', 'meta', { 'snapshot.json': { version: 1, hashes: { sha256: 1 } } }],
    ['timestamp', 'meta', { 'snapshot.json': { version: 1, hashes: [] } }],
    ['snapshot', 'meta', 'all'],
    ['snapshot', 'meta', { 'targets.json': { version: 0 } }],
    ['targets', 'targets', null],
    ['targets', 'targets', { a: { length: -1, hashes: { sha256: 'ab' } } }],
    ['targets', 'targets', { a: { length: 1 } }],
    ['targets', 'delegations', { roles: [] }],
    ['targets', 'delegations', { keys: {}, roles: {} }],
    ['targets', 'delegations', delegations({ name: '' })],
    ['targets', 'delegations', delegations({ name: 'root' })],
    ['targets', 'delegations', delegations({ threshold: 0 })],
    ['targets', 'delegations', delegations({ terminating: 'yes' })],
    ['targets', 'delegations', delegations({ keyids: ['a', 'a'] })],
    ['targets', 'delegations', delegations({ keyids: 'a' })],
    ['targets', 'delegations', delegations({ path_hash_prefixes: ['a'] })],
    ['targets', 'delegations', delegations({ paths: [1] })],
    ['targets', 'delegations', delegations({ paths: undefined })],
    ['targets', 'delegations', { keys: {}, roles: [...delegations({}).roles, ...delegations({}).roles] }],
    [
      'targets',
      'delegations',
      { keys: {}, succinct_roles: { keyids: [], threshold: 1, bit_length: 33, name_prefix: 'b' } },
    ],
    [
      'targets',
      'delegations',
      { keys: {}, succinct_roles: { keyids: [], threshold: 1, bit_length: 0, name_prefix: 'b' } },
    ],
  ])('%s with %s %j', async (role, name, value) => {
    await resign(role, (signed) => Object.assign(signed, { [name]: JSON.parse(JSON.stringify(value)) }))
    await relist(role)
    await expectRefusal('malformed')
  })

  test.each([
    ['keys', {}],
    ['roles', { root: { keyids: [], threshold: 1 } }],
    ['roles', { root: 1 }],
    ['keys', { a: { keytype: 'ed25519', scheme: 'ed25519', keyval: {} } }],
    ['keys', { a: { scheme: 'ed25519', keyval: { public: '' } } }],
    ['consistent_snapshot', 'true'],
  ])('root with %s %j', async (name, value) => {
    authority.documents.root[name] = value
    await authority.publish('root')
    await expect(client.run()).rejects.toMatchObject({ code: expect.stringMatching(/^(malformed|threshold)$/) })
    expect(client.store.version('root')).toBe(1)
  })

  function delegations(change: object) {
    return { keys: {}, roles: [{ name: 'a', keyids: [], threshold: 1, terminating: false, paths: ['*'], ...change }] }
  }

  /** Lists the changed file without length and hash. */
  async function relist(role: string): Promise<void> {
    if (role === 'targets') {
      authority.documents.snapshot.meta['targets.json'] = { version: 1 }
      await authority.publish('snapshot')
    }
    if (role === 'snapshot') authority.documents.timestamp.meta['snapshot.json'] = { version: 1 }
    if (role !== 'timestamp') await authority.publish('timestamp')
  }

  test.each(['[]', '{}', '{"signed":[],"signatures":[]}', '"x"', 'null', '{"signatures":{},"signed":{}}'])(
    'the file %s',
    async (text) => {
      authority.files.set('metadata/timestamp.json', utf8(text))
      await expectRefusal('malformed')
    },
  )

  test('signatures that are no list of objects', async () => {
    for (const signatures of [{}, [1], [{ keyid: 1, sig: '' }], [{ keyid: 'a' }]]) {
      bend('metadata/timestamp.json', (json) => Object.assign(json, { signatures }))
      await expectRefusal('malformed')
    }
  })

  test('43 __proto__ and constructor as names are names', async () => {
    const text = '{"__proto__":{"version":1},"constructor":{"version":1},"targets.json":{"version":1}}'
    authority.documents.snapshot.meta = JSON.parse(text)
    await authority.addTarget('targets', 'constructor', 'x')
    await authority.publish('targets', 'snapshot', 'timestamp')
    const set = await client.run()
    expect(set.snapshot.signed.meta.get('__proto__')).toEqual({ version: 1 })
    expect(set.targets.signed.targets.get('constructor')?.length).toBe(1)
    expect(set.targets.signed.targets.get('toString')).toBeUndefined()
    delete authority.documents.snapshot.meta.constructor
    await authority.publish('snapshot', 'timestamp')
    await expectRefusal('rollback')
  })
})
