/** Whether a number stands where lenders are spoken of: decides `unlisted-service` versus `ordinary`. */
import type { Found } from '../phone/found.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'
import {
  CALL_ME,
  CONTACT_AHEAD,
  COURIER_AHEAD,
  EVERY_TRADE,
  HIRING,
  LATE,
  LATE_ELSEWHERE,
  LENDING_WORDS,
  MESSAGE_WORDS,
  MONEY_WORDS,
  OTHER_TRADES,
  SERVED_AHEAD,
  SERVED_BEHIND,
  SERVICE_WORD,
  SIGNATURES,
} from './context-words.ts'
import { firstFrom } from './first-from.ts'
import type { Passage } from './passage.ts'
import type { PlaceReading } from './place-reading.ts'
import { type NamedHit, readNames } from './read-names.ts'

/** Kinds that lend; naming a shop's, carrier's or payment group is no lending context by itself. */
const LENDER_KINDS = new Set(['bank', 'consumer-finance', 'microloan', 'platform', 'guarantee'])
/** How far (UTF-16 units) from the number a lending word counts on a page; a message counts as a whole. */
const PAGE_REACH = 80
const OFFER_REACH = 14
/** In a message the words are fewer and all belong together. */
const MESSAGE_OFFER_REACH = 30

export interface LendingContext {
  /** True when the number at this place is in a lending context. */
  near(found: Found): boolean
  /** True when a mobile or foreign number is offered there as a service line; a text message that is nothing but a number offers it. */
  offered(found: Found): boolean
}

/** True when the institution itself lends money. */
export function isLender(id: string, index: RegistryIndex): boolean {
  return LENDER_KINDS.has(index.institutions.get(id)?.kind ?? '')
}

/** Reads the lending context of one passage once. */
export function readLendingContext(
  passage: Passage,
  place: PlaceReading,
  hits: readonly NamedHit[],
  index: RegistryIndex,
): LendingContext {
  const message = place.mode !== 'page'
  const around = `${passage.around ?? ''}　${place.title}　${passage.sender ?? ''}`
  const ownTrade = OTHER_TRADES.test(passage.text)
  const trade = ownTrade || OTHER_TRADES.test(around)
  const signatures = hits.filter((hit) => hit.signature)
  const addressed = message && !isSignedByStranger(passage.text, signatures)
  const words = lendingWords(passage.text, trade, addressed || MONEY_WORDS.test(`${passage.text}${around}`))
  const everywhere =
    namesLender(hits, trade, index) ||
    placeLends(place, index) ||
    (!ownTrade && lendsAround(passage.around ?? '', index)) ||
    (message && (words.length > 0 || messageLends(passage, place, trade, index)))
  return {
    near: (found) => {
      const next = words[firstFrom(words, found.start - PAGE_REACH)]
      return everywhere || (next !== undefined && next.start <= found.end + PAGE_REACH)
    },
    offered: readOffers(passage, place, hits, trade, HIRING.test(passage.text) || HIRING.test(around), index),
  }
}

function readOffers(
  passage: Passage,
  place: PlaceReading,
  hits: readonly NamedHit[],
  trade: boolean,
  hiring: boolean,
  index: RegistryIndex,
): LendingContext['offered'] {
  const message = place.mode !== 'page'
  const reach = message ? MESSAGE_OFFER_REACH : OFFER_REACH
  const signatures = hits.filter((hit) => hit.signature)
  const signed = message && namesLender(signatures, trade, index)
  const introduced = message && hits.some((hit) => hit.addressed && hit.institutions.some((id) => isLender(id, index)))
  return (found) => {
    const ahead = passage.text.slice(Math.max(0, found.start - reach), found.start)
    if (COURIER_AHEAD.test(ahead) || hiring) return false
    // A message that is nothing but a number offers it.
    if (place.mode === 'sms' && passage.text.trim() === found.raw) return true
    if (signed || SERVED_AHEAD.test(ahead)) return true
    if (introduced && CALL_ME.test(ahead)) return true
    if (!trade && isContact(ahead, message)) return true
    return SERVED_BEHIND.test(passage.text.slice(found.end, found.end + reach))
  }
}

/** On a page 电话 or 打 alone is also how anybody gives his own number; a message gives it for an answer. */
function isContact(ahead: string, message: boolean): boolean {
  return CONTACT_AHEAD.test(ahead) || (message && /电话|[打拨]\s*$/.test(ahead))
}

/** Somebody the registry does not know signs the message. */
function isSignedByStranger(text: string, signatures: readonly NamedHit[]): boolean {
  return signatures.length === 0 && text.search(SIGNATURES) >= 0
}

/** A message lends when it speaks of an account, quotes a lender's line, or comes from someone who is called one. */
function messageLends(passage: Passage, place: PlaceReading, trade: boolean, index: RegistryIndex): boolean {
  if (passage.sender !== undefined && lendsAround(passage.sender, index)) return true
  if (place.mode === 'sms' && !trade && MESSAGE_WORDS.test(passage.text)) return true
  return passage.found.some((found) =>
    index.linesOf(found.canonical).some((line) => isLender(line.institution.id, index)),
  )
}

/** A lender's name anywhere in the block; a payment or group brand only as signature or beside a telephone, and in no other trade (a parcel from 【京东】). */
function namesLender(hits: readonly NamedHit[], trade: boolean, index: RegistryIndex): boolean {
  return hits.some(
    (hit) =>
      !hit.channel &&
      hit.institutions.some((id) => {
        const kind = index.institutions.get(id)?.kind
        if (isLender(id, index)) return true
        return !trade && (kind === 'payment' || kind === 'group') && (hit.signature || hit.addressed)
      }),
  )
}

function placeLends(place: PlaceReading, index: RegistryIndex): boolean {
  if (place.mode !== 'page') return false
  return place.lenderHost || lendsAround(place.title, index)
}

function lendsAround(text: string, index: RegistryIndex): boolean {
  if (text === '') return false
  return (
    lendingWords(text, true, false).length > 0 ||
    readNames(text, [], index).some((hit) => hit.institutions.some((id) => isLender(id, index)))
  )
}

/** Places of the lending words, ascending; those of every trade are left out beside the words of another trade. */
function lendingWords(text: string, trade: boolean, money: boolean): { start: number }[] {
  const places: { start: number }[] = []
  const elsewhere = LATE_ELSEWHERE.test(text)
  for (const match of text.matchAll(LENDING_WORDS)) {
    if (trade && EVERY_TRADE.has(match[0])) continue
    if (!money && match[0] === SERVICE_WORD) continue
    if (elsewhere && match[0] === LATE) continue
    places.push({ start: match.index })
  }
  return places
}
