/** The registry as the judge reads it: numbers, names, hosts and kinship of one snapshot, built once and never changed. */
import { foldName } from './fold-name.ts'
import { type IndexedName, indexNames } from './index-names.ts'
import { buildKinship, type Kinship } from './kinship.ts'
import { buildNameAutomaton, type NameAutomaton } from './name-automaton.ts'
import { buildNumberTable } from './number-table.ts'
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

export interface RegistryIndex {
  seq: number
  builtAt: string
  channel: Snapshot['channel']
  institutions: ReadonlyMap<string, PublishedInstitution>
  hotlines: number
  /** Lines whose number or listed form is exactly this canonical; a local `0772-96289` also answers to `96289`. */
  linesOf(canonical: string): IndexedLine[]
  reportedAs(canonical: string): ReportedNumber | undefined
  /** Institutions that send from this port or short code. */
  sendersOf(canonical: string): string[]
  automaton: NameAutomaton
  /** By the automaton's index. */
  names: readonly IndexedName[]
  /** Folded name → indexes into `names`. */
  nameOf(folded: string): IndexedName | undefined
  /** Folded SMS signatures → institutions. */
  signatureOf(folded: string): string[]
  /** True for folded names of products that have no app of their own. */
  hasNoApp(folded: string): boolean
  /** The institution behind a host or a parent of it; `claims: none` hosts are left out. */
  lenderOfHost(host: string): string | undefined
  kinship: Kinship
  tactics: Tactic[]
  guards: TacticGuards | undefined
  /** Bytes of the number table, for the bench. */
  tableBytes: number
}

/** A local five- or six-digit 96 code behind an area code. */
const AREA_AND_LOCAL_CODE = /^0(?:10|2\d|[3-9]\d{2})(96\d{3,4})$/

/** Builds the index of a snapshot. Pure; the snapshot's records are shared, not copied. */
export function buildRegistryIndex(snapshot: Snapshot): RegistryIndex {
  const institutions = new Map(snapshot.institutions.map((one) => [one.id, one]))
  const lines = indexLines(snapshot.institutions)
  const names = indexNames(snapshot)
  const keys = [...names.keys()]
  const signatures = indexMany(snapshot.institutions, (one) => (one.smsSignatures ?? []).map(foldName))
  const senders = indexMany(snapshot.institutions, (one) => one.senders ?? [])
  const reported = new Map(snapshot.reported.map((entry) => [entry.canonical, entry]))
  const hosts = indexHosts(snapshot.institutions)
  const appless = indexAppless(snapshot.institutions)
  return {
    seq: snapshot.seq,
    builtAt: snapshot.builtAt,
    channel: snapshot.channel,
    institutions,
    ...lines,
    reportedAs: (canonical) => reported.get(canonical),
    sendersOf: (canonical) => senders.get(canonical) ?? [],
    automaton: buildNameAutomaton(keys),
    names: [...names.values()],
    nameOf: (folded) => names.get(folded),
    signatureOf: (folded) => signatures.get(folded) ?? [],
    hasNoApp: (folded) => appless.has(folded),
    lenderOfHost: (host) => hostOwner(hosts, host),
    kinship: buildKinship(snapshot.institutions),
    tactics: snapshot.tactics,
    guards: snapshot.guards,
  }
}

function indexLines(institutions: readonly PublishedInstitution[]) {
  const owners: PublishedInstitution[] = []
  const hotlines: PublishedHotline[] = []
  const pairs: [digits: string, line: number][] = []
  for (const institution of institutions) {
    for (const hotline of institution.hotlines) {
      const line = hotlines.push(hotline) - 1
      owners.push(institution)
      for (const digits of keysOf(hotline)) pairs.push([digits, line])
    }
  }
  const table = buildNumberTable(pairs, pairs.length)
  return {
    hotlines: hotlines.length,
    tableBytes: table.bytes,
    linesOf: (canonical: string) =>
      table.get(canonical).flatMap((line): IndexedLine[] => {
        const institution = owners[line]
        const hotline = hotlines[line]
        return institution && hotline ? [{ institution, hotline }] : []
      }),
  }
}

function keysOf(hotline: PublishedHotline): Set<string> {
  const keys = new Set([hotline.canonical, ...(hotline.forms ?? [])])
  for (const key of [...keys]) {
    const local = AREA_AND_LOCAL_CODE.exec(key)?.[1]
    if (local) keys.add(local)
  }
  return keys
}

function indexMany(
  institutions: readonly PublishedInstitution[],
  keys: (one: PublishedInstitution) => string[],
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

function indexAppless(institutions: readonly PublishedInstitution[]): Set<string> {
  const names = new Set<string>()
  for (const one of institutions) {
    for (const product of one.products ?? []) if (product.noApp) names.add(foldName(product.name))
    if (one.noApp)
      for (const name of [one.name.zh, ...one.aliases.map((alias) => alias.text)]) names.add(foldName(name))
  }
  return names
}

function indexHosts(institutions: readonly PublishedInstitution[]): Map<string, string> {
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
