/** The scenarios of the conformance suite's `test_keys.py`, under its names. */
import { describe, expect, test } from 'vitest'
import { fileOf, newConformance } from '../../support/conformance.ts'
import { type Bendable, readJson, utf8 } from '../../support/fake-authority.ts'
import { createSigner, type SignerKind } from '../../support/signers.ts'

const versionOf = (trusted: string[], role: string) => trusted.find((one) => one.startsWith(`${role} `))

test('test_snapshot_does_not_meet_threshold', async () => {
  const client = await newConformance()
  const { repo } = client
  repo.documents.root.roles.snapshot.threshold = 3
  for (let count = 0; count < 2; count++) repo.addSigner('snapshot', await createSigner('ecdsa'))
  await repo.publish('root', 'targets', 'snapshot', 'timestamp')
  await client.init()
  expect(await client.refresh()).toBe(0)
  repo.signers.snapshot?.pop()
  await repo.publish('targets', 'snapshot', 'timestamp')
  expect(await client.refresh()).toBe(1)
  expect(versionOf(await client.trusted(), 'snapshot')).toBe('snapshot 2')
})

test('test_snapshot_has_too_few_keys', async () => {
  const client = await newConformance()
  const { repo } = client
  await client.init()
  for (let count = 0; count < 4; count++) repo.addSigner('snapshot', await createSigner('ecdsa'))
  repo.documents.root.roles.snapshot.threshold = 6
  await repo.publish('root', 'snapshot', 'timestamp')
  expect(await client.refresh()).toBe(1)
  expect(versionOf(await client.trusted(), 'root')).toBe('root 2')
  expect(versionOf(await client.trusted(), 'snapshot')).toBeUndefined()
})

/** The published file of a role, bent afterwards. */
function bend(file: Bendable, change: (document: Bendable) => void): Uint8Array<ArrayBuffer> {
  const document = readJson(file)
  change(document)
  return utf8(JSON.stringify(document))
}

test('test_duplicate_keys', async () => {
  const client = await newConformance()
  const { repo } = client
  await client.init()
  const signer = await createSigner('ecdsa')
  repo.addSigner('snapshot', signer)
  for (let count = 0; count < 8; count++) repo.documents.root.roles.snapshot.keyids.push(signer.id)
  repo.documents.root.roles.snapshot.threshold = 6
  await repo.publish('root', 'snapshot', 'timestamp')
  const name = repo.fileName('snapshot')
  const repeated = bend(repo.files.get(name), ({ signatures }) => {
    const own = signatures.find((one: { keyid: string }) => one.keyid === signer.id)
    for (let count = 0; count < 8; count++) signatures.push(own)
  })
  repo.files.set(name, repeated)
  expect(await client.refresh()).toBe(1)
  expect(versionOf(await client.trusted(), 'snapshot')).toBeUndefined()
})

test('test_duplicate_sig_keyids', async () => {
  const client = await newConformance()
  const { repo } = client
  await client.init()
  const file = fileOf(repo, 'metadata/1.snapshot.json')
  repo.files.set(
    'metadata/1.snapshot.json',
    bend(file, ({ signatures }) => signatures.push(signatures[0])),
  )
  expect(await client.refresh()).toBe(1)
  expect(versionOf(await client.trusted(), 'snapshot')).toBeUndefined()
})

describe('test_keytype_and_scheme', () => {
  test.each(['rsa-pss', 'rsa-pkcs1', 'ecdsa', 'ed25519'] satisfies SignerKind[])('%s', async (kind) => {
    const client = await newConformance()
    const { repo } = client
    await client.init()
    const signer = await createSigner(kind)
    repo.addSigner('root', signer)
    repo.documents.root.roles.root.threshold = 2
    await repo.publish('root')
    expect(await client.refresh()).toBe(0)
    await repo.publish('root')
    const wrong = await signer.sign(utf8('something else'))
    const forged = bend(repo.files.get('metadata/3.root.json'), ({ signatures }) => {
      signatures.find((one: { keyid: string }) => one.keyid === signer.id).sig = wrong
    })
    repo.files.set('metadata/3.root.json', forged)
    expect(await client.refresh()).toBe(1)
    expect(versionOf(await client.trusted(), 'root')).toBe('root 2')
  })
})

test('test_invalid_sig_in_valid_metadata', async () => {
  const client = await newConformance()
  const { repo } = client
  await client.init()
  const [first] = repo.signers.timestamp ?? []
  if (first === undefined) throw new Error('the timestamp has no key')
  repo.addSigner('timestamp', await createSigner('ecdsa'))
  await repo.publish('root')
  for (const sig of [await first.sign(utf8('something else')), '']) {
    await repo.publish('timestamp')
    const bent = bend(repo.files.get('metadata/timestamp.json'), ({ signatures }) => {
      signatures.find((one: { keyid: string }) => one.keyid === first.id).sig = sig
    })
    repo.files.set('metadata/timestamp.json', bent)
    expect(await client.refresh()).toBe(0)
  }
  expect(versionOf(await client.trusted(), 'timestamp')).toBe('timestamp 3')
})
