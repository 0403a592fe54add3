/** From signed files to the next state, in memory: deltas if they give exactly the signed root, else the base. */

import type { Candidate, Choice } from './choose-update.ts'
import { assertSound, CHECKS, readDelta, readSnapshot } from './read-snapshot.ts'
import { RegistryError } from './registry-error.ts'
import type { Snapshot } from './schema.ts'
import { applyDelta, type StateBytes, stateBytes, stateRoot } from './state.ts'
import type { StoredState } from './store.ts'
import { downloadTarget } from './trust/download-target.ts'
import type { TrustedSet } from './trust/refresh.ts'
import { TufError } from './trust/tuf-error.ts'

export interface Assembled {
  state: StoredState
  snapshot: Snapshot
  by: 'base' | 'delta'
  /** Decoded bytes of the files that were fetched. */
  bytes: number
}

/**
 * A delta is an optimisation, never a requirement: whatever is wrong with one, the base is taken in the same run.
 * @throws TufError, RegistryError
 */
export async function assembleState(
  trusted: TrustedSet,
  choice: Choice,
  active: Snapshot | undefined,
): Promise<Assembled> {
  if (active !== undefined && choice.deltas.length > 0) {
    try {
      return await throughDeltas(trusted, choice.deltas, active)
    } catch (error) {
      if (!(error instanceof TufError || error instanceof RegistryError)) throw error
      if (choice.base === undefined || choice.base.custom.seq <= active.seq) throw error
    }
  }
  if (choice.base === undefined) throw new RegistryError('damaged', 'no whole data set is published')
  return fromBase(trusted, choice.base)
}

async function fromBase(trusted: TrustedSet, base: Candidate): Promise<Assembled> {
  const bytes = await downloadTarget(trusted, base.target)
  const snapshot = readSnapshot(bytes)
  return finish(trusted, base, snapshot, bytes, 'base', bytes.length)
}

async function throughDeltas(trusted: TrustedSet, deltas: Candidate[], active: Snapshot): Promise<Assembled> {
  let state = active
  let fetched = 0
  for (const { target } of deltas) {
    const bytes = await downloadTarget(trusted, target)
    const delta = readDelta(bytes)
    if (delta.from !== state.seq) throw new RegistryError('damaged', `${target.path} starts from ${delta.from}`)
    state = applyDelta(state, delta)
    fetched += bytes.length
  }
  const last = deltas.at(-1)
  if (last === undefined) throw new RegistryError('damaged', 'there are no deltas')
  return finish(trusted, last, assertSound(state), stateBytes(state), 'delta', fetched)
}

async function finish(
  trusted: TrustedSet,
  { custom }: Candidate,
  snapshot: Snapshot,
  bytes: StateBytes,
  by: 'base' | 'delta',
  fetched: number,
): Promise<Assembled> {
  if (snapshot.seq !== custom.seq || (await stateRoot(bytes)) !== custom.root) {
    throw new RegistryError('damaged', `the ${by} does not give the signed state of publication ${custom.seq}`)
  }
  const proof = { root: trusted.root.bytes, targets: trusted.targets.bytes }
  return { state: { seq: custom.seq, root: custom.root, bytes, proof, checks: CHECKS }, snapshot, by, bytes: fetched }
}
