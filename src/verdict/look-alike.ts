/** The look-alike rule: one digit apart, or extra digits behind a short code, and only beside the owner's name. */
import type { PublishedHotline, PublishedInstitution } from '../registry/schema.ts'
import { isInForce } from './registry-clock.ts'

export interface Likeness {
  institution: PublishedInstitution
  /** The listed line it resembles. */
  hotline: PublishedHotline
  /** Indexes into the number that was read. */
  differing: number[]
}

const SERVICE_NUMBER = /^[48]00\d{7}$/
const OWN_CODE = /^(?:95|96)\d{3,4}$/
/** Enterprise codes whose extra digits nobody else can have, and the carriers' five digits. */
const GLUED = /^(?:9(?:53|55|56)\d{3,6}|100\d{3})$/

/**
 * Compares an unlisted number with the listed numbers of the institutions named beside it.
 * 10 digits: one substitution or one swap of neighbours, never when the number ends with the owner's own short code
 * (400-xx-95558 is that bank's normal style) or the record says `dense`. Short codes: extra digits only.
 */
export function findLikeness(
  canonical: string,
  named: readonly PublishedInstitution[],
  today: string,
): { kind: 'one-digit-apart' | 'glued-digits'; likeness: Likeness } | undefined {
  for (const institution of named) {
    const likeness = SERVICE_NUMBER.test(canonical) ? compareService(canonical, institution, today) : undefined
    if (likeness) return { kind: 'one-digit-apart', likeness }
    const glued = GLUED.test(canonical) ? findGlued(canonical, institution, today) : undefined
    if (glued) return { kind: 'glued-digits', likeness: glued }
  }
  return undefined
}

function linesInForce(institution: PublishedInstitution, today: string) {
  return institution.hotlines.filter((line) => isInForce(line, today))
}

function compareService(canonical: string, institution: PublishedInstitution, today: string): Likeness | undefined {
  if (institution.dense) return undefined
  let nearest: Likeness | undefined
  for (const line of linesInForce(institution, today)) {
    if (OWN_CODE.test(line.canonical) && canonical.endsWith(line.canonical)) return undefined
    if (nearest || !SERVICE_NUMBER.test(line.canonical)) continue
    const differing = differingDigits(canonical, line.canonical)
    if (differing) nearest = { institution, hotline: line, differing }
  }
  return nearest
}

/** The positions of one substitution or one swap of neighbours; undefined when more differs. */
export function differingDigits(a: string, b: string): number[] | undefined {
  if (a.length !== b.length) return undefined
  const differing: number[] = []
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue
    if (differing.length === 2) return undefined
    differing.push(at)
  }
  if (differing.length === 1) return differing
  const [first, second] = differing
  if (first === undefined || second === undefined || second !== first + 1) return undefined
  return a[first] === b[second] && a[second] === b[first] ? differing : undefined
}

function findGlued(canonical: string, institution: PublishedInstitution, today: string): Likeness | undefined {
  for (const line of linesInForce(institution, today)) {
    const code = line.canonical
    if (code.length < 5 || code.length >= canonical.length || !canonical.startsWith(code)) continue
    const differing = Array.from({ length: canonical.length - code.length }, (_, at) => code.length + at)
    return { institution, hotline: line, differing }
  }
  return undefined
}
