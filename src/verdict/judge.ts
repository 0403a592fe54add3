/** The judge: what we say about each number of a passage. Pure and total: same input, same answer, and never an exception. */
import type { Found } from '../phone/found.ts'
import type { IndexedLine, RegistryIndex } from '../registry/registry-index.ts'
import type { ReportedNumber } from '../registry/schema.ts'
import { describeLine, findLineToCall } from './call-instead.ts'
import { type Decision, decide } from './decide.ts'
import type { Likeness } from './look-alike.ts'
import { findModifiers } from './modifiers.ts'
import type { Passage, Place } from './passage.ts'
import { type PlaceReading, readPlace } from './place-reading.ts'
import { type Reading, readPassage } from './reading.ts'
import { type Freshness, type RegistryClock, readClock } from './registry-clock.ts'
import { noteSharedClaims, readSignals } from './structural-signals.ts'
import type { InstitutionName, Verdict, VerdictCode } from './verdict.ts'

/**
 * Judges every number of every passage: one array per passage, in the order of `found`; bare codes (`Found.bare`) only
 * where their owner is named.
 * Without an index every number is `cannot-check`; beyond the hard age limit too, but then the record is still shown.
 */
export function judgePassages(
  place: Place,
  passages: readonly Passage[],
  index: RegistryIndex | null,
  clock: RegistryClock,
): Verdict[][] {
  const fresh = readClock(index, clock)
  if (!index) return passages.map(({ found }) => found.filter((one) => !one.bare).map((one) => unusable(one, fresh)))
  const where = readPlace(place, index)
  const judged = passages.map((passage) => judgePassage(where, passage, index, fresh))
  noteSharedClaims(judged, index)
  return judged.map(({ verdicts }) => verdicts)
}

function judgePassage(place: PlaceReading, passage: Passage, index: RegistryIndex, fresh: Freshness) {
  if (passage.found.length === 0) return { verdicts: [], speaker: [] }
  const reading = readPassage(passage, place, index)
  const signals = readSignals(passage, reading, index)
  const spoken = passage.found.filter((found) => !found.bare || isOwnersCode(found, reading, index))
  const verdicts = spoken.map((found): Verdict => {
    const verdict = judgeNumber(found, reading, index, fresh)
    return signals.length > 0 ? { ...verdict, signals } : verdict
  })
  return { verdicts, speaker: reading.claims.speaker }
}

/** A code without a word of calling is a number where the institution that it belongs to is named. */
function isOwnersCode({ canonical }: Found, { claims }: Reading, index: RegistryIndex): boolean {
  const owners = ownersOf(index.linesOf(canonical))
  return owners.some((owner) => [...claims.named].some((named) => index.kinship.related(owner, named)))
}

function judgeNumber(found: Found, reading: Reading, index: RegistryIndex, fresh: Freshness): Verdict {
  const decision = decide(found, reading, index, fresh.today)
  const line = decision.lines[0]
  const owners = ownersOf(decision.lines)
  const verdict = {
    ...frame(found, fresh),
    tips: reading.tactics.tips,
    modifiers: findModifiers(found, decision, reading, index, fresh),
    institutions: namesOf(owners, index),
    claimed: namesOf(reading.claims.claimed, index),
    ...(line && { line: describeLine(line) }),
  }
  // Too old to judge by: the record is still shown with its date, and nothing is drawn from it.
  if (fresh.tooOld) return { ...verdict, code: 'cannot-check', rule: 'registry-unusable' }
  const call = callInstead(found, decision, reading, index, fresh)
  return {
    ...verdict,
    code: decision.code,
    rule: decision.rule,
    ...(decision.likeness && comparison(decision.likeness)),
    ...(call && { callInstead: call }),
    ...(decision.notice && noticeOf(decision.notice)),
  }
}

function comparison({ institution, hotline, differing }: Likeness) {
  return {
    institutions: [{ id: institution.id, name: institution.name }],
    line: describeLine({ institution, hotline }),
    compare: { listed: hotline.number, canonical: hotline.canonical, differing },
  }
}

function noticeOf({ notice, authority, date }: ReportedNumber) {
  return { notice: { url: notice, authority, date } }
}

function frame(found: Found, fresh: Freshness) {
  return {
    start: found.start,
    end: found.end,
    raw: found.raw,
    canonical: found.canonical,
    kind: found.kind,
    disguise: found.disguise,
    ...(found.extension !== undefined && { extension: found.extension }),
    tips: [],
    registry: fresh.stamp,
  }
}

function unusable(found: Found, fresh: Freshness): Verdict {
  return {
    ...frame(found, fresh),
    code: 'cannot-check',
    rule: 'registry-unusable',
    modifiers: [],
    institutions: [],
    claimed: [],
  }
}

function ownersOf(lines: readonly IndexedLine[]): string[] {
  return [...new Set(lines.map((line) => line.institution.id))].sort()
}

function namesOf(ids: readonly string[], index: RegistryIndex): InstitutionName[] {
  return ids.flatMap((id) => {
    const institution = index.institutions.get(id)
    return institution ? [{ id, name: institution.name }] : []
  })
}

/** Codes after which the right thing to do is to call a listed line. */
const CALL_ANOTHER: ReadonlySet<VerdictCode> = new Set<VerdictCode>([
  'official-other',
  'lookalike',
  'malformed',
  'retired',
  'reported',
  'unconfirmed',
  'unlisted-service',
  'sender-id',
])

function callInstead(found: Found, decision: Decision, reading: Reading, index: RegistryIndex, fresh: Freshness) {
  const outbound = decision.lines[0]?.hotline.direction === 'out'
  if (!CALL_ANOTHER.has(decision.code) && !(decision.code === 'official' && outbound)) return undefined
  const meant = reading.nearestFirst(found.start)
  const owners = [...ownersOf(decision.lines), ...(decision.likeness ? [decision.likeness.institution.id] : [])]
  return findLineToCall(orderOf(decision.code, meant, owners), index, fresh.today)
}

/** A dressed-up code is whoever's it looks like, and another's line is no help at all: the text says whom the caller wants. */
function orderOf(code: VerdictCode, meant: string[], owners: string[]): string[] {
  if (code === 'official-other') return meant
  return code === 'malformed' ? [...meant, ...owners] : [...owners, ...meant]
}
