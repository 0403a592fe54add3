/** Which target paths a delegation covers (spec 4.5): glob patterns, hash prefixes, hash bins. */
import type { Scope, SuccinctRoles } from './delegations.ts'
import { hexDigest } from './digest.ts'

/** `*` is any run and `?` one character, neither crosses a `/`; everything else is literal. Linear, no backtracking regex. */
export function matchesPattern(path: string, pattern: string): boolean {
  const segments = path.split('/')
  const patterns = pattern.split('/')
  return (
    segments.length === patterns.length && segments.every((segment, at) => matchesGlob(segment, String(patterns[at])))
  )
}

/** Greedy matching that returns to the last star only: O(text × pattern) at worst. */
function matchesGlob(segment: string, glob: string): boolean {
  const text = Array.from(segment)
  const wanted = Array.from(glob)
  let at = 0
  let want = 0
  let star = -1
  let starAt = 0
  while (at < text.length) {
    if (wanted[want] === '*') {
      star = want++
      starAt = at
    } else if (wanted[want] === '?' || wanted[want] === text[at]) {
      want++
      at++
    } else if (star >= 0) {
      want = star + 1
      at = ++starAt
    } else {
      return false
    }
  }
  return wanted.slice(want).every((rest) => rest === '*')
}

export async function isInScope(path: string, scope: Scope): Promise<boolean> {
  if ('paths' in scope) return scope.paths.some((pattern) => matchesPattern(path, pattern))
  const hash = await pathHash(path)
  return scope.pathHashPrefixes.some((prefix) => hash.startsWith(prefix))
}

/** The one bin that may speak for a path: the leading bits of its hash. */
export async function binName(path: string, roles: SuccinctRoles): Promise<string> {
  const leading = Number.parseInt((await pathHash(path)).slice(0, 8), 16)
  const bin = Math.floor(leading / 2 ** (32 - roles.bitLength))
  const digits = Math.ceil(roles.bitLength / 4)
  return `${roles.namePrefix}-${bin.toString(16).padStart(digits, '0')}`
}

function pathHash(path: string): Promise<string> {
  return hexDigest('SHA-256', new TextEncoder().encode(path))
}
