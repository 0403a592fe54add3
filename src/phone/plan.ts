/** What digits are, as one number, and what it says: family, prefix, kind, canonical form. Made by numbering-plan.ts. */
import type { Canonical, NumberKind } from './found.ts'

/** What digits are, in one number: family, prefix, digits to leave off in front, trunk 0 to put there. 0: no number. */
export type Plan = number

/** Narrower than the kind: decides how much context a number needs. Up to `FOREIGN` the shape alone is strong evidence. */
export const MOBILE = 1
export const SERVICE_400 = 2
export const SERVICE_800 = 3
export const LANDLINE = 4
/** A landline behind a four-digit area code that nobody has. */
export const LANDLINE_ODD_AREA = 5
export const FOREIGN = 6
/** Foreign without + or 00. */
export const FOREIGN_BARE = 7
export const AREA_SHORT = 8
export const SENDER = 9
/** This and what follows are short codes. */
export const EMERGENCY = 10
export const CARRIER = 11
export const CARRIER_MAIN = 12
export const PUBLIC = 13
export const GOVERNMENT = 14
export const CODE_95 = 15
export const CODE_95_LONG = 16
export const CODE_96 = 17
export const CODE_1010 = 18

/** What stood before the national number: nothing, +86 or 0086, a carrier's prefix, a + that nobody dials. */
export const NO_PREFIX = 0
export const COUNTRY_CODE = 1
export const IP_PREFIX = 2
export const SPOOFED_PLUS = 3

const PREFIX = 1 << 5
const STRIP = 1 << 7
/** A trunk 0 belongs in front. */
export const TRUNK = 1 << 12

export function familyOf(plan: Plan): number {
  return plan & 31
}
export function prefixOf(plan: Plan): number {
  return (plan >> 5) & 3
}
/** How many digits in front are no part of the canonical form. */
export function strippedOf(plan: Plan): number {
  return (plan >> 7) & 31
}
export function isStrong(plan: Plan): boolean {
  return familyOf(plan) <= FOREIGN
}
export function isForeign(plan: Plan): boolean {
  return familyOf(plan) === FOREIGN || familyOf(plan) === FOREIGN_BARE
}
export function isLandline(plan: Plan): boolean {
  return familyOf(plan) === LANDLINE || familyOf(plan) === LANDLINE_ODD_AREA
}

const KINDS: readonly NumberKind[] = [
  'short-code',
  'mobile',
  'service-400',
  'service-800',
  'landline',
  'landline',
  'foreign',
  'foreign',
  'short-code',
  'sender-id',
]

export function numberKindOf(plan: Plan): NumberKind {
  return KINDS[familyOf(plan)] ?? 'short-code'
}

/** `digits`: all of them, ASCII, as given to `matchPlan`. */
export function canonicalOf(digits: string, plan: Plan): Canonical {
  const lead = isForeign(plan) ? '+' : (plan & TRUNK) !== 0 ? '0' : ''
  return (lead + digits.slice(strippedOf(plan))) as Canonical
}

/** The plan of what follows `strip` digits. */
export function behind(strip: number, plan: Plan, prefix = 0): Plan {
  return plan && plan + strip * STRIP + prefix * PREFIX
}
