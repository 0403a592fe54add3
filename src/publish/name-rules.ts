/** Rules about names and published words: everyday words are marked, nobody's working notes are shown. */
import type { InstitutionRecord } from '../registry/institution-record.ts'
import type { FileProblem, RecordFile } from './read-records.ts'

/** Numbered lists and working papers of the maintainers: they mean nothing to a reader. */
const INTERNAL = /(^|[^a-z0-9])(s\d{1,2}b?|todo|fixme|conflicts\.md|suspicious\.json)([^a-z0-9]|$)/i

/** At most two Han or five Latin characters: an everyday word too, whatever it names (registry design, “Names”). */
export function isShortName(text: string): boolean {
  if (/^\p{Script=Han}+$/u.test(text)) return text.length <= 2
  return /^[A-Za-z0-9 -]+$/.test(text) && text.length <= 5
}

export function nameProblems(files: RecordFile[]): FileProblem[] {
  return files.flatMap(({ file, record }) => [...aliasProblems(file, record), ...wordProblems(file, record)])
}

function aliasProblems(file: string, record: InstitutionRecord): FileProblem[] {
  const seen = new Set([record.name.zh])
  return record.aliases.flatMap((alias, at) => {
    const field = `aliases[${at}]`
    const double = seen.has(alias.text)
    seen.add(alias.text)
    if (double) return [{ file, field, reason: `(${alias.text}) stands twice` }]
    if (/^\d+$/.test(alias.text)) return [{ file, field, reason: `(${alias.text}) is a number, not a name` }]
    if (isShortName(alias.text) && alias.ordinary !== true)
      return [{ file, field, reason: `(${alias.text}) is short: it needs ordinary: true` }]
    return []
  })
}

function wordProblems(file: string, record: InstitutionRecord): FileProblem[] {
  return publishedWords(record).flatMap(({ field, text }) =>
    INTERNAL.test(text) ? [{ file, field, reason: `(${text}) holds an internal reference` }] : [],
  )
}

function publishedWords(record: InstitutionRecord): { field: string; text: string }[] {
  const words = [
    { field: 'name.zh', text: record.name.zh },
    { field: 'name.en', text: record.name.en ?? '' },
    ...record.aliases.map(({ text }, at) => ({ field: `aliases[${at}]`, text })),
    ...(record.channels ?? []).map(({ how }, at) => ({
      field: `channels[${at}].how`,
      text: `${how.zh} ${how.en ?? ''}`,
    })),
    ...(record.never ?? []).map(({ text }, at) => ({ field: `never[${at}]`, text: `${text.zh} ${text.en ?? ''}` })),
  ]
  for (const [at, line] of record.hotlines.entries()) {
    const text = `${line.label.zh} ${line.label.en ?? ''} ${line.region ?? ''}`
    words.push({ field: `hotlines[${at}].label`, text })
  }
  return words
}
