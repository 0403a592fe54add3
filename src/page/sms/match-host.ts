/** Host and path patterns of adapters: exact or `*.suffix` hosts, `*` globs for paths. No regular expressions. */
import type { HostMatch } from './adapter.ts'

const hostLabels = /^(\*\.)?([a-z0-9-]+\.)+[a-z0-9-]+$/

/** True for a lower-case host of two labels or more, with at most one leading `*.` before two or more. */
export function isHostPattern(pattern: string): boolean {
  return pattern.length <= 253 && hostLabels.test(pattern)
}

export function matchesHost(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host
  return host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1
}

/** Linear glob: the pieces between the stars must follow each other, the first and last at the ends. */
export function matchesPath(pattern: string, path: string): boolean {
  const pieces = pattern.split('*')
  const first = pieces[0] ?? ''
  if (pieces.length === 1) return path === first
  const last = pieces.at(-1) ?? ''
  if (!path.startsWith(first) || !path.endsWith(last)) return false
  let from = first.length
  for (const piece of pieces.slice(1, -1)) {
    const at = path.indexOf(piece, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return from <= path.length - last.length
}

export function matchesLocation(
  matches: readonly HostMatch[],
  location: { hostname: string; pathname: string },
): boolean {
  return matches.some(
    (match) => matchesHost(match.host, location.hostname) && matchesPath(match.path, location.pathname),
  )
}

/** True when every host that `narrow` can match is also matched by one of `wide`: what an update may do to hosts. */
export function narrowsHosts(narrow: string, wide: readonly HostMatch[]): boolean {
  return wide.some(({ host }) => {
    if (host === narrow) return true
    if (!host.startsWith('*.')) return false
    return narrow.startsWith('*.') ? narrow.endsWith(host.slice(1)) : matchesHost(host, narrow)
  })
}
