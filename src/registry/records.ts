/** The institutions of a data set for look-ups: as objects, or still as the bytes they were signed in. */
import { keyOf } from './number-table.ts'
import type { PublishedHotline, PublishedInstitution, Snapshot } from './schema.ts'
import type { StateHead } from './state.ts'

/** What is known of an institution without its lines. */
export type InstitutionBrief = Omit<PublishedInstitution, 'hotlines'>

/** The numbers of all lines, lines counted through all institutions. */
export interface LineKeys {
  /** `keyOf` of the canonical number, then of what else the line answers to; 0 for what is no key. */
  keys: number[]
  /** The line of each key. */
  lines: number[]
  /** The institution of each line. */
  owners: number[]
  /** The first line of each institution. */
  first: number[]
}

export interface Records {
  head: StateHead
  ids: readonly string[]
  lineKeys: LineKeys
  /** All institutions in the order of `ids`. */
  briefs(): readonly InstitutionBrief[]
  institution(at: number): PublishedInstitution
}

export function recordsOf(snapshot: Snapshot): Records {
  const { institutions, ...head } = snapshot
  const lineKeys: LineKeys = { keys: [], lines: [], owners: [], first: [] }
  for (const [owner, { hotlines }] of institutions.entries()) {
    lineKeys.first.push(lineKeys.owners.length)
    for (const hotline of hotlines) addLine(lineKeys, owner, keysOf(hotline))
  }
  return {
    head,
    ids: institutions.map(({ id }) => id),
    lineKeys,
    briefs: () => institutions,
    institution: (at) => {
      const found = institutions[at]
      if (found === undefined) throw new Error(`there is no institution ${at}`)
      return found
    },
  }
}

function keysOf({ canonical, forms = [] }: PublishedHotline): number[] {
  const local = [canonical, ...forms].flatMap((form) => localCodeIn(form) ?? [])
  return [canonical, ...forms, ...local].map(keyOf)
}

/** One more line of the institution that is being read. A key twice in one line would give the line twice. */
export function addLine(to: LineKeys, owner: number, keys: readonly number[]): void {
  const line = to.owners.push(owner) - 1
  keys.forEach((key, at) => {
    if (at > 0 && keys.indexOf(key) < at) return
    to.keys.push(key)
    to.lines.push(line)
  })
}

/** A local five- or six-digit 96 code behind an area code. */
const AREA_AND_LOCAL_CODE = /^0(?:10|2\d|[3-9]\d{2})(96\d{3,4})$/

/** `0772-96289` also answers to `96289`. */
export function localCodeIn(form: string): string | undefined {
  return AREA_AND_LOCAL_CODE.exec(form)?.[1]
}
