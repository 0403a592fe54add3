/** The line to call instead: listed, confirmed, taking calls, of the institution that is meant. */
import type { IndexedLine, RegistryIndex } from '../registry/registry-index.ts'
import type { PublishedHotline, PublishedInstitution } from '../registry/schema.ts'
import { isInForce } from './registry-clock.ts'
import type { MatchedLine } from './verdict.ts'

/** How well a purpose serves a caller who only wants the right institution; smaller is better. */
const BY_PURPOSE: Partial<Record<string, number>> = { general: 0, loan: 1, repayment: 2, 'credit-card': 3 }

/** The published form of a line inside a verdict. */
export function describeLine({ institution, hotline }: IndexedLine): MatchedLine {
  const source = hotline.sources[0]
  return {
    institution: institution.id,
    number: hotline.number,
    canonical: hotline.canonical,
    label: hotline.label,
    purpose: hotline.purpose,
    ...(source && { source }),
    ...(hotline.seen && { seen: hotline.seen }),
    ...(hotline.successor && { successor: hotline.successor }),
    ...(hotline.validTo && { validTo: hotline.validTo }),
  }
}

/** The best in-bound line of the first of these institutions that has one; a child falls back on its group's line. */
export function findLineToCall(ids: readonly string[], index: RegistryIndex, today: string): MatchedLine | undefined {
  for (const id of ids) {
    const line = bestLine(index.institutions.get(id), today) ?? groupLine(id, index, today)
    if (line) return describeLine(line)
  }
  return undefined
}

function groupLine(id: string, index: RegistryIndex, today: string): IndexedLine | undefined {
  const parent = index.institutions.get(id)?.parent
  return parent === undefined ? undefined : bestLine(index.institutions.get(parent), today)
}

function bestLine(institution: PublishedInstitution | undefined, today: string): IndexedLine | undefined {
  if (!institution) return undefined
  let best: IndexedLine | undefined
  for (const hotline of institution.hotlines) {
    if (hotline.level !== 'official' || hotline.direction === 'out') continue
    if (!isInForce(hotline, today)) continue
    if (!best || rank(hotline) < rank(best.hotline)) best = { institution, hotline }
  }
  return best
}

/** A local 96… code rings the right place in one province only, so every national line comes before it. */
function rank(hotline: PublishedHotline): number {
  const local = /^96\d{3,4}$/.test(hotline.canonical) ? 10 : 0
  return local + (BY_PURPOSE[hotline.purpose] ?? 9)
}
