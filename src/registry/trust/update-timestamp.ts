/** Clause 5.4: the timestamp, the proof of freshness. */
import { type Document, parseTimestamp, type Root, type Timestamp } from './metadata.ts'
import { assertFresh, fetchMetadata, loadTrusted, type Run } from './run.ts'
import { TufError } from './tuf-error.ts'
import { topDelegator } from './update-root.ts'
import { assertSigned } from './verify-signatures.ts'

export async function updateTimestamp(run: Run, root: Document<Root>): Promise<Document<Timestamp>> {
  const delegator = topDelegator(root, 'timestamp')
  const trusted = await loadTrusted(run, 'timestamp', parseTimestamp, delegator)
  const bytes = await fetchMetadata(run, 'timestamp.json', run.limits.timestamp) // 5.4.1
  const next = parseTimestamp(bytes)
  await assertSigned(next, delegator, run.schemes, 'timestamp') // 5.4.2
  if (trusted !== undefined) {
    assertNotOlder(next.version, trusted.version, 'timestamp') // 5.4.3.1
    // 5.4.3.1: an equal version is discarded and is no error. Read literally the run would end there and an old
    // timestamp could be replayed for ever, so the trusted one still has to be fresh (5.4.4).
    if (next.version === trusted.version) {
      assertFresh(run, trusted, 'timestamp')
      return trusted
    }
    assertNotOlder(next.signed.snapshot.version, trusted.signed.snapshot.version, 'its snapshot') // 5.4.3.2
  }
  assertFresh(run, next, 'timestamp') // 5.4.4
  await run.store.write('timestamp', bytes) // 5.4.5
  return next
}

function assertNotOlder(version: number, trusted: number, what: string): void {
  if (version < trusted) throw new TufError('rollback', `timestamp: ${what} ${version} is older than ${trusted}`)
}
