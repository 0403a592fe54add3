/** Does a stored or fetched state carry the maintainers' signatures? Bytes in, data set out, or a reason. */
import { CHECKS, readSnapshot, readSnapshotAgain } from './read-snapshot.ts'
import type { Records } from './records.ts'
import { recordsInBytes } from './records-in-bytes.ts'
import { RegistryError } from './registry-error.ts'
import type { Snapshot } from './schema.ts'
import { stateRoot } from './state.ts'
import type { StoredState } from './store.ts'
import { readCustom } from './target-custom.ts'
import { REGISTRY_SCHEMES } from './trust/keys.ts'
import { type Document, parseRoot, parseTargets, type Root, type TargetFile } from './trust/metadata.ts'
import { TufError } from './trust/tuf-error.ts'
import { topDelegator } from './trust/update-root.ts'
import { assertSigned } from './trust/verify-signatures.ts'

/** The whole data set of a state, to compare it with the next one. Throws `RegistryError` (`damaged`, `signature`, `schema`). */
export async function trustState(state: StoredState): Promise<Snapshot> {
  await assertTrusted(state)
  const snapshot = state.checks === CHECKS ? readSnapshotAgain(state.bytes) : readSnapshot(state.bytes)
  assertSeq(state, snapshot.seq)
  return snapshot
}

/** Its records, to answer from: the same checks, but nothing is parsed that was asserted before. */
export async function trustRecords(state: StoredState): Promise<Records> {
  await assertTrusted(state)
  if (state.checks !== CHECKS) readSnapshot(state.bytes)
  const records = recordsInBytes(state.bytes)
  assertSeq(state, records.head.seq)
  return records
}

/** Checks the bytes against their root, the root against the signed targets, the targets against their trust root. */
async function assertTrusted(state: StoredState): Promise<void> {
  assertWhole(state)
  if ((await stateRoot(state.bytes)) !== state.root)
    throw new RegistryError('damaged', 'the data differs from its hash')
  const root = await openProofRoot(state)
  if (!(await isVouchedBy(state, root))) throw new RegistryError('signature', 'no signed target gives this data')
}

function assertSeq(state: StoredState, seq: number): void {
  if (seq !== state.seq) throw new RegistryError('damaged', 'the data is of another publication')
}

/** A row of another shape (a damaged profile, another version's) is one more kind of damage. */
function assertWhole({ bytes, proof }: Partial<StoredState>): void {
  if ([bytes, proof?.root, proof?.targets].some((part) => !(part instanceof Uint8Array)))
    throw new RegistryError('damaged', 'the stored row is not whole')
}

/** Whether the proof's targets are signed by this root's targets keys and list exactly this state. */
export async function isVouchedBy(state: StoredState, root: Document<Root>): Promise<boolean> {
  try {
    const targets = parseTargets(state.proof.targets)
    await assertSigned(targets, topDelegator(root, 'targets'), REGISTRY_SCHEMES, 'targets')
    return [...targets.signed.targets.values()].some((target) => gives(target, state))
  } catch (error) {
    if (error instanceof TufError) return false
    throw error
  }
}

function gives(target: TargetFile, state: StoredState): boolean {
  const custom = readCustom(target)
  return custom !== undefined && custom.seq === state.seq && custom.root === state.root
}

async function openProofRoot(state: StoredState): Promise<Document<Root>> {
  try {
    const root = parseRoot(state.proof.root)
    await assertSigned(root, topDelegator(root, 'root'), REGISTRY_SCHEMES, 'root')
    return root
  } catch (cause) {
    throw new RegistryError('signature', 'the trust root of the stored registry is damaged', { cause })
  }
}
