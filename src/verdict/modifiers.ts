/** The notes beside a verdict: they never change its code. */
import type { Found } from '../phone/found.ts'
import type { IndexedLine, RegistryIndex } from '../registry/registry-index.ts'
import type { Direction } from '../registry/schema.ts'
import type { Decision } from './decide.ts'
import type { Reading } from './reading.ts'
import type { Freshness } from './registry-clock.ts'
import type { Modifier } from './verdict.ts'

/** Distinct phrases from which `taken-care` is said. */
const CARE_FROM = 2

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
  if (reading.sender.kind === 'personal' && reading.claims.meant.length > 0) modifiers.push('personal-sender')
  if (fresh.stale) modifiers.push('stale')
  if (takesCare(decision, reading)) modifiers.push('taken-care')
  const direction = commonDirection(decision)
  if (direction === 'out') modifiers.push('outbound-only')
  if (direction === 'in' && decision.lines.some(neverCalls)) modifiers.push('inbound-only')
  if (isGroupLine(decision, reading, index)) modifiers.push('group-line')
  return modifiers
}

/** Enough scam phrases around a number that nobody lists. */
function takesCare(decision: Decision, reading: Reading): boolean {
  const unlisted = decision.code === 'unlisted-service' || decision.code === 'lookalike'
  return unlisted && reading.tactics.phrases >= CARE_FROM
}

function commonDirection(decision: Decision): Direction | undefined {
  const [first, ...others] = new Set(decision.lines.map((line) => line.hotline.direction))
  return others.length === 0 ? first : undefined
}

/** `in` alone only says that one can call it; that it never calls is known where the record says whence they do call, or what they never do. */
function neverCalls({ institution }: IndexedLine): boolean {
  if ((institution.never ?? []).length > 0) return true
  return institution.hotlines.some((line) => line.direction === 'out' && line.level === 'official')
}

/** The text names a member of the group, and the line is the group's own. */
function isGroupLine(decision: Decision, reading: Reading, index: RegistryIndex): boolean {
  if (decision.code !== 'official' && decision.code !== 'unconfirmed') return false
  const owners = decision.lines.map((line) => line.institution.id)
  const { named } = reading.claims
  if (owners.some((id) => named.has(id))) return false
  return owners.some((owner) => [...named].some((id) => index.kinship.descends(id, owner)))
}
