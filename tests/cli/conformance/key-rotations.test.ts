/** The scenarios of the conformance suite's `test_updater_key_rotations.py`, under its names. */
import { describe, expect, test } from 'vitest'
import { type Conformance, fileOf, newConformance } from '../../support/conformance.ts'
import { createSigner, type Signer } from '../../support/signers.ts'

/** A version of a role: its keys and those that sign, as figures 0 to 9, and the threshold between them. */
type Version = [keys: string, threshold: number, signatures: string]

const ROOTS: [name: string, versions: Version[]][] = [
  [
    '1-of-1-key-rotation',
    [
      ['1', 1, '1'],
      ['2', 1, '21'],
      ['2', 1, '2'],
    ],
  ],
  [
    '1-of-1-key-rotation-unused-signatures',
    [
      ['1', 1, '314'],
      ['2', 1, '3214'],
      ['2', 1, '324'],
    ],
  ],
  [
    '3-of-5-sign-with-different-keycombos',
    [
      ['01234', 3, '024'],
      ['01234', 3, '041'],
      ['01234', 3, '013'],
      ['01234', 3, '013'],
    ],
  ],
  [
    '3-of-5-one-key-rotated',
    [
      ['01234', 3, '024'],
      ['01345', 3, '041'],
    ],
  ],
  [
    '3-of-5-one-key-rotated-with-intermediate-step',
    [
      ['01234', 3, '024'],
      ['01345', 3, '0245'],
      ['01345', 3, '045'],
    ],
  ],
  [
    '3-of-5-all-keys-rotated-with-intermediate-step',
    [
      ['01234', 3, '024'],
      ['56789', 3, '024567'],
      ['56789', 3, '567'],
    ],
  ],
  [
    '1-of-3-threshold-increase-to-2-of-3',
    [
      ['123', 1, '1'],
      ['123', 2, '12'],
    ],
  ],
  [
    '2-of-3-threshold-decrease-to-1-of-3',
    [
      ['123', 2, '12'],
      ['123', 1, '12'],
      ['123', 1, '1'],
    ],
  ],
  [
    '1-of-2-threshold-increase-to-2-of-2',
    [
      ['1', 1, '1'],
      ['12', 2, '12'],
    ],
  ],
]

const REFUSED_ROOTS: [name: string, versions: Version[]][] = [
  [
    '1-of-1-key-rotation-fail-not-signed-with-old-key',
    [
      ['1', 1, '1'],
      ['2', 1, '234'],
    ],
  ],
  [
    '1-of-1-key-rotation-fail-not-signed-with-new-key',
    [
      ['1', 1, '1'],
      ['2', 1, '134'],
    ],
  ],
  [
    '3-of-5-one-key-rotate-fails-not-signed-with-3-new-keys',
    [
      ['01234', 3, '024'],
      ['01345', 3, '024'],
    ],
  ],
  [
    '3-of-5-one-key-rotate-fails-not-signed-with-3-old-keys',
    [
      ['01234', 3, '024'],
      ['01345', 3, '045'],
    ],
  ],
  [
    '1-of-3-threshold-bump-to-2-of-3-fails-new-threshold-not-reached',
    [
      ['123', 1, '1'],
      ['123', 2, '2'],
    ],
  ],
  [
    '2-of-3-threshold-decr-to-1-of-3-fails-old-threshold-not-eached',
    [
      ['123', 2, '12'],
      ['123', 1, '1'],
    ],
  ],
]

const tenSigners = (): Promise<Signer[]> => Promise.all(Array.from({ length: 10 }, () => createSigner('ecdsa')))

/** Keys, threshold and signers of the role from its next publication on. */
function setRole({ repo }: Conformance, role: string, signers: Signer[], [keys, threshold, signatures]: Version): void {
  const pick = (figures: string) => [...figures].flatMap((figure) => signers[Number(figure)] ?? [])
  const { root } = repo.documents
  root.roles[role] = { keyids: pick(keys).map(({ id }) => id), threshold }
  for (const { id, body } of pick(keys)) root.keys[id] = body
  repo.signers[role] = pick(signatures)
}

/** The versions as root 1, 2, 3 …, the client trusting the first. */
async function withRoots(versions: Version[]): Promise<Conformance> {
  const client = await newConformance()
  const signers = await tenSigners()
  for (const [at, version] of versions.entries()) {
    setRole(client, 'root', signers, version)
    client.repo.documents.root.version = at + 1
    await client.repo.republish('root')
  }
  expect(await client.init()).toBe(0)
  return client
}

describe('test_root_rotation', () => {
  test.each(ROOTS)('%s', async (_, versions) => {
    const client = await withRoots(versions)
    expect(await client.refresh()).toBe(0)
    expect(await client.trustedBytes('root')).toEqual(fileOf(client.repo, `metadata/${versions.length}.root.json`))
  })

  test.each(REFUSED_ROOTS)('%s', async (_, versions) => {
    const client = await withRoots(versions)
    expect(await client.refresh()).toBe(1)
    expect(await client.trustedBytes('root')).toEqual(fileOf(client.repo, `metadata/${versions.length - 1}.root.json`))
  })
})

const OTHERS: [name: string, version: Version, accepted: boolean][] = [
  ['1-of-1-key-rotation', ['2', 1, '2'], true],
  ['1-of-1-key-rotation-unused-signatures', ['1', 1, '314'], true],
  ['1-of-1-key-rotation-fail-not-signed-with-new-key', ['2', 1, '134'], false],
  ['3-of-5-one-key-signature-wrong-not-signed-with-3-expected-keys', ['01345', 3, '024'], false],
  ['2-of-5-one-key-signature-mising-threshold-not-reached', ['01345', 3, '04'], false],
  ['3-of-5-sign-first-combo', ['01234', 3, '024'], true],
  ['3-of-5-sign-second-combo', ['01234', 3, '041'], true],
  ['3-of-5-sign-third-combo', ['01234', 3, '013'], true],
  ['3-of-5-sign-fourth-combo', ['01234', 3, '123'], true],
  ['3-of-5-sign-fifth-combo', ['01234', 3, '234'], true],
]

describe('test_non_root_rotations', () => {
  test.each(OTHERS)('%s', async (_, version, accepted) => {
    const client = await newConformance()
    const signers = await tenSigners()
    await client.init()
    for (const role of ['timestamp', 'snapshot', 'targets']) {
      setRole(client, role, signers, version)
      await client.repo.publish('root', 'targets', 'snapshot', 'timestamp')
      expect(await client.refresh()).toBe(accepted ? 0 : 1)
      if (accepted) expect(await client.trustedBytes(role)).toEqual(fileOf(client.repo, client.repo.fileName(role)))
    }
  })
})
