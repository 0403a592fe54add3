/** Whether a number stands where lenders are spoken of: decides `unlisted-service` versus `ordinary`. */
import type { Found } from '../phone/found.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'
import {
  COURIER_AHEAD,
  EVERY_TRADE,
  LENDING_WORDS,
  OFFERED_AHEAD,
  OFFERED_BEHIND,
  OTHER_TRADES,
} from './context-words.ts'
import type { Passage, Place } from './passage.ts'
import { hasPlainName, type NamedHit } from './read-names.ts'

/** Kinds that lend; naming a shop's, carrier's or payment group is no lending context by itself. */
const LENDER_KINDS = new Set(['bank', 'consumer-finance', 'microloan', 'platform', 'guarantee'])
/** How far (UTF-16 units) from the number a lending word counts on a page; a message counts as a whole. */
const PAGE_REACH = 80
const OFFER_REACH = 14

export interface LendingContext {
  /** True when the number at this place is in a lending context. */
  near(found: Found): boolean
  /** True when a mobile or foreign number is offered there as a service line. */
  offered(found: Found): boolean
}

/** True when the institution itself lends money. */
export function isLender(id: string, index: RegistryIndex): boolean {
  return LENDER_KINDS.has(index.institutions.get(id)?.kind ?? '')
}

/** Reads the lending context of one passage once. */
export function readLendingContext(
  passage: Passage,
  place: Place,
  hits: readonly NamedHit[],
  index: RegistryIndex,
): LendingContext {
  const message = place.mode === 'sms' || passage.sender !== undefined
  const trade = OTHER_TRADES.test(`${passage.text}　${passage.around ?? ''}　${place.title ?? ''}`)
  const signed = namesLender(
    hits.filter((hit) => hit.signature),
    trade,
    index,
  )
  const everywhere =
    namesLender(hits, trade, index) || placeLends(place, index) || lendsAround(passage.around ?? '', index)
  const words = lendingWords(passage.text, trade)
  return {
    near: (found) =>
      everywhere ||
      (place.mode === 'page'
        ? words.some((at) => at >= found.start - PAGE_REACH && at <= found.end + PAGE_REACH)
        : words.length > 0),
    offered: (found) => {
      const ahead = passage.text.slice(Math.max(0, found.start - OFFER_REACH), found.start)
      if (COURIER_AHEAD.test(ahead)) return false
      if (signed && (message || place.mode === 'look-up')) return true
      return OFFERED_AHEAD.test(ahead) || OFFERED_BEHIND.test(passage.text.slice(found.end, found.end + OFFER_REACH))
    },
  }
}

/** A lender's name anywhere in the block; a payment or group brand only as signature or beside a telephone, and in no other trade (a parcel from 【京东】). */
function namesLender(hits: readonly NamedHit[], trade: boolean, index: RegistryIndex): boolean {
  return hits.some((hit) =>
    hit.institutions.some((id) => {
      const kind = index.institutions.get(id)?.kind
      if (isLender(id, index)) return true
      return !trade && (kind === 'payment' || kind === 'group') && (hit.signature || hit.addressed)
    }),
  )
}

function placeLends(place: Place, index: RegistryIndex): boolean {
  if (place.mode !== 'page') return false
  const host = hostOf(place.url)
  if (host !== '' && index.lenderOfHost(host) !== undefined) return true
  return lendsAround(place.title ?? '', index)
}

function lendsAround(text: string, index: RegistryIndex): boolean {
  if (text === '') return false
  return lendingWords(text, true).length > 0 || hasPlainName(text, index, (id) => isLender(id, index))
}

function lendingWords(text: string, trade: boolean): number[] {
  const places: number[] = []
  for (const match of text.matchAll(LENDING_WORDS)) {
    if (trade && EVERY_TRADE.has(match[0])) continue
    places.push(match.index)
  }
  return places
}

/** The host of an address, lower case; empty when there is none. */
export function hostOf(url: string | undefined): string {
  if (!url || !URL.canParse(url)) return ''
  return new URL(url).hostname
}
