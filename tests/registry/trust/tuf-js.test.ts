/** The same repositories, to this client and to tuf-js on Node: both accept or both refuse, and trust the same versions. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Updater } from 'tuf-js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findTarget } from '../../../src/registry/trust/find-target.ts'
import { createAuthority, type FakeAuthority, isoSeconds, readJson, utf8 } from '../../support/fake-authority.ts'
import { type MemoryClient, memoryClient } from '../../support/memory-trust.ts'
import { createSigner, keyIdOf } from '../../support/signers.ts'

const ROLES = ['root', 'timestamp', 'snapshot', 'targets']

let authority: FakeAuthority
let ours: MemoryClient
let folder = ''

async function start(options: Parameters<typeof createAuthority>[0] = {}): Promise<void> {
  authority = await createAuthority(options)
  ours = memoryClient(authority)
  await writeFile(join(folder, 'root.json'), authority.files.get('metadata/1.root.json') ?? '')
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuf-js-'))
  await start()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** The class that tuf-js looks for when it is told of a status; it is not exported. */
const { DownloadHTTPError } = createRequire(import.meta.url)('tuf-js/dist/error') as {
  DownloadHTTPError: new (message: string, status: number) => Error
}

const fetcher = {
  async downloadBytes(url: string, limit: number): Promise<Buffer> {
    const bytes = authority.files.get(url.replace('https://registry.test/', ''))
    if (bytes === undefined) throw new DownloadHTTPError('not found', 404)
    if (bytes.length > limit) throw new Error('too long')
    return Buffer.from(bytes)
  },
  downloadFile: () => Promise.reject(new Error('not used')),
}

async function theirs(path?: string): Promise<boolean> {
  const updater = new Updater({
    metadataDir: folder,
    metadataBaseUrl: 'https://registry.test/metadata',
    targetBaseUrl: 'https://registry.test/targets',
    fetcher,
  })
  try {
    await updater.refresh()
    return path === undefined || (await updater.getTargetInfo(path)) !== undefined
  } catch {
    return false
  }
}

async function mine(path?: string): Promise<boolean> {
  try {
    const set = await ours.run()
    return path === undefined || (await findTarget(set, path)) !== undefined
  } catch {
    return false
  }
}

async function theirVersions(): Promise<(number | undefined)[]> {
  return Promise.all(
    ROLES.map(async (role) => {
      const bytes = await readFile(join(folder, `${role}.json`)).catch(() => undefined)
      return bytes && readJson(new Uint8Array(bytes)).signed.version
    }),
  )
}

/** Both run; the same answer, the same trusted versions. */
async function both(expected: boolean, path?: string): Promise<void> {
  expect([await mine(path), await theirs(path)]).toEqual([expected, expected])
  expect(ROLES.map((role) => ours.store.version(role))).toEqual(await theirVersions())
}

const all = () => authority.publish('targets', 'snapshot', 'timestamp')

describe('accepted alike', () => {
  test.each(['ed25519', 'ecdsa'] as const)('%s keys, two publications', async (kind) => {
    await start({ kind })
    await both(true)
    await all()
    await both(true)
  })

  test('without consistent snapshots, without hashes, thresholds of two', async () => {
    await start({ consistent: false, hashes: false, thresholds: { root: 2, targets: 2 } })
    await both(true)
  })

  test('a root rotation signed by both sides', async () => {
    const [old] = authority.signers.root ?? []
    const fresh = await authority.rotate('root')
    authority.signers.root = old === undefined ? [fresh] : [fresh, old]
    await authority.publish('root')
    await both(true)
  })

  test('fast-forward recovery by rotation', async () => {
    for (let count = 0; count < 5; count++) await authority.publish('timestamp')
    await both(true)
    await authority.rotate('timestamp')
    await authority.publish('root')
    authority.documents.timestamp.version = 1
    await authority.republish('timestamp')
    await both(true)
  })

  test('delegations: found through two levels', async () => {
    await authority.delegate('targets', 'A', { paths: ['a/*'] })
    await authority.delegate('A', 'B', { paths: ['*/*.txt'] })
    await authority.addTarget('B', 'a/file.txt', 'content')
    await authority.publish('B', 'A', 'targets', 'snapshot', 'timestamp')
    await both(true, 'a/file.txt')
    await both(false, 'a/file.doc')
    await both(false, 'b/file.txt')
  })

  test('the unchanged repository again', async () => {
    await both(true)
    await both(true)
  })

  test('odd names, unknown members, text beyond ASCII', async () => {
    authority.documents.targets['x-名录'] = { 'ключ "\\': [1, null, '\u0001 \u2028'] }
    await authority.addTarget('targets', '目录/文件 1.json', 'content')
    await all()
    await both(true, '目录/文件 1.json')
  })
})

