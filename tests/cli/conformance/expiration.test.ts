/** The scenarios of the conformance suite's `test_expiration.py` and `test_delegated_expiration.py`, under their names. */
import { describe, expect, test } from 'vitest'
import { type Conformance, DAY, newConformance } from '../../support/conformance.ts'
import { isoSeconds } from '../../support/fake-authority.ts'

async function refreshed(): Promise<Conformance> {
  const client = await newConformance()
  await client.init()
  expect(await client.refresh()).toBe(0)
  return client
}

const past = () => isoSeconds(Date.now() - 5 * DAY)

test('test_root_expired: the root is stored, nothing after it', async () => {
  const client = await refreshed()
  await client.repo.publish('root')
  expect(await client.refresh()).toBe(0)
  client.repo.documents.root.expires = past()
  await client.repo.publish('root', 'targets', 'snapshot', 'timestamp')
  expect(await client.refresh()).toBe(1)
  expect(await client.trusted()).toEqual(['root 3', 'snapshot 1', 'targets 1', 'timestamp 1'])
})

describe('a newer version that has expired is not accepted', () => {
  test.each([
    ['test_timestamp_expired', 'timestamp', ['root 1', 'snapshot 1', 'targets 1', 'timestamp 1']],
    ['test_snapshot_expired', 'snapshot', ['root 1', 'snapshot 1', 'targets 1', 'timestamp 2']],
    ['test_targets_expired', 'targets', ['root 1', 'snapshot 2', 'targets 1', 'timestamp 2']],
  ])('%s', async (_, role, trusted) => {
    const client = await refreshed()
    client.repo.documents[role].expires = past()
    await client.repo.publish('targets', 'snapshot', 'timestamp')
    expect(await client.refresh()).toBe(1)
    expect(await client.trusted()).toEqual(trusted)
  })
})

describe('an expired stored version gives way to a newer one', () => {
  test.each([
    ['test_expired_local_root', 'root'],
    ['test_expired_local_timestamp', 'timestamp'],
    ['test_expired_local_snapshot', 'snapshot'],
    ['test_expired_local_targets', 'targets'],
  ])('%s', async (_, role) => {
    const client = await newConformance()
    const { repo } = client
    const now = Date.now()
    await client.init()
    repo.documents[role].expires = isoSeconds(now + 7 * DAY)
    await repo.publish('root', 'targets', 'snapshot', 'timestamp')
    expect(await client.refresh()).toBe(0)
    // Without a newer one it is over.
    expect(await client.refresh(now + 18 * DAY)).toBe(1)
    repo.documents[role].expires = isoSeconds(now + 21 * DAY)
    await repo.publish('root', 'targets', 'snapshot', 'timestamp')
    expect(await client.refresh(now + 18 * DAY)).toBe(0)
    expect(await client.trusted()).toEqual(['root 3', 'snapshot 3', 'targets 3', 'timestamp 3'])
  })
})

async function delegated(expires: number): Promise<Conformance> {
  const client = await newConformance()
  const { repo } = client
  await client.init()
  await repo.delegate('targets', 'delegated', { paths: ['delegatedpath/*'] })
  repo.documents.delegated.expires = isoSeconds(expires)
  await repo.addTarget('delegated', 'delegatedpath/first', 'first')
  await repo.addTarget('delegated', 'delegatedpath/second', 'second')
  await repo.publish('delegated', 'targets', 'snapshot', 'timestamp')
  return client
}

test('test_delegated_targets_expired', async () => {
  const client = await delegated(Date.now() - DAY)
  expect(await client.refresh()).toBe(0)
  expect(await client.download('delegatedpath/first')).toBe(1)
  expect(await client.downloaded()).toEqual([])
  expect(await client.trusted()).toEqual(['root 1', 'snapshot 2', 'targets 2', 'timestamp 2'])
})

test('test_expired_local_delegated_targets', async () => {
  const now = Date.now()
  const client = await delegated(now + 7 * DAY)
  expect(await client.download('delegatedpath/first')).toBe(0)
  expect(await client.download('delegatedpath/second', now + 18 * DAY)).toBe(1)
  expect(await client.downloaded()).toEqual(['first'])
})

test('test_expired_local_delegated_targets_updates', async () => {
  const now = Date.now()
  const client = await delegated(now + 7 * DAY)
  expect(await client.download('delegatedpath/first')).toBe(0)
  client.repo.documents.delegated.expires = isoSeconds(now + 21 * DAY)
  await client.repo.publish('delegated', 'snapshot', 'timestamp')
  expect(await client.download('delegatedpath/second', now + 18 * DAY)).toBe(0)
  expect(await client.downloaded()).toEqual(['first', 'second'])
})
