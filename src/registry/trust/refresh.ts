/** The client workflow of The Update Framework 1.0, section 5, up to the trusted top-level metadata. */
import type { Document, Root, Snapshot, Targets, Timestamp } from './metadata.ts'
import { type Run, startRun, type TrustOptions } from './run.ts'
import { topDelegator, updateRoot } from './update-root.ts'
import { updateSnapshot } from './update-snapshot.ts'
import { updateTargets } from './update-targets.ts'
import { updateTimestamp } from './update-timestamp.ts'

/** Verified together at one moment: what targets may be looked up in. */
export interface TrustedSet {
  run: Run
  root: Document<Root>
  timestamp: Document<Timestamp>
  snapshot: Document<Snapshot>
  targets: Document<Targets>
}

/**
 * Brings the stored metadata up to date, each role stored as soon as it is verified, so that a run that dies is gone on
 * with by the next one.
 * @throws TufError; everything stored before stays, and the next run starts from it.
 */
export async function refresh(options: TrustOptions): Promise<TrustedSet> {
  const run = startRun(options) // 5.1: `now` is fixed here
  const root = await updateRoot(run) // 5.2, 5.3; 5.3.12 is root.signed.consistentSnapshot
  const timestamp = await updateTimestamp(run, root) // 5.4
  const snapshot = await updateSnapshot(run, root, timestamp) // 5.5
  const targets = await updateTargets(run, root, snapshot, 'targets', topDelegator(root, 'targets')) // 5.6
  return { run, root, timestamp, snapshot, targets }
}