describe('refused alike', () => {
  const past = isoSeconds(Date.now() - 86_400_000)

  test.each(ROLES)('%s unsigned', async (role) => {
    authority.signers[role] = []
    await authority.publish('root', 'targets', 'snapshot', 'timestamp')
    await both(false)
  })

  test.each(ROLES)('%s expired', async (role) => {
    authority.documents[role].expires = past
    await authority.publish('root', 'targets', 'snapshot', 'timestamp')
    await both(false)
  })

  test.each(['timestamp', 'snapshot', 'targets'])('%s rolled back', async (role) => {
    await all()
    await all()
    await both(true)
    authority.documents[role].version = 1
    const order = ['targets', 'snapshot', 'timestamp']
    await authority.republish(role)
    await authority.publish(...order.slice(order.indexOf(role) + 1))
    await both(false)
  })

  test.each(['snapshot', 'targets'])('%s missing', async (role) => {
    await all()
    authority.files.delete(`metadata/2.${role}.json`)
    await both(false)
  })

  test.each(['snapshot', 'targets'])('%s with a changed byte of white space', async (role) => {
    await all()
    const file = `metadata/2.${role}.json`
    authority.files.set(file, utf8(`${new TextDecoder().decode(authority.files.get(file))} `))
    await both(false)
  })

  test('a root signed by new keys only', async () => {
    await authority.rotate('root')
    await authority.publish('root')
    await both(false)
  })

  test('a root that skips a version', async () => {
    authority.documents.root.version = 3
    authority.files.set(
      'metadata/2.root.json',
      await authority.sign(authority.documents.root, authority.signers.root ?? []),
    )
    await both(false)
  })

  test('a role that vanished from the snapshot', async () => {
    await authority.delegate('targets', 'A')
    await authority.publish('A', 'targets', 'snapshot', 'timestamp')
    await both(true)
    delete authority.documents.snapshot.meta['A.json']
    await authority.publish('snapshot', 'timestamp')
    await both(false)
  })

  test('a wrong key under the right id', async () => {
    const [right] = authority.signers.snapshot ?? []
    authority.signers.snapshot = [{ ...(await createSigner()), id: right?.id ?? '' }]
    await all()
    await both(false)
  })

  test('a version in quotes', async () => {
    authority.documents.timestamp.version = '7'
    await authority.republish('timestamp')
    await both(false)
  })

  test.each(['2.0.0', ''])('spec_version %s', async (version) => {
    authority.documents.timestamp.spec_version = version
    await authority.publish('timestamp')
    await both(false)
  })

  test('a snapshot passed off as a timestamp', async () => {
    authority.files.set(
      'metadata/timestamp.json',
      await authority.sign(authority.documents.snapshot, authority.signers.timestamp ?? []),
    )
    await both(false)
  })
})

describe('where this client is stricter, by the letter of the specification', () => {
  test.each([0, -1])('version %s: it must be greater than 0', async (version) => {
    authority.documents.timestamp.version = version
    await authority.republish('timestamp')
    expect([await mine(), await theirs()]).toEqual([false, true])
  })

  test('a key under a wrong id: clients must calculate it', async () => {
    const signer = { ...(await createSigner()), id: '11'.repeat(32) }
    authority.documents.root.roles.timestamp.keyids = []
    authority.signers.timestamp = []
    authority.addSigner('timestamp', signer)
    await authority.publish('root', 'timestamp')
    expect([await mine(), await theirs()]).toEqual([false, true])
  })

  test('one key under two ids: thresholds count distinct keys', async () => {
    const signer = await createSigner()
    const twin = { ...signer, body: { ...signer.body, 'x-twin': 1 } }
    authority.documents.root.roles.timestamp = { keyids: [], threshold: 2 }
    authority.signers.timestamp = []
    for (const key of [signer, { ...twin, id: await keyIdOf(twin.body) }]) authority.addSigner('timestamp', key)
    await authority.publish('root', 'timestamp')
    expect([await mine(), await theirs()]).toEqual([false, true])
  })
})
