/** The scenarios of the conformance suite's `test_basic.py`, under its names. */
import { describe, expect, test } from 'vitest'
import { DAY, fileOf, newConformance } from '../../support/conformance.ts'
import { isoSeconds, readJson, utf8 } from '../../support/fake-authority.ts'
import { createSigner } from '../../support/signers.ts'

const TOP = ['root', 'timestamp', 'snapshot', 'targets']

test('test_basic_refresh_requests', async () => {
  const client = await newConformance()
  expect(await client.init()).toBe(0)
  expect(await client.refresh()).toBe(0)
  expect(client.metadataRequests()).toEqual(['root 2', 'timestamp', 'snapshot 1', 'targets 1'])
})

test('test_basic_refresh_trusted_data', async () => {
  const client = await newConformance()
  await client.init()
  expect(await client.refresh()).toBe(0)
  for (const role of TOP)
    expect(await client.trustedBytes(role)).toEqual(fileOf(client.repo, client.repo.fileName(role)))
})

test('test_implicit_refresh', async () => {
  const client = await newConformance()
  await client.init()
  expect(await client.download('nonexistent artifact')).toBe(1)
  expect(client.metadataRequests()).toEqual(['root 2', 'timestamp', 'snapshot 1', 'targets 1'])
  expect(await client.trusted()).toEqual(['root 1', 'snapshot 1', 'targets 1', 'timestamp 1'])
})

describe('a bad initial root: the refresh fails and asks for nothing', () => {
  test.each(['test_invalid_initial_root', 'test_unsigned_initial_root'])('%s', async (name) => {
    const client = await newConformance()
    const root = readJson(fileOf(client.repo, 'metadata/1.root.json'))
    if (name === 'test_invalid_initial_root') delete root.signed.version
    else root.signatures[0].sig = await client.repo.signers.targets?.[0]?.sign(utf8('something else'))
    await client.init(utf8(JSON.stringify(root)))
    expect(await client.refresh()).toBe(1)
    expect(client.metadataRequests()).toEqual([])
  })
})

describe('test_unsigned_metadata', () => {
  test.each([
    ['root', ['root 1']],
    ['timestamp', ['root 2']],
    ['snapshot', ['root 2', 'timestamp 2']],
    ['targets', ['root 2', 'snapshot 2', 'timestamp 2']],
  ])('%s', async (role, trusted) => {
    const client = await newConformance()
    client.repo.signers[role] = []
    await client.repo.publish('root', 'targets', 'snapshot', 'timestamp')
    await client.init()
    expect(await client.refresh()).toBe(1)
    expect(await client.trusted()).toEqual(trusted)
  })
})

describe('test_url_and_metadata_version_mismatch', () => {
  test.each([
    ['root', ['root 1']],
    ['snapshot', ['root 2', 'timestamp 2']],
    ['targets', ['root 2', 'snapshot 2', 'timestamp 2']],
  ])('%s: version 3 under the address of version 2', async (role, trusted) => {
    const client = await newConformance()
    const { repo } = client
    await repo.publish('root', 'targets', 'snapshot', 'timestamp')
    // The address and the listed version stay 2.
    repo.documents[role].version = 3
    repo.files.set(repo.fileName(role, 2), await repo.sign(repo.documents[role], repo.signers[role] ?? []))
    await client.init()
    expect(await client.refresh()).toBe(1)
    expect(await client.trusted()).toEqual(trusted)
  })
})

test('test_timestamp_content_changes', async () => {
  const client = await newConformance()
  await client.init()
  expect(await client.refresh()).toBe(0)
  const before = await client.trustedBytes('timestamp')
  client.repo.documents.timestamp.meta['snapshot.json'].version = 100
  await client.repo.republish('timestamp')
  expect(await client.refresh()).toBe(0)
  expect(client.metadataRequests().at(-1)).toBe('timestamp')
  expect(await client.trustedBytes('timestamp')).toEqual(before)
})

