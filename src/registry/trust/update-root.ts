/** Clauses 5.2 and 5.3: load the trusted root, then walk to the newest one, each step signed by both sides. */
import type { RoleKeys, TopRole } from './delegations.ts'
import { type Document, parseRoot, type Root } from './metadata.ts'
import { assertFresh, fetchMetadata, type Run } from './run.ts'
import { TufError } from './tuf-error.ts'
import { assertSigned, type Delegator } from './verify-signatures.ts'

/** Keys and threshold that a root gives to a top-level role. */
export function topDelegator(root: Document<Root>, role: TopRole): Delegator {
  return { keys: root.signed.keys, role: root.signed.roles[role] }
}

export async function updateRoot(run: Run): Promise<Document<Root>> {
  let root = await loadTrustedRoot(run)
  // 5.3.9: repeat, up to Y files (5.3.3).
  for (let fetched = 0; fetched < run.limits.rootVersions; fetched++) {
    const next = await fetchNextRoot(run, root)
    if (next === undefined) break
    root = next
  }
  assertFresh(run, root, 'root') // 5.3.10
  return root
}

/**
 * 5.2. The stored root, or the bundled one where the stored one is missing, damaged or older. A root vouches for itself:
 * the check finds damage, the trust comes from the package and from the chain that led here.
 */
async function loadTrustedRoot(run: Run): Promise<Document<Root>> {
  const stored = await openRoot(run, await run.store.read('root'))
  const bundled = await openRoot(run, run.bundledRoot)
  if (stored !== undefined && (bundled === undefined || stored.version > bundled.version)) return stored
  if (bundled === undefined) throw new TufError('no-root', 'there is no usable trusted root')
  if (stored !== undefined) await forgetRotated(run, stored, bundled)
  await run.store.write('root', bundled.bytes)
  return bundled
}

async function openRoot(run: Run, bytes: Uint8Array<ArrayBuffer> | undefined): Promise<Document<Root> | undefined> {
  if (bytes === undefined) return undefined
  try {
    const root = parseRoot(bytes)
    await assertSigned(root, topDelegator(root, 'root'), run.schemes, 'root')
    return root
  } catch (error) {
    if (error instanceof TufError) return undefined
    throw error
  }
}

/** Undefined when the chain ends here. */
async function fetchNextRoot(run: Run, root: Document<Root>): Promise<Document<Root> | undefined> {
  const version = root.version + 1 // 5.3.2
  const bytes = await fetchRootFile(run, version) // 5.3.3
  if (bytes === undefined) return undefined
  const next = parseRoot(bytes)
  const what = `root ${version}`
  await assertSigned(next, topDelegator(root, 'root'), run.schemes, `${what} by the old keys`) // 5.3.4 (1)
  await assertSigned(next, topDelegator(next, 'root'), run.schemes, `${what} by its own keys`) // 5.3.4 (2)
  if (next.version === root.version) return undefined // 5.3.5: equal is discarded, the run goes on
  if (next.version < root.version) throw new TufError('rollback', `${what} says it is version ${next.version}`) // 5.3.5
  if (next.version !== version) throw new TufError('version-mismatch', `${what} says it is version ${next.version}`) // 5.3.5
  // 5.3.6: the expiry of an intermediate root does not matter.
  await forgetRotated(run, root, next) // 5.3.11, before 5.3.8 so that a run killed between the two loses nothing
  await run.store.write('root', next.bytes) // 5.3.8
  return next // 5.3.7
}

/** Only 404 and 403 say that there is no newer root: a server error, a time-out or no network ends the run instead. */
async function fetchRootFile(run: Run, version: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await fetchMetadata(run, `${version}.root.json`, run.limits.root)
  } catch (error) {
    if (error instanceof TufError && (error.status === 404 || error.status === 403)) return undefined
    throw error
  }
}

/**
 * 5.3.11: recovery from a fast-forward attack. A role is rotated when a key that it had is gone; a key that is only
 * added leaves the rollback protection in place.
 */
async function forgetRotated(run: Run, from: Document<Root>, to: Document<Root>): Promise<void> {
  if (!isRotated(from, to, 'timestamp') && !isRotated(from, to, 'snapshot')) return
  await run.store.remove('timestamp')
  await run.store.remove('snapshot')
}

function isRotated(from: Document<Root>, to: Document<Root>, role: TopRole): boolean {
  const kept: RoleKeys = topDelegator(to, role).role
  return topDelegator(from, role).role.keyids.some((keyid) => !kept.keyids.includes(keyid))
}
