/** The scenarios of the conformance suite's `test_rollback.py`, under its names. */
import { describe, expect, test } from 'vitest'
import { type Conformance, newConformance } from '../../support/conformance.ts'

async function initialised(): Promise<Conformance> {
  const client = await newConformance()
  await client.init()
  return client
}

/** Version 1 again, signed with the present keys and listed where it must be. */
async function publishAsFirst({ repo }: Conformance, role: string): Promise<void> {
  repo.documents[role].version = 1
  await repo.republish(role)
}

async function publishOften({ repo }: Conformance, role: string): Promise<void> {
  for (let count = 0; count < 99; count++) await repo.publish(role)
}

test('test_simple_snapshot_rollback', async () => {
  const client = await initialised()
  await client.repo.publish('snapshot', 'timestamp')
  expect(await client.refresh()).toBe(0)
  await client.repo.publish('snapshot') // not in the timestamp
  expect(await client.refresh()).toBe(0)
  expect(await client.trusted()).toContain('snapshot 2')
  expect(client.metadataRequests().at(-1)).toBe('timestamp')
})

test('test_new_timestamp_version_rollback', async () => {
  const client = await initialised()
  await client.repo.publish('timestamp')
  expect(await client.refresh()).toBe(0)
  await publishAsFirst(client, 'timestamp')
  expect(await client.refresh()).toBe(1)
  expect(await client.trusted()).toContain('timestamp 2')
  expect(client.metadataRequests().at(-1)).toBe('timestamp')
})

describe.each([false, true])('with hashes: %s', (hashes) => {
  test('test_snapshot_rollback', async () => {
    const client = await initialised()
    client.repo.listHashes(hashes)
    await client.repo.publish('snapshot', 'timestamp')
    expect(await client.refresh()).toBe(0)
    await publishAsFirst(client, 'snapshot')
    await client.repo.publish('timestamp')
    expect(await client.refresh()).toBe(1)
    expect(await client.trusted()).toEqual(['root 1', 'snapshot 2', 'targets 1', 'timestamp 2'])
    expect(client.metadataRequests().at(-1)).toBe('timestamp')
  })

  test('test_targets_rollback', async () => {
    const client = await initialised()
    client.repo.listHashes(hashes)
    await client.repo.publish('targets', 'snapshot', 'timestamp')
    expect(await client.refresh()).toBe(0)
    await publishAsFirst(client, 'targets')
    await client.repo.publish('snapshot', 'timestamp')
    expect(await client.refresh()).toBe(1)
    expect(await client.trusted()).toEqual(['root 1', 'snapshot 2', 'targets 2', 'timestamp 3'])
  })
})

test('test_new_targets_fast_forward_recovery', async () => {
  const client = await initialised()
  await publishOften(client, 'targets')
  await client.repo.publish('snapshot', 'timestamp')
  expect(await client.refresh()).toBe(0)
  expect(await client.trusted()).toContain('targets 100')
  await client.repo.rotate('snapshot')
  client.repo.documents.targets.version = 1
  await client.repo.publish('root', 'targets', 'snapshot', 'timestamp')
  expect(await client.refresh()).toBe(0)
  expect(await client.trusted()).toContain('targets 2')
})

test('test_new_snapshot_fast_forward_recovery', async () => {
  const client = await initialised()
  await publishOften(client, 'snapshot')
  await client.repo.publish('timestamp')
  expect(await client.refresh()).toBe(0)
  expect(await client.trusted()).toContain('snapshot 100')
  await client.repo.rotate('snapshot')
  await client.repo.rotate('timestamp')
  await client.repo.publish('root', 'targets')
  await publishAsFirst(client, 'snapshot')
  await client.repo.publish('timestamp')
  expect(await client.refresh()).toBe(0)
  expect(await client.trusted()).toContain('snapshot 1')
})

test('test_new_timestamp_fast_forward_recovery', async () => {
  const client = await initialised()
  await publishOften(client, 'timestamp')
  expect(await client.refresh()).toBe(0)
  expect(await client.trusted()).toContain('timestamp 100')
  await client.repo.rotate('timestamp')
  await client.repo.publish('root')
  await publishAsFirst(client, 'timestamp')
  expect(await client.refresh()).toBe(0)
  expect(await client.trusted()).toContain('timestamp 1')
})

test('test_new_snapshot_version_mismatch', async () => {
  const client = await initialised()
  await client.repo.publish('snapshot')
  client.repo.documents.timestamp.meta['snapshot.json'].version = 1
  await client.repo.publish('root', 'timestamp')
  expect(await client.refresh()).toBe(0)
  expect(await client.trusted()).toEqual(['root 2', 'snapshot 1', 'targets 1', 'timestamp 2'])
})

test('test_new_targets_version_mismatch', async () => {
  const client = await initialised()
  expect(await client.refresh()).toBe(0)
  await client.repo.publish('targets') // not in the snapshot
  expect(await client.refresh()).toBe(0)
  expect(await client.trusted()).toContain('targets 1')
  expect(client.metadataRequests().at(-1)).toBe('timestamp')
})
