/** Who is named here: the claims of one block or message after the directory rule. */
import type { RegistryIndex } from '../registry/registry-index.ts'
import type { NamedHit } from './read-names.ts'

export interface Claims {
  /** Everyone named, also in directories: naming a line's owner is agreement. */
  named: ReadonlySet<string>
  /** Institutions named after the directory rule (a directory claims nobody), without denied ones, sorted by id. */
  claimed: string[]
  /** Whoever a caller may mean, sorted by id: the claims, and in a directory who signs it. */
  meant: string[]
  /** The one institution (or one family) whose hotline the text is about; empty when there is none or more than one. */
  speaker: string[]
  /** Three or more institutions: a list, nobody in particular. */
  directory: boolean
  signed: boolean
}

const DIRECTORY_FROM = 3

/** Authorities are mentioned by everyone (央行, 金融监管总局): they neither make a directory nor contradict an owner. */
export function isAuthority(id: string, index: RegistryIndex): boolean {
  const kind = index.institutions.get(id)?.kind
  return kind === 'authority' || kind === 'public-line'
}

/** Draws the claims from the names of one block. */
export function drawClaims(hits: readonly NamedHit[], index: RegistryIndex): Claims {
  const named = new Set(hits.flatMap((hit) => hit.institutions))
  const business = hits.filter((hit) => hit.institutions.some((id) => !isAuthority(id, index)))
  const directory = countDistinct(business) >= DIRECTORY_FROM
  const signers = [...new Set(hits.filter((hit) => hit.signature).flatMap((hit) => hit.institutions))]
  const affirmed = hits.filter((hit) => !hit.denied)
  const claimed = directory ? [] : claimsOf(affirmed, index)
  return {
    named,
    claimed: [...claimed].sort(),
    meant: [...(directory ? signers : claimed)].sort(),
    speaker: directory ? [] : findSpeaker(business, signers, index),
    directory,
    signed: signers.length > 0,
  }
}

/** Beside a lender the regulators it quotes claim nothing; alone they do. */
function claimsOf(hits: readonly NamedHit[], index: RegistryIndex): string[] {
  const ids = [...new Set(hits.flatMap((hit) => hit.institutions))]
  const business = ids.filter((id) => !isAuthority(id, index))
  return business.length > 0 ? business : ids
}

/** One name borne by two institutions is one institution named. */
function countDistinct(hits: readonly NamedHit[]): number {
  const counted = new Set<string>()
  let count = 0
  for (const hit of hits) {
    if (!hit.institutions.some((id) => counted.has(id))) count++
    for (const id of hit.institutions) counted.add(id)
  }
  return count
}

function findSpeaker(hits: readonly NamedHit[], signers: string[], index: RegistryIndex): string[] {
  if (signers.length > 0) return signers.some((id) => isAuthority(id, index)) ? [] : signers
  const meant = hits.filter((hit) => !hit.channel && !hit.denied)
  const first = meant[0]
  if (!first) return []
  const oneFamily = meant.every((hit) =>
    hit.institutions.some((id) => first.institutions.some((other) => index.kinship.related(id, other))),
  )
  return oneFamily ? [...new Set(meant.flatMap((hit) => hit.institutions))] : []
}
