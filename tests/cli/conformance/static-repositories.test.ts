/**
 * The suite's `test_static_repositories.py` serves repositories that other programs made; their files are not ours to
 * copy. This is their shape: keys with members of their own, an initial root that is not the first, signatures that are
 * still empty, a terminating role with patterns for each depth.
 */
import { expect, test } from 'vitest'
import { fileOf, newConformance } from '../../support/conformance.ts'
import { readJson, utf8 } from '../../support/fake-authority.ts'
import { createSigner } from '../../support/signers.ts'

test('test_static_repository: a repository as tuf-on-ci makes them', async () => {
  const client = await newConformance()
  const { repo } = client
  const owner = await createSigner('ecdsa', { 'x-tuf-on-ci-keyowner': '@somebody' })
  repo.addSigner('root', owner)
  Object.assign(repo.documents.root, { 'x-tuf-on-ci-expiry-period': 7300, 'x-tuf-on-ci-signing-period': 60 })
  Object.assign(repo.documents.root.roles.timestamp, {
    'x-tuf-on-ci-expiry-period': 7,
    'x-tuf-on-ci-signing-period': 1,
  })
  await repo.publish('root')
  await repo.delegate('targets', 'delegated', { paths: ['a/*', 'a/*/*', 'a/*/*/*'], terminating: true }, owner)
  const absent = await createSigner('ecdsa', { 'x-tuf-on-ci-keyowner': '@nobody' })
  repo.documents.targets.delegations.keys[absent.id] = absent.body
  repo.documents.targets.delegations.roles[0].keyids.push(absent.id)
  await repo.addTarget('delegated', 'a/b/artifact', 'content')
  await repo.publish('delegated')
  const unsigned = readJson(fileOf(repo, 'metadata/1.delegated.json'))
  unsigned.signatures.push({ keyid: absent.id, sig: '' })
  repo.files.set('metadata/1.delegated.json', utf8(JSON.stringify(unsigned)))
  await repo.publish('targets', 'snapshot', 'timestamp')
  expect(await client.init(fileOf(repo, 'metadata/2.root.json'))).toBe(0)
  expect(await client.refresh()).toBe(0)
  expect(await client.download('a/b/artifact')).toBe(0)
  expect(await client.downloaded()).toEqual(['content'])
})
