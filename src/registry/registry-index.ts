/**
 * The registry as the judge reads it: numbers, names, hosts and kinship of one data set, never changed. Each part is made
 * when it is first asked for: a killed worker that is asked for one number does not read 40,000 names first.
 */
import { foldName } from './fold-name.ts'
import { hasLetter, type IndexedName, indexNames } from './index-names.ts'
import { buildKinship, type Kinship } from './kinship.ts'
import { buildNameFinder, type NameFinder } from './name-finder.ts'
import { buildNumberTable } from './number-table.ts'
import { type InstitutionBrief, type Records, recordsOf } from './records.ts'
import type {
  PublishedHotline,
  PublishedInstitution,
  ReportedNumber,
  Snapshot,
  Tactic,
  TacticGuards,
} from './schema.ts'

export interface IndexedLine {
  institution: PublishedInstitution
  hotline: PublishedHotline
}

export interface Institutions {
  get(id: string): PublishedInstitution | undefined
  has(id: string): boolean
  briefs(): readonly InstitutionBrief[]
}

export interface RegistryIndex {
  seq: number
  builtAt: string
  channel: Snapshot['channel']
  institutions: Institutions
  hotlines: number
  /** Lines whose number or listed form is exactly this canonical; a local `0772-96289` also answers to `96289`. */
  linesOf(canonical: string): IndexedLine[]
  reportedAs(canonical: string): ReportedNumber | undefined
  /** Institutions that send from this port or short code. */
  sendersOf(canonical: string): string[]
  nameFinder: NameFinder
  /** By the finder's index. */
  readonly names: readonly IndexedName[]
  /** The same, folded. */
  readonly foldedNames: readonly string[]
  /** Folded name → indexes into `names`. */
  nameOf(folded: string): IndexedName | undefined
  /** Folded SMS signatures → institutions. */
  signatureOf(folded: string): string[]
  /** True for folded names of products that have no app of their own. */
  hasNoApp(folded: string): boolean
  /** The institution behind a host or a parent of it; `claims: none` hosts are left out. */
  lenderOfHost(host: string): string | undefined
  readonly kinship: Kinship
  tactics: Tactic[]
  guards: TacticGuards | undefined
  /** Bytes of the number table, for the bench. */
  tableBytes: number
}

/** Builds the index of a snapshot. Pure; the snapshot's records are shared, not copied. */
export function buildRegistryIndex(snapshot: Snapshot): RegistryIndex {
  return indexRecords(recordsOf(snapshot))
}

/** The index of records, wherever they lie. */
export function indexRecords(records: Records): RegistryIndex {
  const { head } = records
  const names = once(() => indexNames(records.briefs(), head.stopNames ?? []))
  const named = once(() => ({ folded: [...names().keys()], all: [...names().values()] }))
  const finder = once(() => buildNameFinder(named().folded))
  const signatures = once(() => indexMany(records.briefs(), (one) => (one.smsSignatures ?? []).map(foldName)))
  const senders = once(() => indexMany(records.briefs(), (one) => one.senders ?? []))
  const hosts = once(() => indexHosts(records.briefs()))
  const appless = once(() => indexAppless(records.briefs()))
  const kinship = once(() => buildKinship(records))
  const reported = new Map(head.reported.map((entry) => [entry.canonical, entry]))
  return {
    seq: head.seq,
    builtAt: head.builtAt,
    channel: head.channel,
    institutions: indexInstitutions(records),
    ...indexLines(records),
    reportedAs: (canonical) => reported.get(canonical),
    sendersOf: (canonical) => senders().get(canonical) ?? [],
    nameFinder: { find: (text) => (hasLetter(text) ? finder().find(text) : []) },
    get names() {
      return named().all
    },
    get foldedNames() {
      return named().folded
    },
    nameOf: (folded) => names().get(folded),
    signatureOf: (folded) => signatures().get(folded) ?? [],
    hasNoApp: (folded) => appless().has(folded),
    lenderOfHost: (host) => hostOwner(hosts(), host),
    get kinship() {
      return kinship()
    },
    tactics: head.tactics,
    guards: head.guards,
  }
}

/** Makes it when it is first asked for, and keeps it. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function indexInstitutions(records: Records): Institutions {
  const places = new Map(records.ids.map((id, at) => [id, at]))
  return {
    get: (id) => {
      const at = places.get(id)
      return at === undefined ? undefined : records.institution(at)
    },
    has: (id) => places.has(id),
    briefs: records.briefs,
  }
}

function indexLines({ lineKeys: { keys, lines, owners, first }, institution }: Records) {
  const table = buildNumberTable(keys, lines)
  return {
    hotlines: owners.length,
    tableBytes: table.bytes,
    linesOf: (canonical: string) =>
      table.get(canonical).flatMap((line): IndexedLine[] => {
        const owner = owners[line] ?? 0
        const found = institution(owner)
        const hotline = found.hotlines[line - (first[owner] ?? 0)]
        return hotline === undefined ? [] : [{ institution: found, hotline }]
      }),
  }
}

function indexMany(
  institutions: readonly InstitutionBrief[],
  keys: (one: InstitutionBrief) => string[],
): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const one of institutions)
    for (const key of keys(one)) {
      const ids = found.get(key) ?? []
      if (!ids.includes(one.id)) ids.push(one.id)
      found.set(key, ids)
    }
  return found
}

function indexAppless(institutions: readonly InstitutionBrief[]): Set<string> {
  const names = new Set<string>()
  for (const one of institutions) {
    for (const product of one.products ?? []) if (product.noApp) names.add(foldName(product.name))
    if (one.noApp)
      for (const name of [one.name.zh, ...one.aliases.map((alias) => alias.text)]) names.add(foldName(name))
  }
  return names
}

function indexHosts(institutions: readonly InstitutionBrief[]): Map<string, string> {
  const hosts = new Map<string, string>()
  for (const one of institutions)
    for (const domain of one.domains) if (domain.claims === 'lender') hosts.set(domain.host.toLowerCase(), one.id)
  return hosts
}

function hostOwner(hosts: Map<string, string>, host: string): string | undefined {
  let rest = host.toLowerCase().replace(/\.$/, '')
  while (rest.includes('.')) {
    const owner = hosts.get(rest)
    if (owner !== undefined) return owner
    rest = rest.slice(rest.indexOf('.') + 1)
  }
  return undefined
}
