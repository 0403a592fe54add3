/** The notes beside a verdict: they never change its code. */
import type { Found } from '../phone/found.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'
import type { Decision } from './decide.ts'
import type { Reading } from './reading.ts'
import type { Freshness } from './registry-clock.ts'
import type { Modifier } from './verdict.ts'

/** All modifiers of one verdict, in the order of the vocabulary. */
export function findModifiers(
  found: Found,
  decision: Decision,
  reading: Reading,
  index: RegistryIndex,
  fresh: Freshness,
): Modifier[] {
  const modifiers: Modifier[] = []
  if (found.kind === 'foreign') modifiers.push('overseas')
  if (reading.sender.kind === 'personal' && reading.claims.claimed.length > 0) modifiers.push('personal-sender')
  if (fresh.stale) modifiers.push('stale')
  const directions = new Set(decision.lines.map((line) => line.hotline.direction))
  if (directions.size === 1 && directions.has('out')) modifiers.push('outbound-only')
  if (directions.size === 1 && directions.has('in')) modifiers.push('inbound-only')
  if (isGroupLine(decision, reading, index)) modifiers.push('group-line')
  return modifiers
}

/** The text names a member of the group, and the line is the group's own. */
function isGroupLine(decision: Decision, reading: Reading, index: RegistryIndex): boolean {
  if (decision.code !== 'official' && decision.code !== 'unconfirmed') return false
  const owners = decision.lines.map((line) => line.institution.id)
  const { named } = reading.claims
  if (owners.some((id) => named.has(id))) return false
  return owners.some((owner) => [...named].some((id) => index.kinship.descends(id, owner)))
}
