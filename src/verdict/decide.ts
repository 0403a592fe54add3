/** Which verdict a number gets: the first of the vocabulary that holds, in the order of the verdicts design. */
import { confirmForeign } from '../phone/foreign.ts'
import type { Disguise, Found } from '../phone/found.ts'
import type { IndexedLine, RegistryIndex } from '../registry/registry-index.ts'
import type { ReportedNumber } from '../registry/schema.ts'
import { isAuthority } from './claims.ts'
import { findLikeness, type Likeness } from './look-alike.ts'
import { type Match, matchLines } from './match-lines.ts'
import type { Reading } from './reading.ts'
import { isPast } from './registry-clock.ts'
import type { RuleName, VerdictCode } from './verdict.ts'

export interface Decision {
  code: VerdictCode
  rule: RuleName
  /** The lines behind the verdict, the decisive one first. */
  lines: IndexedLine[]
  likeness?: Likeness
  notice?: ReportedNumber
}

/** Tricks that no printer makes: signs, letters and glyphs in place of digits, things hidden between them. */
const DRESSED: ReadonlySet<Disguise> = new Set<Disguise>([
  'plus-prefix',
  'circled',
  'parenthesised',
  'dotted',
  'keycap',
  'superscript',
  'math-digits',
  'other-script',
  'han-digits',
  'formal-digits',
  'radio-digits',
  'letters',
  'homoglyphs',
  'combining-marks',
  'zero-width',
  'filler',
  'mixed-scripts',
])

/** Read aloud beside the figures (95566，九五五六六), these are a help and no trick. */
const SPOKEN: ReadonlySet<Disguise> = new Set<Disguise>(['han-digits', 'radio-digits', 'odd-spaces'])

/**
 * The code of another country left standing in front (+1 95588, 00 95588): whoever dials all of it reaches somebody else.
 * “区号+95588” tells how to dial, and 17:00 is a time.
 */
const PREFIX_AHEAD =
  /(?:(?<![区區]号\s?)[+＋﹢⁺₊][\d０-９]{0,3}|(?<![\d０-９:：.点时])(?:00|００)[\d０-９]{0,3})[\s()（）-]{0,3}$/

/** Decides on one number. Total: every number gets exactly one code. */
export function decide(found: Found, reading: Reading, index: RegistryIndex, today: string): Decision {
  const match = matchLines(found.canonical, index, today, reading.names)
  return (
    senderPort(found, match, index) ??
    reported(found, index, today) ??
    dressedUp(found, match, reading) ??
    ended(match) ??
    publicLine(found, match, index) ??
    official(match, reading) ??
    belowBar(match) ??
    lookalike(found, reading, index, today) ??
    byContext(found, match, reading)
  )
}

function senderPort(found: Found, match: Match, index: RegistryIndex): Decision | undefined {
  if (found.kind === 'sender-id') return { code: 'sender-id', rule: 'sender-port', lines: [] }
  const senders = index.sendersOf(found.canonical)
  if (senders.length === 0 || match.official.length + match.unconfirmed.length + match.ended.length > 0)
    return undefined
  if (senders.some((id) => isAuthority(id, index))) return undefined
  return { code: 'sender-id', rule: 'sender-port', lines: [] }
}

function reported(found: Found, index: RegistryIndex, today: string): Decision | undefined {
  const notice = index.reportedAs(found.canonical)
  if (!notice?.notice || !notice.authority || !notice.date || !notice.expires) return undefined
  if (isPast(notice.expires, today)) return undefined
  return { code: 'reported', rule: 'notice', lines: [], notice }
}

function dressedUp(found: Found, match: Match, reading: Reading): Decision | undefined {
  if (found.kind !== 'short-code' || match.official.length === 0) return undefined
  const abroad = PREFIX_AHEAD.test(reading.text.slice(Math.max(0, found.start - 8), found.start))
  if (!abroad && !found.disguise.some((trick) => DRESSED.has(trick))) return undefined
  if (!abroad && found.disguise.every((trick) => SPOKEN.has(trick)) && reading.plain.has(found.canonical))
    return undefined
  return { code: 'malformed', rule: 'dressed-up-code', lines: match.official }
}

function ended(match: Match): Decision | undefined {
  if (match.ended.length === 0 || match.official.length + match.unconfirmed.length > 0) return undefined
  return { code: 'retired', rule: 'line-ended', lines: match.ended }
}

function publicLine(found: Found, match: Match, index: RegistryIndex): Decision | undefined {
  const lines = match.official.filter((line) => isAuthority(line.institution.id, index))
  const sender = index.sendersOf(found.canonical).some((id) => isAuthority(id, index))
  if (lines.length === 0 && !(sender && found.kind === 'short-code')) return undefined
  return { code: 'public-service', rule: 'public-line', lines }
}

function official(match: Match, reading: Reading): Decision | undefined {
  if (match.official.length === 0) return undefined
  const owners = match.official.map((line) => line.institution.id)
  const speaker = reading.claims.speaker
  const agreed = speaker.length === 0 || owners.some(reading.agrees)
  if (!agreed) return { code: 'official-other', rule: 'other-owner', lines: match.official }
  return { code: 'official', rule: 'exact-line', lines: match.official }
}

function belowBar(match: Match): Decision | undefined {
  if (match.unconfirmed.length === 0) return undefined
  return { code: 'unconfirmed', rule: 'below-bar', lines: match.unconfirmed }
}

function lookalike(found: Found, reading: Reading, index: RegistryIndex, today: string): Decision | undefined {
  const named = reading.claims.claimed.flatMap((id) => index.institutions.get(id) ?? [])
  const like = findLikeness(found.canonical, named, today)
  return like && { code: 'lookalike', rule: like.kind, lines: [], likeness: like.likeness }
}

function byContext(found: Found, match: Match, reading: Reading): Decision {
  if (match.localElsewhere) return { code: 'unlisted-service', rule: 'local-code-elsewhere', lines: [] }
  if (found.kind === 'foreign' && confirmForeign(found) === undefined)
    return { code: 'ordinary', rule: 'foreign-unreadable', lines: [] }
  const service = isServiceNumber(found) || reading.lending.offered(found)
  if (service && reading.lending.near(found)) return { code: 'unlisted-service', rule: 'lending-context', lines: [] }
  return { code: 'ordinary', rule: 'no-lending-context', lines: [] }
}

/** 400/800/95/96/1010 and landlines; a mobile must be offered as a service line. */
function isServiceNumber(found: Found): boolean {
  switch (found.kind) {
    case 'service-400':
    case 'service-800':
    case 'landline':
      return true
    case 'short-code':
      return /^(?:0\d{2,3})?(?:9[56]|1010)/.test(found.canonical)
    case 'mobile':
    case 'foreign':
    case 'sender-id':
      return false
    default: {
      const never: never = found.kind
      return never
    }
  }
}
