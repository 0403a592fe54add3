/** Does the evidence carry “official”? Recomputed from the evidence at every build (registry design, “Evidence bar”). */
import type { Evidence } from '../registry/institution-record.ts'
import type { InstitutionKind } from '../registry/schema.ts'

/** Dated content older than this proves nothing about today. */
const MAX_AGE_YEARS = 3

export type BarVerdict = { holds: true; by: 'primary' | 'two-secondary' | 'government'; newest?: string } | BelowBar

export interface BelowBar {
  holds: false
  /** One clause for the maintainers: “one source only”. */
  reason: string
  newest?: string
}

/**
 * One primary or regulator source, or two independent secondary ones of which one is citable; the newest dated
 * content at most three years old at `at` (ISO 8601). A public line may instead rest on one government host of any date.
 */
export function evidenceBar(kind: InstitutionKind, evidence: Evidence[], at: string): BarVerdict {
  const counted = evidence.filter((item) => item.counts !== false)
  const newest = newestSeen(counted)
  const withDate = newest === undefined ? {} : { newest }
  if (isPublic(kind) && counted.some(isGovernment)) return { holds: true, by: 'government', ...withDate }
  const by = authorityOf(counted)
  if (typeof by === 'object') return { ...by, ...withDate }
  if (newest === undefined) return { holds: false, reason: 'no source carries a date' }
  if (isStale(newest, at))
    return {
      holds: false,
      reason: `the newest dated content (${newest}) is more than ${MAX_AGE_YEARS} years old`,
      newest,
    }
  return { holds: true, by, newest }
}

/** Authorities and public lines: never a lender. */
export function isPublic(kind: InstitutionKind): boolean {
  return kind === 'authority' || kind === 'public-line'
}

/** A source that a reader can open. */
export function isCitable(item: Evidence): boolean {
  return !('undisclosed' in item.source)
}

/** The newest date of the items that count (of all, when none counts), as written; `undefined` when none is dated. */
export function newestSeen(evidence: Evidence[]): string | undefined {
  const counted = evidence.filter((item) => item.counts !== false)
  const dates = (counted.length > 0 ? counted : evidence).flatMap((item) =>
    item.seen === undefined ? [] : [item.seen],
  )
  return dates.sort((a, b) => (firstDayOf(a) < firstDayOf(b) ? -1 : 1)).at(-1)
}

/** A government host, by its exact ending: `gov.cn.example.com` is none. */
export function isGovernmentHost(hostName: string): boolean {
  return hostName === 'gov.cn' || hostName.endsWith('.gov.cn')
}

/** Host of the source in small letters; `undefined` when it has no address of its own. */
export function hostOf(item: Evidence): string | undefined {
  return 'url' in item.source ? URL.parse(item.source.url)?.hostname : undefined
}

function isGovernment(item: Evidence): boolean {
  const name = hostOf(item)
  return name !== undefined && isGovernmentHost(name)
}

function authorityOf(counted: Evidence[]): 'primary' | 'two-secondary' | BelowBar {
  if (counted.some((item) => item.kind !== 'secondary' && isCitable(item))) return 'primary'
  const groups = new Set(counted.map((item) => item.group))
  if (groups.size === 0) return { holds: false, reason: 'no source that counts' }
  if (groups.size === 1) return { holds: false, reason: 'one independent source only' }
  if (!counted.some(isCitable)) return { holds: false, reason: 'no source that a reader can open' }
  return 'two-secondary'
}

/** True when the newest dated content is too old to prove anything at `at` (ISO 8601). */
export function isStale(newest: string, at: string): boolean {
  return firstDayOf(newest) < yearsBefore(at, MAX_AGE_YEARS)
}

/** Partial dates count from their first day: the careful reading. */
function firstDayOf(seen: string): string {
  return `${seen}-01-01`.slice(0, 10)
}

function yearsBefore(at: string, years: number): string {
  return `${Number(at.slice(0, 4)) - years}${at.slice(4, 10)}`
}
