/** Turns one item of evidence of the facts into a record's evidence: typed source, plain date, a group with a name. */
import type { Evidence, EvidenceSource } from '../../src/registry/institution-record.ts'
import type { FactsEvidence } from './facts-shape.ts'

/** The facts number some lists; a record says what they are. */
const LIST_NAMES: Record<string, string> = {
  s2: 'phonebook-seed-list',
  s3: 'lnsyyj-public-service-list',
  s4: 'card-contact-table',
  s6: 'ios-card-helper-list',
  s7: 'bank-phone-enum',
  s8: 'casher-bank-tips',
  s9: 'uniapp-phone-list',
  s10: 'cmb-footer-copy',
  s11: 'old-html-phone-list',
  s11b: 'old-html-service-list',
  s12: 'ios-bank-hotline-list',
}

/** Private notes support a record but never count (registry design, “Evidence bar”). */
const PRIVATE_GROUPS = new Set(['borrower-note', 'borrower-notes'])

export function convertEvidence(item: FactsEvidence): Evidence {
  const seen = dateOf(item.seen)
  const undated = seen === undefined && item.seen !== undefined ? ` (${plainText(item.seen)})` : ''
  return {
    kind: item.kind,
    source: sourceOf(item),
    ...(seen === undefined ? {} : { seen }),
    says: plainText(item.says) + undated,
    group: LIST_NAMES[item.group] ?? item.group,
    ...(item.cites === undefined ? {} : { cites: item.cites }),
    ...(item.counts === false || PRIVATE_GROUPS.has(item.group) ? { counts: false } : {}),
  }
}

/** Texts of the facts without their internal names and pointers to working papers. */
export function plainText(text: string): string {
  return text
    .replace(/[;:]? ?see (conflicts\.md|suspicious\.json)\.?/gi, '')
    .replace(/ ?\((id )?\d{9,}\)/g, '')
    .replace(/\bs(\d{1,2}b?)\b/g, (whole) => LIST_NAMES[whole] ?? whole)
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** `YYYY[-MM[-DD]]` at the start; “undated, ~2018” and crawl years of undated papers are no dates. */
function dateOf(seen: string | undefined): string | undefined {
  if (seen === undefined || /undated/.test(seen)) return undefined
  return /^\d{4}(-\d{2}(-\d{2})?)?/.exec(seen)?.[0]
}

function sourceOf(item: FactsEvidence): EvidenceSource {
  if (/^https?:\/\//.test(item.source)) return { url: firstAddress(item.source) }
  const repo = repositoryOf(item.source)
  if (repo) return { repo }
  return { undisclosed: undisclosedName(item.source) }
}

function firstAddress(source: string): string {
  return /^\S+/.exec(source)?.[0] ?? source
}

/** `github:o/r:path@commit`, `repo:o/r@commit:path` and `github:o/r commit abc (path)` → `o/r@commit:path`. */
function repositoryOf(source: string): string | undefined {
  const pathFirst = /^(?:github|repo):([\w.-]+\/[\w.-]+):(.+)@([0-9a-f]{7,40})$/.exec(source)
  if (pathFirst) return `${pathFirst[1]}@${pathFirst[3]}:${firstPath(pathFirst[2] ?? '')}`
  const commitFirst = /^(?:github|repo):([\w.-]+\/[\w.-]+)@([0-9a-f]{7,40}):(.+)$/.exec(source)
  if (commitFirst) return `${commitFirst[1]}@${commitFirst[2]}:${firstPath(commitFirst[3] ?? '')}`
  const commitOnly = /^(?:github|repo):([\w.-]+\/[\w.-]+) commits? ([0-9a-f]{7,40})/.exec(source)
  const file = /\((data\/[^)]+)\)/.exec(source)
  if (commitOnly) return `${commitOnly[1]}@${commitOnly[2]}${file ? `:${file[1]}` : ''}`
  return undefined
}

/** Two files of one repository stand as “a + b”: the first is the one to open. */
function firstPath(path: string): string {
  return path.split(' + ')[0] ?? path
}

function undisclosedName(source: string): string {
  const described = /^public list, repository unknown \((?:undescribed|copies:)?(.*)\)$/.exec(source)
  if (!described) return source
  return described[1] ? described[1] : 'public list, repository unknown'
}
