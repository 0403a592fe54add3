/** The scenarios of the conformance suite's `test_updater_delegation_graphs.py` and `test_quoting_issues.py`, under their names. */
import { describe, expect, test } from 'vitest'
import { type Conformance, newConformance } from '../../support/conformance.ts'
import { createSigner } from '../../support/signers.ts'

interface Delegation {
  from: string
  to: string
  paths?: string[]
  terminating?: boolean
}

const edge = (from: string, to: string, more: Partial<Delegation> = {}): Delegation => ({ from, to, ...more })
const stop = { terminating: true }
const py = { paths: ['*.py'] }

/** Delegations in their order, and the roles asked for when nobody has the target. */
const GRAPHS: [name: string, delegations: Delegation[], visited: string][] = [
  ['basic-delegation', [edge('targets', 'A')], 'A'],
  ['single-level-delegations', [edge('targets', 'A'), edge('targets', 'B')], 'AB'],
  ['two-level-delegations', [edge('targets', 'A'), edge('targets', 'B'), edge('B', 'C')], 'ABC'],
  [
    'two-level-test-DFS-order-of-traversal',
    [edge('targets', 'A'), edge('targets', 'B'), edge('A', 'C'), edge('A', 'D')],
    'ACDB',
  ],
  [
    'three-level-delegation-test-DFS-order-of-traversal',
    [edge('targets', 'A'), edge('targets', 'B'), edge('A', 'C'), edge('C', 'D')],
    'ACDB',
  ],
  [
    'two-level-terminating-ignores-all-but-roles-descendants',
    [edge('targets', 'A'), edge('targets', 'B'), edge('A', 'C', stop), edge('A', 'D')],
    'AC',
  ],
  [
    'three-level-terminating-ignores-all-but-roles-descendants',
    [edge('targets', 'A'), edge('targets', 'B'), edge('A', 'C', stop), edge('C', 'D')],
    'ACD',
  ],
  [
    'two-level-ignores-all-branches-not-matching-paths',
    [edge('targets', 'A', py), edge('targets', 'B'), edge('A', 'C')],
    'B',
  ],
  [
    'three-level-ignores-all-branches-not-matching-paths',
    [edge('targets', 'A'), edge('targets', 'B'), edge('A', 'C', py), edge('C', 'D')],
    'AB',
  ],
  [
    'cyclic-graph',
    [edge('targets', 'A'), edge('targets', 'B'), edge('B', 'C'), edge('C', 'D'), edge('D', 'B')],
    'ABCD',
  ],
  [
    'two-roles-delegating-to-a-third',
    [edge('targets', 'A'), edge('targets', 'B'), edge('B', 'C'), edge('A', 'C')],
    'ACB',
  ],
  [
    'two-roles-delegating-to-a-third-different-paths',
    [edge('targets', 'A'), edge('targets', 'B'), edge('B', 'C'), edge('A', 'C', py)],
    'ABC',
  ],
]

async function delegating(delegations: Delegation[], targets: Record<string, string> = {}): Promise<Conformance> {
  const client = await newConformance()
  const { repo } = client
  await client.init()
  for (const { from, to, paths = ['*'], terminating = false } of delegations)
    await repo.delegate(from, to, { paths, terminating })
  for (const [path, role] of Object.entries(targets)) await repo.addTarget(role, path, `${path} by ${role}`)
  await repo.publish(...new Set(delegations.flatMap(({ from, to }) => [from, to])), 'snapshot', 'timestamp')
  return client
}

/** What was asked for after root, timestamp, snapshot and targets. */
const visitedBy = (client: Conformance) => client.metadataRequests().slice(4)

describe('test_graph_traversal', () => {
  test.each(GRAPHS)('%s', async (_, delegations, visited) => {
    const client = await delegating(delegations)
    expect(await client.download('missingpath')).toBe(1)
    expect(visitedBy(client)).toEqual([...visited].map((role) => `${role} 1`))
  })
})

describe('test_targetfile_search', () => {
  const tree = [
    edge('targets', 'A', { paths: ['*.doc', '*.md'] }),
    edge('targets', 'B', { paths: ['releases/*/*'] }),
    edge('B', 'C', { paths: ['releases/x/*'] }),
    edge('B', 'D', { paths: ['releases/y/*.zip'] }),
  ]
  const owners = {
    targetfile: 'targets',
    'README.md': 'A',
    'releases/x/x_v1': 'C',
    'releases/y/y_v1.zip': 'D',
    'releases/z/z_v1.zip': 'D',
  }

  test.each([
    ['no delegations', 'targetfile', ''],
    ['targetpath matches wildcard', 'README.md', 'A'],
    ['targetpath with separators x', 'releases/x/x_v1', 'BC'],
    ['targetpath with separators y', 'releases/y/y_v1.zip', 'BD'],
  ] as const)('%s', async (_, path, visited) => {
    const client = await delegating(tree, owners)
    expect(await client.download(path)).toBe(0)
    expect(await client.downloaded()).toEqual([`${path} by ${owners[path]}`])
    expect(visitedBy(client)).toEqual([...visited].map((role) => `${role} 1`))
  })

  test('targetpath is not delegated by all roles in the chain', async () => {
    const client = await delegating(tree, owners)
    expect(await client.download('releases/z/z_v1.zip')).toBe(1)
    expect(visitedBy(client)).toEqual(['B 1'])
  })
})

describe('test_unusual_role_name', () => {
  test.each(['?', '#', '/delegatedrole', '../delegatedrole'])('%s', async (role) => {
    const client = await delegating([edge('targets', role)])
    expect(await client.download('nonexistent target')).toBe(1)
    expect(client.metadataRequests()).toContain(`${encodeURIComponent(role)} 1`)
    expect(await client.trusted()).toHaveLength(5)
  })
})

test('test_cached_role_is_verified_against_current_delegator', async () => {
  const client = await newConformance()
  const { repo } = client
  await client.init()
  const shared = await createSigner('ecdsa')
  await repo.delegate('targets', 'A', { paths: ['a/*'] })
  await repo.delegate('targets', 'B', { paths: ['b/*'] })
  await repo.delegate('A', 'C', { paths: ['*/*'] }, shared)
  await repo.addTarget('C', 'a/file', 'a')
  await repo.addTarget('C', 'b/file', 'b')
  await repo.delegate('B', 'C', { paths: ['*/*'] })
  repo.signers.C = [shared] // B lists another key
  await repo.publish('C', 'A', 'B', 'targets', 'snapshot', 'timestamp')
  expect(await client.download('a/file')).toBe(0)
  expect(await client.download('b/file')).toBe(1)
  expect(await client.downloaded()).toEqual(['a'])
})
