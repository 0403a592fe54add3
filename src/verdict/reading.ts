/** Everything the judge reads from one passage before it looks at a single number. */
import { simplify } from '../registry/fold-name.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'
import { type Claims, drawClaims, isAuthority } from './claims.ts'
import { firstFrom } from './first-from.ts'
import { type LendingContext, readLendingContext } from './lending-context.ts'
import type { Passage } from './passage.ts'
import type { PlaceReading } from './place-reading.ts'
import { type NamedHit, readNames } from './read-names.ts'
import { readSender, type SenderClass } from './sender.ts'
import { readTactics, type TacticReading } from './tactic-tips.ts'

export interface Reading {
  text: string
  hits: NamedHit[]
  claims: Claims
  lending: LendingContext
  sender: SenderClass
  tactics: TacticReading
  /** The text names this institution or one of its family. */
  names(id: string): boolean
  /** So does the text, the title or the host: a line of it contradicts nobody here. */
  agrees(id: string): boolean
  /** Whoever a caller may mean, by how near their name stands to a place; a signature comes before all. */
  nearestFirst(at: number): string[]
  /** Canonical numbers that also stand in the passage without any disguise (a reading aid beside them is no trick). */
  plain: ReadonlySet<string>
}

/** Reads one passage. Linear in its text. */
export function readPassage(written: Passage, place: PlaceReading, index: RegistryIndex): Reading {
  const around = written.around === undefined ? {} : { around: simplify(written.around) }
  const passage: Passage = { ...written, text: simplify(written.text), ...around }
  const hits = readNames(passage.text, passage.found, index)
  const claims = drawClaims(hits, index)
  return {
    text: passage.text,
    hits,
    claims,
    names: agreement(claims.named, index),
    agrees: agreement(new Set([...claims.named, ...place.owners]), index),
    nearestFirst: byDistance(claims.meant, hits),
    plain: new Set(passage.found.filter((one) => one.disguise.length === 0).map((one) => one.canonical)),
    lending: readLendingContext(passage, place, hits, index),
    sender: readSender(passage.sender, index),
    tactics: readTactics(passage.text, `${place.title}\n${passage.around ?? ''}`, index),
  }
}

function agreement(named: ReadonlySet<string>, index: RegistryIndex): (id: string) => boolean {
  const business = [...named].filter((id) => !isAuthority(id, index))
  const known = new Map<string, boolean>()
  return (id) => {
    const answer = known.get(id) ?? (named.has(id) || business.some((one) => index.kinship.related(one, id)))
    known.set(id, answer)
    return answer
  }
}

function byDistance(claimed: readonly string[], hits: readonly NamedHit[]): (at: number) => string[] {
  if (claimed.length < 2) return () => [...claimed]
  const places = new Map(claimed.map((id) => [id, hits.filter((hit) => hit.institutions.includes(id))]))
  return (at) => {
    const away = new Map(claimed.map((id) => [id, distance(places.get(id) ?? [], at)]))
    return [...claimed].sort((a, b) => (away.get(a) ?? 0) - (away.get(b) ?? 0))
  }
}

/** From a place to the nearest of the names, which stand in text order. */
function distance(hits: readonly NamedHit[], at: number): number {
  if (hits[0]?.signature || hits[1]?.signature) return -1
  const next = firstFrom(hits, at)
  const behind = hits[next]
  const ahead = hits[next - 1]
  return Math.min(
    behind ? behind.start - at : Number.POSITIVE_INFINITY,
    ahead ? Math.max(at - ahead.end, 0) : Number.POSITIVE_INFINITY,
  )
}