test('test_basic_metadata_hash_support', async () => {
  const client = await newConformance()
  const { repo } = client
  repo.listHashes(true)
  await repo.publish('targets', 'snapshot', 'timestamp')
  await client.init()
  expect(await client.refresh()).toBe(0)
  await repo.publish('targets')
  repo.documents.snapshot.meta['targets.json'].hashes.sha256 = '4'.repeat(64)
  await repo.publish('snapshot', 'timestamp')
  expect(await client.refresh()).toBe(1)
  expect(await client.trusted()).toEqual(['root 1', 'snapshot 3', 'targets 2', 'timestamp 3'])
})

test('test_metadata_bytes_match', async () => {
  const client = await newConformance()
  await client.init()
  const odd = utf8(`${new TextDecoder().decode(fileOf(client.repo, 'metadata/timestamp.json'))} `)
  client.repo.files.set('metadata/timestamp.json', odd)
  expect(await client.refresh()).toBe(0)
  expect(await client.trustedBytes('timestamp')).toEqual(odd)
})

test('test_custom_fields', async () => {
  const client = await newConformance()
  const { repo } = client
  await client.init()
  expect(await client.refresh()).toBe(0)
  repo.addSigner('root', await createSigner('ecdsa', { 'extra-field': { a: 1, b: 2 } }))
  repo.documents.root['custom-field'] = 'value'
  repo.documents.root.roles.root['another-field'] = 'value'
  repo.documents.root.roles.root.threshold = 2
  await repo.publish('root')
  expect(await client.refresh()).toBe(0)
  expect((await client.trusted())[0]).toBe('root 2')
})

test('test_deprecated_keyid_hash_algorithms', async () => {
  const client = await newConformance()
  const { repo } = client
  await client.init()
  repo.documents.root.roles.snapshot.keyids = []
  repo.signers.snapshot = []
  repo.addSigner('snapshot', await createSigner('ecdsa', { keyid_hash_algorithms: 'md5' }))
  await repo.publish('root', 'snapshot', 'timestamp')
  expect(await client.refresh()).toBe(0)
  expect(await client.trusted()).toEqual(['root 2', 'snapshot 2', 'targets 1', 'timestamp 2'])
})

describe('a role that is not there', () => {
  test.each([
    ['test_snapshot_404', 'snapshot 2', ['root 1', 'snapshot 1', 'targets 1', 'timestamp 2']],
    ['test_targets_404', 'targets 2', ['root 1', 'snapshot 2', 'targets 1', 'timestamp 2']],
    ['test_timestamp_404', 'timestamp', ['root 1', 'snapshot 1', 'targets 1', 'timestamp 1']],
  ])('%s', async (name, last, trusted) => {
    const client = await newConformance()
    const { repo } = client
    await client.init()
    expect(await client.refresh()).toBe(0)
    if (name === 'test_snapshot_404') repo.documents.timestamp.meta['snapshot.json'].version = 2
    if (name === 'test_targets_404') repo.documents.snapshot.meta['targets.json'].version = 2
    if (name === 'test_targets_404') await repo.publish('snapshot')
    await repo.publish('timestamp')
    if (name === 'test_timestamp_404') repo.files.delete('metadata/timestamp.json')
    expect(await client.refresh()).toBe(1)
    expect(client.metadataRequests().at(-1)).toBe(last)
    expect(await client.trusted()).toEqual(trusted)
  })
})

test('test_incorrect_metadata_type', async () => {
  const client = await newConformance()
  const { repo } = client
  await client.init()
  for (const signer of repo.signers.timestamp ?? []) repo.addSigner('snapshot', signer)
  repo.documents.snapshot.meta = { 'snapshot.json': { version: 1 } }
  await repo.publish('root', 'snapshot')
  repo.files.set('metadata/timestamp.json', fileOf(repo, 'metadata/2.snapshot.json'))
  expect(await client.refresh()).toBe(1)
  expect(await client.trusted()).toEqual(['root 2'])
})

test('test_faketime', async () => {
  const client = await newConformance()
  await client.init()
  const now = Date.now()
  client.repo.documents.root.expires = isoSeconds(now + 7 * DAY)
  await client.repo.publish('root')
  expect(await client.refresh()).toBe(0)
  expect(await client.refresh(now + 8 * DAY)).toBe(1)
})
