/** Clause 5.6.7 and path patterns: which role speaks for a target, and in which order roles are asked. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { findTarget } from '../../../src/registry/trust/find-target.ts'
import { binName, matchesPattern } from '../../../src/registry/trust/path-pattern.ts'
import { createAuthority, type FakeAuthority, isoSeconds, sha256, utf8 } from '../../support/fake-authority.ts'
import { type MemoryClient, memoryClient } from '../../support/memory-trust.ts'
import { createSigner } from '../../support/signers.ts'

let authority: FakeAuthority
let client: MemoryClient

beforeEach(async () => {
  authority = await createAuthority()
  client = memoryClient(authority)
})

type Edge = [
  from: string,
  name: string,
  role?: { paths?: string[]; terminating?: boolean; path_hash_prefixes?: string[] },
]

async function delegate(...edges: Edge[]): Promise<void> {
  const signers = new Map<string, Awaited<ReturnType<typeof createSigner>>>()
  for (const [from, name, role] of edges) {
    const signer = signers.get(name) ?? (await createSigner())
    signers.set(name, signer)
    await authority.delegate(from, name, role, signer)
    authority.signers[name] = [signer]
  }
  await authority.publish(...signers.keys(), 'targets', 'snapshot', 'timestamp')
}

/** Roles asked for, in order, while looking for a path. */
async function visits(path = 'missing'): Promise<string[]> {
  const set = await client.run()
  client.fetch.asked.length = 0
  await findTarget(set, path)
  return client.fetch.asked.map((name) => name.replace('metadata/1.', '').replace('.json', ''))
}

const terminating = { terminating: true }
const python = { paths: ['*.py'] }

describe('order of the search', () => {
  test.each<[string, Edge[], string[]]>([
    ['one', [['targets', 'A']], ['A']],
    [
      'siblings',
      [
        ['targets', 'A'],
        ['targets', 'B'],
      ],
      ['A', 'B'],
    ],
    [
      'depth first',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C'],
        ['C', 'D'],
        ['A', 'E'],
      ],
      ['A', 'C', 'D', 'E', 'B'],
    ],
    [
      'terminating below',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C', terminating],
        ['A', 'D'],
      ],
      ['A', 'C'],
    ],
    [
      'terminating with descendants',
      [
        ['targets', 'A', terminating],
        ['targets', 'B'],
        ['A', 'C'],
        ['C', 'D'],
      ],
      ['A', 'C', 'D'],
    ],
    [
      'other paths',
      [
        ['targets', 'A', python],
        ['targets', 'B'],
        ['A', 'C'],
      ],
      ['B'],
    ],
    [
      'terminating for other paths',
      [
        ['targets', 'A', { ...python, ...terminating }],
        ['targets', 'B'],
      ],
      ['B'],
    ],
    [
      'a cycle',
      [
        ['targets', 'A'],
        ['A', 'B'],
        ['B', 'C'],
        ['C', 'A'],
      ],
      ['A', 'B', 'C'],
    ],
    [
      'two ways to one role',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C'],
        ['B', 'C'],
      ],
      ['A', 'C', 'B'],
    ],
    [
      'two ways, one for other paths',
      [
        ['targets', 'A'],
        ['targets', 'B'],
        ['A', 'C', python],
        ['B', 'C'],
      ],
      ['A', 'B', 'C'],
    ],
  ])('%s', async (_name, edges, order) => {
    await delegate(...edges)
    expect(await visits()).toEqual(order)
  })

  test('the first role that has the target answers, and no other is asked', async () => {
    await delegate(['targets', 'A'], ['targets', 'B'], ['A', 'C'])
    await authority.addTarget('C', 'file', 'from C')
    await authority.addTarget('B', 'file', 'from B')
    await authority.publish('C', 'B', 'snapshot', 'timestamp')
    const set = await client.run()
    client.fetch.asked.length = 0
    expect((await findTarget(set, 'file'))?.length).toBe(6)
    expect(client.fetch.asked).toEqual(['metadata/1.A.json', 'metadata/2.C.json'])
  })

  test('terminating may be left out and means false', async () => {
    await delegate(['targets', 'A'], ['targets', 'B'])
    for (const role of authority.documents.targets.delegations.roles) delete role.terminating
    await authority.publish('targets', 'snapshot', 'timestamp')
    expect(await visits()).toEqual(['A', 'B'])
  })

  test('what the publisher says about a target is handed on', async () => {
    await authority.addTarget('targets', 'file', 'own', { seq: 7 })
    await authority.publish('targets', 'snapshot', 'timestamp')
    expect((await findTarget(await client.run(), 'file'))?.custom).toEqual({ seq: 7 })
  })

  test('the top-level role goes before all', async () => {
    await authority.addTarget('targets', 'file', 'own')
    await delegate(['targets', 'A'])
    expect(await visits('file')).toEqual([])
  })

  test('at most so many roles are asked', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `r${at}`)
    await delegate(...names.map((name): Edge => ['targets', name]))
    expect((await visits()).length).toBe(32)
    const set = await client.run({ limits: { visitedRoles: 3 } })
    client.store.rows.delete('r0')
    client.fetch.asked.length = 0
    await findTarget(set, 'missing')
    expect(client.fetch.asked).toEqual(['metadata/1.r0.json'])
  })

  test('no delegations: nothing is found', async () => {
    expect(await visits()).toEqual([])
    expect(await findTarget(await client.run(), 'missing')).toBeUndefined()
  })
})

