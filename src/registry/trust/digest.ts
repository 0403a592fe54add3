/** Checks bytes against the length and hashes that trusted metadata gives. */
import { hexFromBytes } from './hex.ts'
import { TufError } from './tuf-error.ts'

const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ['sha256', 'SHA-256'],
  ['sha512', 'SHA-512'],
])

export interface Expected {
  length?: number
  /** Algorithm → lower-case hexadecimal digest. */
  hashes?: ReadonlyMap<string, string>
}

export async function hexDigest(algorithm: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hexFromBytes(new Uint8Array(await crypto.subtle.digest(algorithm, bytes)))
}

/** The hash of the listed ones that names files in consistent snapshots (spec 5.7.3): any we can compute, SHA-256 first. */
export function namingHash(hashes: ReadonlyMap<string, string>): string | undefined {
  for (const name of ALGORITHMS.keys()) {
    const hash = hashes.get(name)
    if (hash !== undefined) return hash
  }
  return undefined
}

/** Whether length and every hash that we can compute agree; a list of unknown algorithms alone never agrees. */
export async function matches(bytes: Uint8Array<ArrayBuffer>, expected: Expected): Promise<boolean> {
  if (expected.length !== undefined && bytes.length !== expected.length) return false
  if (expected.hashes === undefined) return true
  if (namingHash(expected.hashes) === undefined) return false
  for (const [name, algorithm] of ALGORITHMS) {
    const hash = expected.hashes.get(name)
    if (hash !== undefined && hash !== (await hexDigest(algorithm, bytes))) return false
  }
  return true
}

export async function assertMatches(bytes: Uint8Array<ArrayBuffer>, expected: Expected, what: string): Promise<void> {
  if (!(await matches(bytes, expected))) {
    throw new TufError('hash-mismatch', `${what} differs from its signed length or hash`)
  }
}
