/** Clause 5.5: the snapshot, which versions belong together. */
import { assertMatches, matches } from './digest.ts'
import { type Document, parseSnapshot, type Root, type Snapshot, type Timestamp } from './metadata.ts'
import { assertFresh, fetchMetadata, loadTrusted, type Run } from './run.ts'
import { TufError } from './tuf-error.ts'
import { topDelegator } from './update-root.ts'
import { assertSigned } from './verify-signatures.ts'

export async function updateSnapshot(
  run: Run,
  root: Document<Root>,
  timestamp: Document<Timestamp>,
): Promise<Document<Snapshot>> {
  const delegator = topDelegator(root, 'snapshot')
  const listed = timestamp.signed.snapshot
  const trusted = await loadTrusted(run, 'snapshot', parseSnapshot, delegator)
  if (trusted !== undefined && trusted.version === listed.version && (await matches(trusted.bytes, listed))) {
    assertFresh(run, trusted, 'snapshot') // 5.5.6
    return trusted
  }
  const file = root.signed.consistentSnapshot ? `${listed.version}.snapshot.json` : 'snapshot.json'
  const bytes = await fetchMetadata(run, file, listed.length ?? run.limits.snapshot) // 5.5.1
  await assertMatches(bytes, listed, 'snapshot') // 5.5.2
  const next = parseSnapshot(bytes)
  await assertSigned(next, delegator, run.schemes, 'snapshot') // 5.5.3
  // 5.5.4
  if (next.version !== listed.version) {
    throw new TufError('version-mismatch', `snapshot is version ${next.version}, the timestamp lists ${listed.version}`)
  }
  if (trusted !== undefined) assertNoRollback(trusted, next) // 5.5.5
  assertFresh(run, next, 'snapshot') // 5.5.6
  await run.store.write('snapshot', bytes) // 5.5.7
  return next
}

/** 5.5.5: no listed targets metadata may get older or vanish. */
function assertNoRollback(trusted: Document<Snapshot>, next: Document<Snapshot>): void {
  for (const [name, before] of trusted.signed.meta) {
    const after = next.signed.meta.get(name)
    if (after === undefined) throw new TufError('rollback', `snapshot ${next.version} no longer lists ${name}`)
    if (after.version < before.version) {
      throw new TufError('rollback', `snapshot ${next.version} lists ${name} ${after.version}, was ${before.version}`)
    }
  }
}
