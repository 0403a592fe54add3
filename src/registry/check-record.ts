/** What a reviewed record (data/institutions/*.yaml) must look like, field by field. */
import type { Check, Problem } from './check-shape.ts'
import { either, exactly, flag, isMapping, list, matching, oneOf, problemsOf, shape, text } from './check-shape.ts'
import type { InstitutionRecord } from './institution-record.ts'

export const INSTITUTION_KINDS = [
  'bank',
  'consumer-finance',
  'microloan',
  'platform',
  'guarantee',
  'payment',
  'insurer',
  'carrier',
  'group',
  'authority',
  'public-line',
] as const

export const PURPOSES = [
  'general',
  'loan',
  'repayment',
  'credit-card',
  'complaint',
  'vip',
  'overseas',
  'lost-card',
  'hardship',
  'collection',
  'business',
  'fraud-report',
  'emergency',
] as const

export const DIRECTIONS = ['in', 'out', 'both'] as const
export const CHANNEL_TYPES = ['app', 'web', 'chat', 'email', 'wechat', 'branch'] as const
export const EVIDENCE_KINDS = ['primary', 'regulator', 'secondary'] as const

export const id = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id (small letters, digits, single hyphens)')
export const areaCode = matching(/^0\d{2,3}$/, 'an area code with its trunk 0')
export const host = matching(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'a plain host name in small letters')
export const webAddress = matching(
  /^https?:\/\/[^\s<>"]{4,2000}$/,
  'a web address (http:// or https://, a host, no user name)',
  isPlainAddress,
)
export const calendarDate = matching(
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
  'a date (YYYY, YYYY-MM or YYYY-MM-DD)',
  isDayOfItsMonth,
)
export const clockTime = matching(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time (HH:MM)')
/** `owner/name[@commit][:path]` on GitHub. */
export const repository = matching(
  /^[\w.-]+\/[\w.-]+(@[0-9a-f]{7,40})?(:[^\s][^\n]*)?$/,
  'a repository (owner/name@commit:path)',
)

export const days = matching(
  /^(daily|workdays|(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?)$/,
  'a range of days',
)

/** What a record and its published form have in common. Records refuse unknown fields, readers of signed data skip them. */
export function sharedParts(unknown: 'refuse' | 'ignore') {
  return {
    localText: shape({ zh: text() }, { en: text() }, unknown),
    alias: shape({ text: text(60) }, { ordinary: flag }, unknown),
    hours: either(exactly('24h'), list(shape({ days, from: clockTime, to: clockTime }, {}, unknown), 7, 1)),
    menu: list(shape({ key: matching(/^[\d*#-]{1,8}$/, 'a menu key'), for: text() }, {}, unknown), 20, 1),
    domain: shape({ host, claims: oneOf(['lender', 'none']) }, {}, unknown),
    app: shape({ name: text(60) }, { store: webAddress }, unknown),
    product: shape({ name: text(60), operatedBy: id }, { noApp: flag }, unknown),
    licence: shape(
      { authority: text() },
      { code: matching(/^[A-Z0-9]{6,24}$/, 'a licence code'), source: text(400) },
      unknown,
    ),
  }
}

const { localText, alias, hours, menu, domain, app, product, licence } = sharedParts('refuse')

const SOURCE_PLACES: Record<string, Check> = { url: webAddress, repo: repository, undisclosed: text(300) }

/** Exactly one place; the fault that is told is the one of the place that was meant. */
const evidenceSource: Check = (value, field, problems) => {
  const named = Object.keys(SOURCE_PLACES).filter((name) => isMapping(value) && Object.hasOwn(value, name))
  if (named.length === 1)
    return shape(Object.fromEntries(Object.entries(SOURCE_PLACES).filter(([name]) => named.includes(name))))(
      value,
      field,
      problems,
    )
  const reason = value === undefined ? 'is missing' : 'must name one place: url, repo or undisclosed'
  problems.push({ field, reason })
}

const evidence = shape(
  { kind: oneOf(EVIDENCE_KINDS), source: evidenceSource, says: text(400), group: text(80) },
  { seen: calendarDate, cites: text(400), counts: flag },
)

const evidenceList = list(evidence, 60, 1)

const hotline = shape(
  {
    number: text(40),
    purpose: oneOf(PURPOSES),
    direction: oneOf(DIRECTIONS),
    label: localText,
    evidence: evidenceList,
  },
  {
    areaCodes: list(areaCode, 60, 1),
    region: text(60),
    hours,
    menu,
    forms: list(text(40), 20, 1),
    validFrom: calendarDate,
    validTo: calendarDate,
    successor: text(40),
    sharedWith: list(id, 20, 1),
    status: oneOf(['disputed', 'historic', 'queued']),
    hold: text(400),
    note: text(600),
    undated: flag,
  },
)

const sender = shape(
  { id: matching(/^\d{3,20}$/, 'a sender ID (digits only)'), evidence: evidenceList },
  { note: text(400) },
)
const channel = shape({ type: oneOf(CHANNEL_TYPES), how: localText, evidence: evidenceList })

/** The check of one institution record. */
export const institutionRecord: Check = shape(
  {
    id,
    name: localText,
    aliases: list(alias, 60),
    kind: oneOf(INSTITUTION_KINDS),
    domains: list(domain, 30),
    hotlines: list(hotline, 200),
  },
  {
    parent: id,
    licence,
    domainSources: list(text(400), 30),
    apps: list(app, 20),
    noApp: flag,
    channels: list(channel, 20),
    products: list(product, 40),
    smsSignatures: list(text(40), 20),
    senders: list(sender, 60),
    never: list(shape({ text: localText, source: evidenceSource }), 20),
    dense: flag,
    notes: text(2000),
  },
)

/** The first problem of a record as one sentence that names file, field and reason; `undefined` when it is sound. */
export function recordProblems(value: unknown): Problem[] {
  return problemsOf(institutionRecord, value)
}

/** Throws `FILE: FIELD reason` for the first problem. */
export function assertInstitutionRecord(value: unknown, file: string): asserts value is InstitutionRecord {
  const [first] = recordProblems(value)
  if (first) throw new Error(`${file}: ${first.field || 'the record'} ${first.reason}`)
}

/** `https://[` looks like an address and is none; `https://www.pbc.gov.cn@host/` shows one host and opens another. */
function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
}

/** The 30th of February is no date. */
function isDayOfItsMonth(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
}
