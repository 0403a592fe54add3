/** Rules over all records together: one number has one owner, names point at records that exist. */
import type { HotlineRecord, InstitutionRecord } from '../registry/institution-record.ts'
import { dialledNumber } from './dialled-number.ts'
import { isPublic } from './evidence-bar.ts'
import type { FileProblem, RecordFile } from './read-records.ts'

/** Every broken rule, in file order. */
export function ruleProblems(files: RecordFile[]): FileProblem[] {
  const ids = new Set(files.map(({ record }) => record.id))
  const problems = files.flatMap((entry) => [
    ...numberProblems(entry),
    ...dateProblems(entry),
    ...referenceProblems(entry, ids),
  ])
  return [...problems, ...ownerProblems(files)]
}

function numberProblems({ file, record }: RecordFile): FileProblem[] {
  return record.hotlines.flatMap(printedNumbers).flatMap(({ field, number }) => {
    const reason = numberFault(number)
    return reason ? [{ file, field, reason }] : []
  })
}

/** The number of a line and its other forms, as written, with the field each stands in. */
function printedNumbers(line: HotlineRecord, at: number): { field: string; number: string }[] {
  return [
    { field: `hotlines[${at}].number`, number: line.number },
    ...(line.forms ?? []).map((number, form) => ({ field: `hotlines[${at}].forms[${form}]`, number })),
  ]
}

function numberFault(number: string): string | undefined {
  if (/^106\d{5,}$/.test(number.replace(/\D/g, '')))
    return `(${number}) is an SMS sender ID: it belongs in senders, it is never a hotline`
  return dialledNumber(number) ? undefined : `(${number}) is not a number that can be dialled in China as a hotline`
}

/** A line is dated by one of its sources, or says that none bears a date: a date forgotten is not a date unknown. */
function dateProblems({ file, record }: RecordFile): FileProblem[] {
  return record.hotlines.flatMap((line, at) => {
    const dated = line.evidence.some(({ seen }) => seen !== undefined)
    if (dated !== (line.undated === true)) return []
    const reason = dated
      ? 'says undated: true, but a source bears a date'
      : 'has no date: give a source its seen, or say undated: true'
    return [{ file, field: `hotlines[${at}]`, reason }]
  })
}

/** A local 96 code means nothing without the places where it reaches this bank. */
export function areaProblems(files: RecordFile[]): FileProblem[] {
  return files.flatMap(({ file, record }) =>
    record.hotlines.flatMap((line, at) => {
      const field = `hotlines[${at}].areaCodes`
      const unknown = (line.areaCodes ?? []).find((area) => !dialledNumber(`${area}-95588`))
      if (unknown) return [{ file, field, reason: `(${unknown}) is no area code` }]
      const isLocal = /^96\d{3,4}$/.test(dialledNumber(line.number)?.canonical ?? '')
      if (!isLocal || isPublic(record.kind) || line.areaCodes || line.status !== undefined) return []
      return [{ file, field, reason: `is missing: ${line.number} is a local code` }]
    }),
  )
}

function referenceProblems({ file, record }: RecordFile, ids: Set<string>): FileProblem[] {
  const named = [
    ...(record.parent === undefined ? [] : [{ field: 'parent', id: record.parent }]),
    ...(record.products ?? []).map((product, at) => ({ field: `products[${at}].operatedBy`, id: product.operatedBy })),
    ...record.hotlines.flatMap((line, at) =>
      (line.sharedWith ?? []).map((id) => ({ field: `hotlines[${at}].sharedWith`, id })),
    ),
  ]
  const unknown = named
    .filter(({ id }) => !ids.has(id))
    .map(({ field, id }) => ({ file, field, reason: `(${id}) is no record` }))
  return record.parent === record.id ? [...unknown, { file, field: 'parent', reason: 'is the record itself' }] : unknown
}

interface Place {
  file: string
  field: string
  number: string
  record: InstitutionRecord
  line: HotlineRecord
}

function ownerProblems(files: RecordFile[]): FileProblem[] {
  const places = new Map<string, Place[]>()
  for (const place of files.flatMap(activePlaces))
    for (const key of keysOf(place)) places.set(key, [...(places.get(key) ?? []), place])
  return [...places.values()].flatMap((same) => clashesOf(same))
}

function activePlaces({ file, record }: RecordFile): Place[] {
  return record.hotlines.flatMap((line, at) =>
    line.status === undefined ? printedNumbers(line, at).map((printed) => ({ file, ...printed, record, line })) : [],
  )
}

/** What one dials to reach the line: local codes once per area code. */
function keysOf({ number, line }: Place): string[] {
  const canonical = dialledNumber(number)?.canonical
  if (canonical === undefined) return []
  return [...new Set(line.areaCodes?.map((area) => area + canonical) ?? [canonical])]
}

function clashesOf(same: Place[]): FileProblem[] {
  return same.flatMap((place, at) => {
    const clash = same.slice(0, at).find((earlier) => earlier.line !== place.line && !bothNameEachOther(earlier, place))
    if (!clash) return []
    const { file, field, number } = place
    if (clash.record.id === place.record.id) return [{ file, field, reason: `(${number}) stands twice in this record` }]
    return [
      {
        file,
        field,
        reason: `(${number}) is also a line of ${clash.record.id}: both records must name each other in sharedWith`,
      },
    ]
  })
}

function bothNameEachOther(a: Place, b: Place): boolean {
  return (
    a.record.id !== b.record.id &&
    (a.line.sharedWith ?? []).includes(b.record.id) &&
    (b.line.sharedWith ?? []).includes(a.record.id)
  )
}
