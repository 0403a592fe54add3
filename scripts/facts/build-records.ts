/** All records from the facts: doubles merged, group lines moved to their group, shared lines named on both sides. */
import { evidenceBar, isPublic } from '../../src/publish/evidence-bar.ts'
import type { Evidence, HotlineRecord, InstitutionRecord } from '../../src/registry/institution-record.ts'
import { convertInstitution } from './convert-institution.ts'
import { convertLine } from './convert-line.ts'
import type { FactsInstitution, FactsLine } from './facts-shape.ts'
import { GROUPS, type Group } from './group-records.ts'

/** One institution that the facts hold twice: the second is folded into the first. */
const DOUBLES: Record<string, string> = { 'webank-weilidai': 'webank' }

/** Lines of two banks of one group (the facts say so in both notes). */
const SHARED_LINES = [{ number: '95371', owners: ['taizhou', 'ftyz'] }]

const PARENT_NAMES: Record<string, string> = { 中信银行: 'citic' }

export interface ImportedRecords {
  records: InstitutionRecord[]
  /** One sentence for each line that does not stand as the facts proposed, with the reason. */
  notices: string[]
}

/** `at` (ISO 8601) is the day the evidence is measured against. */
export function buildRecords(facts: FactsInstitution[], at: string): ImportedRecords {
  const notices: string[] = []
  const records = new Map<string, InstitutionRecord>()
  for (const institution of facts)
    if (!(institution.id in DOUBLES))
      records.set(institution.id, withParent(convertInstitution(institution), institution))
  for (const group of GROUPS) records.set(group.id, groupRecord(group, facts, records))
  for (const shared of SHARED_LINES) nameEachOther(shared.number, shared.owners, records)
  for (const institution of facts) mergeDouble(institution, records, notices)
  for (const institution of facts) reviewLevels(institution, records, at, notices)
  return { records: [...records.values()], notices }
}

function withParent(record: InstitutionRecord, facts: FactsInstitution): InstitutionRecord {
  const { id, name, aliases, kind, ...rest } = record
  const parent = (facts.parent && PARENT_NAMES[facts.parent]) ?? GROUPS.find((group) => group.children.includes(id))?.id
  return parent === undefined ? record : { id, name, aliases, kind, parent, ...rest }
}

function groupRecord(
  group: Group,
  facts: FactsInstitution[],
  records: Map<string, InstitutionRecord>,
): InstitutionRecord {
  const lines = facts
    .filter((institution) => group.children.includes(institution.id))
    .flatMap((institution) => institution.hotlines.filter((line) => line.scope === 'group-general'))
  return {
    id: group.id,
    name: { zh: group.zh, en: group.en },
    aliases: group.aliases,
    kind: group.kind,
    domains: [],
    hotlines: lines.map((line) => groupLine(line, group, records)),
  }
}

function groupLine(line: FactsLine, group: Group, records: Map<string, InstitutionRecord>): HotlineRecord {
  const converted = convertLine(line)
  const label = { zh: group.labels[line.digits] ?? line.label, en: 'Customer service of the group' }
  const partner = group.shared?.[line.digits]
  const partnerLine = records.get(partner ?? '')?.hotlines.find((own) => own.number === line.number)
  if (partner === undefined || partnerLine === undefined) return { ...converted, label }
  partnerLine.sharedWith = [group.id]
  return { ...converted, label, sharedWith: [partner] }
}

function nameEachOther(number: string, owners: string[], records: Map<string, InstitutionRecord>): void {
  for (const owner of owners) {
    const line = records.get(owner)?.hotlines.find((own) => own.number === number)
    if (line) line.sharedWith = owners.filter((other) => other !== owner)
  }
}

function mergeDouble(facts: FactsInstitution, records: Map<string, InstitutionRecord>, notices: string[]): void {
  const target = records.get(DOUBLES[facts.id] ?? '')
  if (!target) return
  const double = convertInstitution(facts)
  const known = new Set([target.name.zh, ...target.aliases.map((alias) => alias.text)])
  target.aliases.push(...double.aliases.filter((alias) => !known.has(alias.text)))
  for (const line of double.hotlines) mergeLine(target, line)
  notices.push(`${facts.id}: merged into ${target.id}`)
}

function mergeLine(target: InstitutionRecord, line: HotlineRecord): void {
  const same = target.hotlines.find((own) => digitsOf(own.number) === digitsOf(line.number))
  if (!same) target.hotlines.push(line)
  else same.evidence.push(...line.evidence.filter((item) => !same.evidence.some((own) => isSame(own, item))))
}

function isSame(a: Evidence, b: Evidence): boolean {
  return a.group === b.group && a.seen === b.seen && a.says === b.says
}

/** The facts' level is a proposal: where the evidence says otherwise, the lower one stands and is told. */
function reviewLevels(
  facts: FactsInstitution,
  records: Map<string, InstitutionRecord>,
  at: string,
  notices: string[],
): void {
  for (const proposed of facts.hotlines) {
    const line = findLine(records, facts, proposed)
    if (!line || line.status !== undefined) continue
    const bar = evidenceBar(records.get(facts.id)?.kind ?? 'bank', line.evidence, at)
    const place = `${facts.id} ${proposed.number}`
    if (proposed.level === 'confirmed' && !bar.holds) notices.push(`${place}: demoted to unconfirmed: ${bar.reason}`)
    if (proposed.level === 'confirmed' || !bar.holds || isPublic(records.get(facts.id)?.kind ?? 'bank')) continue
    if (facts.id in DOUBLES) continue
    line.hold = `proposed as ${proposed.level}${proposed.note ? `: ${proposed.note}` : ''}`
    notices.push(`${place}: held at unconfirmed though the bar holds (${line.hold})`)
  }
}

function findLine(
  records: Map<string, InstitutionRecord>,
  facts: FactsInstitution,
  line: FactsLine,
): HotlineRecord | undefined {
  const group = GROUPS.find((candidate) => candidate.children.includes(facts.id))
  const owner = line.scope === 'group-general' ? group?.id : (DOUBLES[facts.id] ?? facts.id)
  return records.get(owner ?? '')?.hotlines.find((own) => digitsOf(own.number) === digitsOf(line.number))
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '')
}
