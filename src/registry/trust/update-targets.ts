/** Clauses 5.6.1 to 5.6.6: one targets role, top-level or delegated. */
import { assertMatches, matches } from './digest.ts'
import { type Document, parseTargets, type Root, type Snapshot, type Targets } from './metadata.ts'
import { assertFresh, fetchMetadata, loadTrusted, type Run } from './run.ts'
import { TufError } from './tuf-error.ts'
import { assertSigned, type Delegator } from './verify-signatures.ts'

/**
 * The role's metadata as this delegator vouches for it: a role that two others delegate to is verified against each,
 * since a stored copy that one accepted proves nothing for the other.
 */
export async function updateTargets(
  run: Run,
  root: Document<Root>,
  snapshot: Document<Snapshot>,
  name: string,
  delegator: Delegator,
): Promise<Document<Targets>> {
  const listed = snapshot.signed.meta.get(`${name}.json`)
  if (listed === undefined) throw new TufError('malformed', `the snapshot does not list ${name}`)
  const trusted = await loadTrusted(run, name, parseTargets, delegator)
  if (trusted !== undefined && trusted.version === listed.version && (await matches(trusted.bytes, listed))) {
    assertFresh(run, trusted, name) // 5.6.5
    return trusted
  }
  const version = root.signed.consistentSnapshot ? `${listed.version}.` : ''
  const file = `${version}${encodeName(name)}.json`
  const bytes = await fetchMetadata(run, file, listed.length ?? run.limits.targets) // 5.6.1
  await assertMatches(bytes, listed, name) // 5.6.2
  const next = parseTargets(bytes)
  await assertSigned(next, delegator, run.schemes, name) // 5.6.3
  // 5.6.4
  if (next.version !== listed.version) {
    throw new TufError('version-mismatch', `${name} is version ${next.version}, the snapshot lists ${listed.version}`)
  }
  assertFresh(run, next, name) // 5.6.5
  await run.store.write(name, bytes) // 5.6.6
  return next
}

/** Percent-encodes everything but unreserved characters (RFC 3986): a role called `../x?` stays one file name. */
export function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
