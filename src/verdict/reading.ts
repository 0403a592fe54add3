/** Everything the judge reads from one passage before it looks at a single number. */
import type { RegistryIndex } from '../registry/registry-index.ts'
import { type Claims, drawClaims } from './claims.ts'
import { hostOf, type LendingContext, readLendingContext } from './lending-context.ts'
import type { Passage, Place } from './passage.ts'
import { type NamedHit, readNames } from './read-names.ts'
import { readSender, type SenderClass } from './sender.ts'
import { readTactics, type TacticReading } from './tactic-tips.ts'

export interface Reading {
  hits: NamedHit[]
  claims: Claims
  lending: LendingContext
  /** The lender on whose own domain the passage stands. */
  host: string | undefined
  sender: SenderClass
  tactics: TacticReading
}

/** Reads one passage. Linear in its text. */
export function readPassage(passage: Passage, place: Place, index: RegistryIndex): Reading {
  const hits = readNames(passage.text, passage.found, index)
  return {
    hits,
    claims: drawClaims(hits, index),
    lending: readLendingContext(passage, place, hits, index),
    host: place.mode === 'page' ? index.lenderOfHost(hostOf(place.url)) : undefined,
    sender: readSender(passage.sender, index),
    tactics: readTactics(passage.text, `${place.title ?? ''}\n${passage.around ?? ''}`, index),
  }
}
