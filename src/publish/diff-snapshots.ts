/** What changes for a borrower between two data sets: every added, removed and changed number in words. */
import { CHANGED_FIELDS, type ChangedField } from '../registry/history.ts'
import type { LocalText, PublishedHotline, PublishedInstitution, Snapshot } from '../registry/schema.ts'
import { canonicalJson } from '../registry/trust/canonical-json.ts'

export interface NumberChange {
  kind: 'added' | 'removed' | 'changed'
  /** Id and name. */
  institution: string
  name: LocalText
  number: string
  /** Of a changed line: what of it. */
  fields?: ChangedField[]
  /** One sentence. */
  words: string
}

export interface SnapshotDiff {
  numbers: NumberChange[]
  /** Sentences about institutions, tactics and lists. */
  others: string[]
  /** Numbers of `before`, and how many of them are gone. */
  before: number
  removed: number
}

export function diffSnapshots(before: Snapshot | undefined, after: Snapshot): SnapshotDiff {
  const old = linesOf(before)
  const now = linesOf(after)
  const numbers: NumberChange[] = []
  for (const [key, line] of now) numbers.push(...(old.has(key) ? changesOf(old.get(key), line) : [added(line)]))
  for (const [key, line] of old) if (!now.has(key)) numbers.push(removed(line))
  return {
    numbers: numbers.sort((a, b) => compare(`${a.institution} ${a.number}`, `${b.institution} ${b.number}`)),
    others: [...institutionChanges(before, after), ...listChanges(before, after)],
    before: old.size,
    removed: numbers.filter((change) => change.kind === 'removed').length,
  }
}

/** All sentences of a diff; one for “nothing”. */
export function sayDiff(diff: SnapshotDiff): string[] {
  const words = [...diff.numbers.map((change) => change.words), ...diff.others]
  return words.length > 0 ? words : ['nothing changes']
}

interface OwnedLine {
  institution: PublishedInstitution
  line: PublishedHotline
}

function linesOf(snapshot: Snapshot | undefined): Map<string, OwnedLine> {
  const lines = new Map<string, OwnedLine>()
  for (const institution of snapshot?.institutions ?? [])
    for (const line of institution.hotlines) lines.set(keyOf(institution, line), { institution, line })
  return lines
}

/** The same local code can stand twice in a record, for different places. */
function keyOf(institution: PublishedInstitution, line: PublishedHotline): string {
  return [institution.id, line.canonical, ...(line.areaCodes ?? [])].join(' ')
}

function added({ institution, line }: OwnedLine): NumberChange {
  const words = `added: ${line.number} of ${institution.id} (${institution.name.zh}), ${line.level}, ${line.purpose}: ${line.label.zh}`
  return { kind: 'added', institution: institution.id, name: institution.name, number: line.number, words }
}

function removed({ institution, line }: OwnedLine): NumberChange {
  const words = `removed: ${line.number} of ${institution.id} (${institution.name.zh}), was ${line.level}`
  return { kind: 'removed', institution: institution.id, name: institution.name, number: line.number, words }
}

function changesOf(old: OwnedLine | undefined, { institution, line }: OwnedLine): NumberChange[] {
  const fields = CHANGED_FIELDS.filter((field) => shown(old?.line[field]) !== shown(line[field]))
  if (fields.length === 0) return []
  const parts = fields.map((field) => `${field} ${shown(old?.line[field])} → ${shown(line[field])}`)
  const words = `changed: ${line.number} of ${institution.id}: ${parts.join('; ')}`
  const { id, name } = institution
  return [{ kind: 'changed', institution: id, name, number: line.number, fields, words }]
}

/** The order of fields is none of the borrower's business: a state read back has them sorted. */
function shown(value: unknown): string {
  if (value === undefined) return 'none'
  return typeof value === 'string' ? value : new TextDecoder().decode(canonicalJson(JSON.parse(JSON.stringify(value))))
}

function institutionChanges(before: Snapshot | undefined, after: Snapshot): string[] {
  const old = new Map((before?.institutions ?? []).map((one) => [one.id, one]))
  const now = new Map(after.institutions.map((one) => [one.id, one]))
  return [
    ...[...now.values()].filter((one) => !old.has(one.id)).map((one) => `new institution: ${one.id} (${one.name.zh})`),
    ...[...old.values()].filter((one) => !now.has(one.id)).map((one) => `institution gone: ${one.id} (${one.name.zh})`),
    ...[...now.values()].flatMap((one) => headChange(old.get(one.id), one)),
  ]
}

function headChange(old: PublishedInstitution | undefined, now: PublishedInstitution): string[] {
  if (old === undefined) return []
  // Readings follow from the names: not news of their own.
  const { hotlines: _old, pinyin: _oldReadings, ...oldHead } = old
  const { hotlines: _now, pinyin: _nowReadings, ...nowHead } = now
  const fields = [...new Set([...Object.keys(oldHead), ...Object.keys(nowHead)])].filter(
    (field) => shown(Reflect.get(oldHead, field)) !== shown(Reflect.get(nowHead, field)),
  )
  return fields.length === 0 ? [] : [`${now.id}: ${fields.join(', ')} changed`]
}

function listChanges(before: Snapshot | undefined, after: Snapshot): string[] {
  const lists = ['tactics', 'guards', 'stopNames', 'reported'] as const
  return lists.flatMap((name) => (shown(before?.[name]) === shown(after[name]) ? [] : [`${name} changed`]))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
