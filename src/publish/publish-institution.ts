/** A reviewed record as it is published: levels computed, evidence cut to what a reader can open. */
import type { HotlineRecord, InstitutionRecord } from '../registry/institution-record.ts'
import type { PublishedHotline, PublishedInstitution } from '../registry/schema.ts'
import { dialledNumber } from './dialled-number.ts'
import { newestSeen } from './evidence-bar.ts'
import { lineFate } from './line-level.ts'
import { pinyinOf } from './pinyin-of.ts'
import { publishedSource, publishedSources } from './published-source.ts'

/** `at`: ISO 8601 of the build. Lines that stay in the queue are left out. */
export function publishInstitution(record: InstitutionRecord, at: string): PublishedInstitution {
  return {
    id: record.id,
    name: record.name,
    aliases: record.aliases,
    ...defined({ pinyin: readings(record) }),
    kind: record.kind,
    ...defined({ parent: record.parent, licence: record.licence }),
    domains: record.domains,
    ...defined({ apps: record.apps, noApp: record.noApp, products: record.products }),
    ...defined({ channels: record.channels?.map(publishChannel), smsSignatures: record.smsSignatures }),
    ...defined({ senders: record.senders?.map((sender) => sender.id), never: record.never?.map(publishNever) }),
    ...defined({ dense: record.dense }),
    hotlines: record.hotlines.flatMap((line) => publishLine(record, line, at)),
  }
}

/** Each reading once, in the order of the names. */
function readings(record: InstitutionRecord): string[] | undefined {
  const names = [
    record.name.zh,
    ...record.aliases.map(({ text }) => text),
    ...(record.products ?? []).map(({ name }) => name),
  ]
  const read = [...new Set(names.filter((name) => /\p{Script=Han}/u.test(name)).map(pinyinOf))].filter(
    (reading) => reading !== '',
  )
  return read.length > 0 ? read : undefined
}

function publishLine(record: InstitutionRecord, line: HotlineRecord, at: string): PublishedHotline[] {
  const fate = lineFate(record.kind, line, at)
  const dialled = dialledNumber(line.number)
  if ('queued' in fate || dialled === undefined) return []
  return [
    {
      number: line.number,
      canonical: dialled.canonical,
      purpose: line.purpose,
      direction: line.direction,
      label: line.label,
      level: fate.level,
      ...defined({ areaCodes: line.areaCodes, region: line.region, hours: line.hours, menu: line.menu }),
      ...defined({ forms: line.forms?.flatMap((form) => dialledNumber(form)?.canonical ?? []) }),
      ...defined({ validFrom: line.validFrom, validTo: line.validTo, successor: line.successor }),
      sources: publishedSources(line.evidence),
      ...defined({ seen: newestSeen(line.evidence) }),
    },
  ]
}

function publishChannel(channel: NonNullable<InstitutionRecord['channels']>[number]) {
  const [first] = publishedSources(channel.evidence)
  return { type: channel.type, how: channel.how, source: first ?? { kind: 'secondary' as const } }
}

function publishNever(rule: NonNullable<InstitutionRecord['never']>[number]) {
  const { url } = publishedSource({ kind: 'secondary', source: rule.source, says: '', group: '' })
  return { text: rule.text, ...defined({ url }) }
}

/** Drops the fields that are `undefined`, so that the same record always gives the same bytes. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
