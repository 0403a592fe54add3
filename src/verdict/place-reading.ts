/** What the place tells before any passage is read: mode, title and the lender behind the host. Context only, never a claim. */
import { simplify } from '../registry/fold-name.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'
import type { Place } from './passage.ts'
import { readNames } from './read-names.ts'

export interface PlaceReading {
  mode: Place['mode']
  /** Cut to what a reader sees of it. */
  title: string
  /** Who is named by the title or owns the host: their lines contradict nobody here. */
  owners: ReadonlySet<string>
  /** A lender's own domain. */
  lenderHost: boolean
}

/** Titles are the page's to choose: no more of one is read, in UTF-16 units. */
const LONGEST_TITLE = 300

/** Reads the place once for all passages of a batch. */
export function readPlace(place: Place, index: RegistryIndex): PlaceReading {
  const title = simplify((place.title ?? '').slice(0, LONGEST_TITLE))
  const host = place.mode === 'page' ? index.lenderOfHost(hostOf(place.url)) : undefined
  const named = title === '' ? [] : readNames(title, [], index).flatMap((hit) => hit.institutions)
  return {
    mode: place.mode,
    title,
    owners: new Set(host === undefined ? named : [...named, host]),
    lenderHost: host !== undefined,
  }
}

/** The host of an address, lower case; empty when there is none. */
function hostOf(url: string | undefined): string {
  if (!url || !URL.canParse(url)) return ''
  return new URL(url).hostname
}