describe('delegated metadata is verified like any other', () => {
  beforeEach(async () => {
    await delegate(['targets', 'A'])
    await authority.addTarget('A', 'file', 'content')
  })

  const search = async (now?: number) => findTarget(await client.run(now === undefined ? {} : { now }), 'file')

  test('signed by another key', async () => {
    authority.signers.A = [await createSigner()]
    await authority.publish('A', 'snapshot', 'timestamp')
    await expect(search()).rejects.toMatchObject({ code: 'threshold' })
    expect(client.store.version('A')).toBeUndefined()
  })

  test('expired when fetched, and expired since', async () => {
    await authority.publish('A', 'snapshot', 'timestamp')
    await search()
    expect(client.store.version('A')).toBe(2)
    const later = Date.now() + 20 * 86_400_000
    authority.documents.A.expires = isoSeconds(Date.now() - 1000)
    await authority.publish('A', 'snapshot', 'timestamp')
    await expect(search()).rejects.toMatchObject({ code: 'expired' })
    authority.documents.A.expires = isoSeconds(Date.now() + 86_400_000)
    await authority.publish('A', 'snapshot', 'timestamp')
    await search()
    await expect(search(later)).rejects.toMatchObject({ code: 'expired' })
  })

  test('not listed in the snapshot, or missing', async () => {
    await authority.publish('A', 'snapshot', 'timestamp')
    authority.files.delete('metadata/2.A.json')
    await expect(search()).rejects.toMatchObject({ code: 'http', status: 404 })
    const fresh = await createAuthority()
    await fresh.delegate('targets', 'ghost')
    await fresh.publish('targets', 'snapshot', 'timestamp')
    await expect(
      memoryClient(fresh)
        .run()
        .then((set) => findTarget(set, 'x')),
    ).rejects.toMatchObject({ code: 'malformed' })
  })

  test('a stored copy is verified against the delegator at hand', async () => {
    await authority.publish('A', 'snapshot', 'timestamp')
    await search()
    const other = await createSigner()
    const [role] = authority.documents.targets.delegations.roles
    authority.documents.targets.delegations.keys[other.id] = other.body
    role.keyids = [other.id]
    await authority.publish('targets', 'snapshot', 'timestamp')
    await expect(search()).rejects.toMatchObject({ code: 'threshold' })
  })
})

