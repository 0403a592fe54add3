/** Turns a verdict into the card's words: what, why, notes, and one thing to do. Pure. */
import type { CardKey } from '../../locales/card-words.ts'
import { everydayName, type Language, localText, nameList } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { MatchedLine, Verdict } from '../../verdict/verdict.ts'

export interface Explanation {
  chip: string
  what: string
  why: string
  /** Short remarks: freshness, modifiers, structural signals, extension, development registry. */
  notes: string[]
  /** One thing to do. */
  todo: string
  /** The listed number that `todo` ends in. */
  call?: { number: string; label: string }
  /** Sentences chosen by the tactics of the text. */
  tips: string[]
}

type SayCard = Say<CardKey>

/** Days after which an `official` names the date up to which it was proven. */
const weakDays = 30

export function explain(verdict: Verdict, say: SayCard, language: Language): Explanation {
  const params = namesOf(verdict, language)
  return {
    chip: say(`chip.${verdict.code}`),
    what: say(whatKey(verdict), params),
    why: say(whyKey(verdict), params),
    notes: notesOf(verdict, say),
    ...todoOf(verdict, say, language, params),
    tips: verdict.tips.map((id) => tipOf(id, say)),
  }
}

function namesOf(verdict: Verdict, language: Language): Record<string, string | number> {
  const owners = verdict.institutions.length > 0 ? verdict.institutions : verdict.claimed
  return {
    institution: nameList(
      owners.map((owner) => owner.name),
      language,
    ),
    claimed: nameList(
      verdict.claimed.map((claim) => claim.name),
      language,
    ),
    listed: verdict.compare?.listed ?? verdict.line?.number ?? '',
    count: verdict.compare?.differing.length ?? 0,
    raw: verdict.raw,
    date: verdict.line?.validTo ?? verdict.notice?.date ?? dayOf(verdict.registry.provenAt),
    authority: verdict.notice?.authority ?? '',
  }
}

function whatKey(verdict: Verdict): CardKey {
  if (verdict.code === 'malformed' && verdict.institutions.length > 0 && (verdict.compare ?? verdict.line)) {
    return 'what.malformed.owner'
  }
  if (verdict.code === 'lookalike' && verdict.compare?.differing.length === 1) return 'what.lookalike.one'
  return `what.${verdict.code}`
}

function whyKey(verdict: Verdict): CardKey {
  if (verdict.code === 'malformed' && verdict.rule === 'glued-digits') return 'why.malformed.glued'
  if (verdict.code === 'unlisted-service' && verdict.claimed.length > 0) return 'why.unlisted-service.claimed'
  return `why.${verdict.code}`
}

function notesOf(verdict: Verdict, say: SayCard): string[] {
  const notes = verdict.modifiers
    .filter((modifier) => modifier !== 'outbound-only' || verdict.code !== 'official')
    .map((modifier) => say(`note.${modifier}`, { days: verdict.registry.ageDays }))
  for (const signal of verdict.signals ?? []) notes.push(say(`signal.${signal}`))
  if (verdict.extension) notes.unshift(say('note.extension', { extension: verdict.extension }))
  if (verdict.registry.channel === 'development') notes.push(say('note.development'))
  return notes
}

type Todo = Pick<Explanation, 'todo' | 'call'>

function todoOf(verdict: Verdict, say: SayCard, language: Language, params: Record<string, string | number>): Todo {
  switch (verdict.code) {
    case 'official':
      return officialTodo(verdict, say, language, params)
    case 'retired': {
      const successor = verdict.line?.successor
      if (!successor) return callOr(verdict, say, language, say('do.app', params))
      return { todo: say('do.retired.successor'), call: { number: successor, label: String(params.institution) } }
    }
    case 'malformed':
      return callOr(verdict, say, language, say('do.app.plain'), 'do.call.dial')
    case 'official-other':
    case 'lookalike':
      return callOr(verdict, say, language, say('do.app', { institution: params.claimed || params.institution || '' }))
    case 'unlisted-service':
      return callOr(verdict, say, language, say('do.app.plain'))
    case 'reported':
    case 'unconfirmed':
      return callOr(verdict, say, language, say(`do.${verdict.code}`))
    case 'sender-id':
      return callOr(verdict, say, language, say('do.sender-id'), 'do.call.dial')
    case 'public-service':
    case 'ordinary':
    case 'not-phone':
    case 'unknown-brand':
    case 'cannot-check':
      return { todo: say(`do.${verdict.code}`) }
  }
}

function officialTodo(
  verdict: Verdict,
  say: SayCard,
  language: Language,
  params: Record<string, string | number>,
): Todo {
  if (verdict.modifiers.includes('outbound-only')) {
    return callOr(verdict, say, language, say('do.outbound.plain'), 'do.outbound')
  }
  return { todo: say(verdict.registry.ageDays > weakDays ? 'do.official.weak' : 'do.official', params) }
}

/** The listed line to call back, or the sentence without a number. */
function callOr(verdict: Verdict, say: SayCard, language: Language, otherwise: string, key: CardKey = 'do.call'): Todo {
  const line = verdict.callInstead
  if (!line) return { todo: otherwise }
  return { todo: say(key), call: { number: line.number, label: lineLabel(verdict, line, say, language) } }
}

/** `招商银行 · 客户服务`: owner, unless the label says it or nobody knows, and what the line is for. */
export function lineLabel(verdict: Verdict, line: MatchedLine, say: SayCard, language: Language): string {
  const owner = [...verdict.claimed, ...verdict.institutions].find((named) => named.id === line.institution)
  const label = localText(line.label, language) || say(`purpose.${line.purpose}`)
  if (!owner) return label
  const institution = everydayName(owner.name, language)
  return label.includes(institution) ? label : say('card.line', { institution, label })
}

function tipOf(id: string, say: SayCard): string {
  return say(knownTips.has(id) ? (`tip.${id}` as CardKey) : 'tip.other')
}

const knownTips = new Set([
  'T1_cancel_or_rate',
  'T2_credit_repair',
  'T3_screen_share',
  'T4_empty_transfer',
  'T5_fee_before_loan',
  'T6_easy_money',
  'T7_collection_threat',
  'T8_fee_subscription',
  'T9_code_password',
  'T10_fake_regulator',
  'T11_fake_hotline_page',
  'T12_secrecy_urgency',
])

/** The day of an ISO 8601 time. */
export function dayOf(time: string): string {
  return time.slice(0, 10)
}
