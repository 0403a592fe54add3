/** Clause 5.7: one target, at the name and with the length and hashes that trusted metadata gives. */
import { assertMatches, namingHash } from './digest.ts'
import { fetchBytes } from './fetch-bytes.ts'
import type { TargetFile } from './metadata.ts'
import type { TrustedSet } from './refresh.ts'
import { joinUrl } from './run.ts'
import { TufError } from './tuf-error.ts'
import { encodeName } from './update-targets.ts'

/** @throws TufError; `hash-mismatch` when the file is not, to the byte, what the metadata says. */
export async function downloadTarget(trusted: TrustedSet, target: TargetFile): Promise<Uint8Array<ArrayBuffer>> {
  const { run, root } = trusted
  const path = targetUrlPath(target, root.signed.consistentSnapshot)
  const url = joinUrl(run.mirror.targets, path)
  const bytes = await fetchBytes(run.fetch, url, target.length, run.limits.deadlineMs) // 5.7.3
  await assertMatches(bytes, target, target.path)
  return bytes
}

/** `dir/HASH.name` under consistent snapshots. Each segment is percent-encoded; `.` and `..` would climb and are refused. */
function targetUrlPath(target: TargetFile, consistent: boolean): string {
  const segments = target.path.split('/')
  if (segments.some((segment) => segment === '.' || segment === '..')) {
    throw new TufError('unsafe-path', `${target.path} climbs out of the targets folder`)
  }
  const path = segments.map(encodeName).join('/')
  if (!consistent) return path
  const hash = namingHash(target.hashes)
  if (hash === undefined) throw new TufError('malformed', `${target.path} has no SHA-256 or SHA-512 hash`)
  const name = path.lastIndexOf('/') + 1
  return `${path.slice(0, name)}${hash}.${path.slice(name)}`
}