describe('path patterns', () => {
  test.each([
    ['targets/foo.tgz', 'targets/*.tgz', true],
    ['targets/foo.txt', 'targets/*.tgz', false],
    ['foo-version-2.tgz', 'foo-version-?.tgz', true],
    ['foo-version-alpha.tgz', 'foo-version-?.tgz', false],
    ['foo.tgz', '*.tgz', true],
    ['targets/foo.tgz', '*.tgz', false],
    ['foo.tgz', 'foo.tgz', true],
    ['a/b', '*', false],
    ['a/b/c', 'a/*/c', true],
    ['a//c', 'a/*/c', true],
    ['', '*', true],
    ['', '?', false],
    ['aXbXc', 'a*b*c', true],
    ['aXbXd', 'a*b*c', false],
    ['abcbc', 'a*bc', true],
    ['[x]', '[x]', true],
    ['x', '[x]', false],
    ['a.b', 'a?b', true],
    ['aab', '*ab', true],
    ['ab', 'ab*', true],
    ['ab', 'abc', false],
    ['名.tgz', '?.tgz', true],
    ['\u{20000}.tgz', '?.tgz', true],
  ])('%s against %s', (path, pattern, expected) => {
    expect(matchesPattern(path, pattern)).toBe(expected)
  })

  test('agrees with the plain regular expression', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?', '.'), maxLength: 8 })
    fc.assert(
      fc.property(part, part, (text, pattern) => {
        const path = text.replace(/[*?]/g, 'x')
        const source = pattern.replace(/[.]/g, '\\$&').replace(/\*/g, '[^/]*').replace(/\?/g, '[^/]')
        expect(matchesPattern(path, pattern)).toBe(new RegExp(`^${source}$`).test(path))
      }),
      { numRuns: 2000 },
    )
  })

  test('a hostile pattern costs little', () => {
    expect(matchesPattern('a'.repeat(5000), `${'*a'.repeat(500)}b`)).toBe(false)
  })
})

describe('hash bins', () => {
  test('path_hash_prefixes: the leading digits of the hash of the path', async () => {
    const hash = await sha256(utf8('missing'))
    const other = hash.startsWith('0') ? '1' : '0'
    await delegate(
      ['targets', 'no', { path_hash_prefixes: [other] }],
      ['targets', 'yes', { path_hash_prefixes: [other, hash.slice(0, 2)] }],
    )
    expect(await visits()).toEqual(['yes'])
  })

  test.each([
    [1, 'bar', 'bin-1'],
    [2, 'foo', 'bin-0'],
    [2, 'bar', 'bin-3'],
    [8, 'bar', 'bin-fc'],
    [5, 'bar', 'bin-1f'],
    [32, 'bar', 'bin-fcde2b2e'],
  ])('succinct roles of %i bits: %s is in %s', async (bitLength, path, bin) => {
    expect(await binName(path, { bitLength, namePrefix: 'bin', keyids: [], threshold: 1 })).toBe(bin)
  })

  test('succinct roles: exactly the one bin is asked', async () => {
    const signer = await createSigner()
    const succinct_roles = { keyids: [signer.id], threshold: 1, bit_length: 2, name_prefix: 'bin' }
    authority.documents.targets.delegations = { keys: { [signer.id]: signer.body }, succinct_roles }
    for (const bin of ['bin-0', 'bin-1', 'bin-2', 'bin-3']) {
      authority.documents[bin] = { ...authority.documents.targets, version: 1, delegations: undefined, targets: {} }
      delete authority.documents[bin].delegations
      authority.signers[bin] = [signer]
    }
    await authority.addTarget('bin-3', 'bar', 'content')
    await authority.publish('bin-0', 'bin-1', 'bin-2', 'bin-3', 'targets', 'snapshot', 'timestamp')
    expect(await visits('bar')).toEqual(['bin-3'])
    expect((await findTarget(await client.run(), 'bar'))?.length).toBe(7)
  })
})
