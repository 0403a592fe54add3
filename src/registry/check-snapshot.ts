/** What a published data set must look like: asked before anything that came from a package or the network is believed. */
import {
  areaCode,
  CHANNEL_TYPES,
  calendarDate,
  DIRECTIONS,
  EVIDENCE_KINDS,
  INSTITUTION_KINDS,
  id,
  PURPOSES,
  repository,
  sharedParts,
  webAddress,
} from './check-record.ts'
import {
  type Check,
  exactly,
  flag,
  list,
  matching,
  oneOf,
  type Problem,
  problemsOf,
  shape,
  text,
  whole,
} from './check-shape.ts'
import { reportedList, stopNames, tacticGuards, tacticList } from './check-tactics.ts'

const { localText, alias, hours, menu, domain, app, product, licence } = sharedParts('ignore')

/** Syllables with single spaces; of the longest name some 1,400 units. */
const reading = matching(/^[a-z0-9]+( [a-z0-9]+)*$/, 'a reading', (syllables) => syllables.length <= 1600)

const canonical = matching(/^\d{3,20}$/, 'canonical digits')

const source = shape(
  { kind: oneOf(EVIDENCE_KINDS) },
  { url: webAddress, repo: repository, seen: calendarDate },
  'ignore',
)

const hotline = shape(
  {
    number: text(40),
    canonical,
    purpose: oneOf(PURPOSES),
    direction: oneOf(DIRECTIONS),
    label: localText,
    level: oneOf(['official', 'unconfirmed']),
    sources: list(source, 10),
  },
  {
    areaCodes: list(areaCode, 60),
    region: text(60),
    hours,
    menu,
    forms: list(canonical, 20),
    validFrom: calendarDate,
    validTo: calendarDate,
    successor: text(40),
    seen: calendarDate,
  },
  'ignore',
)

const institution = shape(
  {
    id,
    name: localText,
    aliases: list(alias, 60),
    kind: oneOf(INSTITUTION_KINDS),
    domains: list(domain, 30),
    hotlines: list(hotline, 500),
  },
  {
    pinyin: list(reading, 120),
    parent: id,
    licence,
    apps: list(app, 20),
    noApp: flag,
    channels: list(shape({ type: oneOf(CHANNEL_TYPES), how: localText, source }, {}, 'ignore'), 20),
    products: list(product, 40),
    smsSignatures: list(text(40), 20),
    senders: list(canonical, 60),
    never: list(shape({ text: localText }, { url: webAddress }, 'ignore'), 20),
    dense: flag,
  },
  'ignore',
)

const snapshot: Check = shape(
  {
    schema: exactly(1),
    seq: whole(1),
    builtAt: matching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/, 'a moment (ISO 8601, UTC)'),
    channel: oneOf(['development', 'release']),
    institutions: list(institution, 200_000, 1),
    reported: reportedList('ignore'),
    tactics: tacticList('ignore'),
  },
  { guards: tacticGuards('ignore'), stopNames },
  'ignore',
)

/** All problems of a data set; fields of later versions are ignored. */
export function snapshotProblems(value: unknown): Problem[] {
  return problemsOf(snapshot, value)
}
