/** Rules about where evidence comes from: real hosts of the right owner, no date of tomorrow. */
import type { Evidence, InstitutionRecord } from '../registry/institution-record.ts'
import { hostOf, isCitable, isGovernmentHost } from './evidence-bar.ts'
import type { FileProblem, RecordFile } from './read-records.ts'

/** Hosts that carry the papers of others: an app store's policy service. */
const POLICY_HOSTS = new Set(['cftweb.3g.qq.com'])

/** Every broken rule of the evidence, in file order. `at`: ISO 8601, today. */
export function sourceProblems(files: RecordFile[], at: string): FileProblem[] {
  const official = new Map(files.flatMap(({ record }) => record.domains.map(({ host }) => [dashed(host), host])))
  return files.flatMap(({ file, record }) =>
    evidenceOf(record).flatMap(({ field, evidence }) => {
      const reason = evidenceFault(evidence, record, official, at.slice(0, 10))
      return reason ? [{ file, field, reason }] : []
    }),
  )
}

interface Placed {
  field: string
  evidence: Evidence
}

function evidenceOf(record: InstitutionRecord): Placed[] {
  const place = (field: string, items: Evidence[]) =>
    items.map((evidence, at) => ({ field: `${field}.evidence[${at}]`, evidence }))
  return [
    ...(record.channels ?? []).flatMap((channel, at) => place(`channels[${at}]`, channel.evidence)),
    ...(record.senders ?? []).flatMap((sender, at) => place(`senders[${at}]`, sender.evidence)),
    ...record.hotlines.flatMap((line, at) => place(`hotlines[${at}]`, line.evidence)),
  ]
}

function evidenceFault(
  item: Evidence,
  record: InstitutionRecord,
  official: Map<string, string>,
  today: string,
): string | undefined {
  if (item.seen !== undefined && item.seen > today.slice(0, item.seen.length))
    return `seen (${item.seen}) is in the future`
  const name = hostOf(item)
  if (name === undefined) return unaddressedFault(item)
  if (looksLikeAuthority(name)) return `has a host (${name}) that only looks like a government host`
  const imitated = imitatedHost(name, official)
  if (imitated) return `has a host (${name}) that only looks like ${imitated}`
  if (item.kind === 'regulator' && !isGovernmentHost(name))
    return `is called a regulator's, but ${name} is no government host`
  if (item.kind === 'primary' && !isOwnHost(name, record))
    return `is called primary, but ${name} is no host of ${record.id}`
  return undefined
}

/** A copy of a lender's own paper may lie in a public repository; a regulator speaks at its own host only. */
function unaddressedFault(item: Evidence): string | undefined {
  if (item.kind === 'regulator') return "is called a regulator's, but its source is no web address"
  if (item.kind === 'primary' && !isCitable(item)) return 'is called primary, but no reader can open its source'
  return undefined
}

/** `pbc-gov.cn`, `gov.cn.example.com`, letters of another script in disguise. */
function looksLikeAuthority(name: string): boolean {
  if (isGovernmentHost(name)) return false
  return /(^|[.-])gov([.-]?cn)([.-]|$)/.test(name) || name.split('.').some((label) => label.startsWith('xn--'))
}

/**
 * The official host that stands inside but is not the ending: `icbc.com.cn.example.com`, `icbc-com.cn`. Every run of
 * parts is looked up, so that the work does not grow with the registry.
 */
function imitatedHost(name: string, official: Map<string, string>): string | undefined {
  const parts = name.split(/[.-]/)
  for (let from = 0; from < parts.length; from++)
    for (let to = from + 2; to <= parts.length; to++) {
      const host = official.get(parts.slice(from, to).join('-'))
      if (host !== undefined && !belongsTo(name, host)) return host
    }
  return undefined
}

function dashed(name: string): string {
  return name.replaceAll('.', '-')
}

function isOwnHost(name: string, record: InstitutionRecord): boolean {
  return POLICY_HOSTS.has(name) || record.domains.some((domain) => belongsTo(name, domain.host))
}

function belongsTo(name: string, official: string): boolean {
  return name === official || name.endsWith(`.${official}`)
}
