/** The scenarios of the conformance suite's `test_file_download.py`, under its names. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Conformance, newConformance } from '../../support/conformance.ts'
import { utf8 } from '../../support/fake-authority.ts'

async function withTargets(targets: Record<string, string>): Promise<Conformance> {
  const client = await newConformance()
  await client.init()
  await put(client, targets)
  return client
}

async function put({ repo }: Conformance, targets: Record<string, string>): Promise<void> {
  for (const [path, content] of Object.entries(targets)) await repo.addTarget('targets', path, content)
  await repo.publish('targets', 'snapshot', 'timestamp')
}

/** The server hands out other bytes for a target under the same address. */
function substitute({ repo }: Conformance, path: string, content: string): void {
  const hash = repo.documents.targets.targets[path].hashes.sha256
  repo.files.set(`targets/${hash}.${path}`, utf8(content))
}

test('test_client_downloads_expected_file', async () => {
  const client = await withTargets({ 'target_file.txt': 'target file contents' })
  expect(await client.refresh()).toBe(0)
  expect(await client.downloaded()).toEqual([])
  expect(await client.download('target_file.txt')).toBe(0)
  expect(await client.downloaded()).toEqual(['target file contents'])
})

test('test_client_downloads_expected_file_in_sub_dir', async () => {
  const client = await withTargets({ 'path/to/a/target_file.txt': 'target file contents' })
  expect(await client.download('path/to/a/target_file.txt')).toBe(0)
  expect(await client.downloaded()).toEqual(['target file contents'])
})

test('test_repository_substitutes_target_file', async () => {
  const client = await withTargets({ 'target_file.txt': 'target file contents', 'another.txt': 'content' })
  expect(await client.download('target_file.txt')).toBe(0)
  substitute(client, 'target_file.txt', 'malicious data')
  substitute(client, 'another.txt', 'malicious data')
  await client.download('target_file.txt')
  expect(await client.downloaded()).toEqual(['target file contents'])
  expect(await client.download('another.txt')).toBe(1)
  expect(await client.downloaded()).toEqual(['target file contents'])
})

test('test_multiple_changes_to_target', async () => {
  const client = await withTargets({ 'target_file.txt': 'target file contents' })
  expect(await client.download('target_file.txt')).toBe(0)
  const others: string[] = []
  for (let round = 0; round < 11; round++) {
    await put(client, { 'target_file.txt': `modified ${round}`, [`new-target-${round}`]: `new ${round}` })
    if (round % 5 !== 0) continue // the client sees every fifth version only
    expect(await client.download('target_file.txt')).toBe(0)
    expect(await client.downloaded()).toEqual([...others, `modified ${round}`])
    expect(await client.download(`new-target-${round}`)).toBe(0)
    const expected = [...others, `modified ${round}`, `new ${round}`]
    expect(await client.downloaded()).toEqual(expected)
    substitute(client, 'target_file.txt', `malicious ${round}`)
    await client.repo.publish('targets', 'snapshot', 'timestamp')
    await client.download('target_file.txt')
    expect(await client.downloaded()).toEqual(expected)
    others.push(`new ${round}`)
  }
})

describe('test_download_with_hash_algorithms', () => {
  test.each([[['sha256']], [['sha512']], [['sha256', 'sha512']]])('%s', async (algorithms) => {
    const client = await listedWith(Object.fromEntries(algorithms.map((name) => [name, digest(name)])))
    expect(await client.download('target_file.txt')).toBe(0)
    expect(client.targetRequests()).toHaveLength(1)
    expect(algorithms.map((name) => `targets/${digest(name)}.target_file.txt`)).toContain(client.targetRequests()[0])
    expect(await client.downloaded()).toEqual(['target file contents'])
  })
})

test('test_download_with_unknown_hash_algorithm', async () => {
  const client = await listedWith({ 'unknown-hash': digest('sha512') })
  expect(await client.download('target_file.txt')).toBe(1)
  expect(await client.downloaded()).toEqual([])
})

test('test_artifact_cache', async () => {
  const client = await withTargets({ 'target_file.txt': 'target file contents' })
  expect(await client.download('target_file.txt')).toBe(0)
  expect(await client.download('target_file.txt')).toBe(0)
  expect(client.targetRequests()).toHaveLength(1)
  expect(await client.downloaded()).toEqual(['target file contents'])
})

const digest = (name: string) => createHash(name).update('target file contents').digest('hex')

async function listedWith(hashes: Record<string, string>): Promise<Conformance> {
  const client = await newConformance()
  const { repo } = client
  const content = utf8('target file contents')
  repo.documents.targets.targets['target_file.txt'] = { length: content.length, hashes }
  for (const hash of Object.values(hashes)) repo.files.set(`targets/${hash}.target_file.txt`, content)
  await repo.publish('targets', 'snapshot', 'timestamp')
  await client.init()
  return client
}
