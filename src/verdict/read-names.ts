/** Which institutions a text names, and how: as its signature, beside a telephone, or as a mere means of payment. */
import type { Found } from '../phone/found.ts'
import { foldName } from '../registry/fold-name.ts'
import type { IndexedName } from '../registry/index-names.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'
import {
  BANKING_WORDS,
  CHANNEL_AHEAD,
  CHANNEL_BEHIND,
  COINED,
  COINED_BEHIND,
  DENIED_AHEAD,
  LENDING_WORDS,
  LIST_ONLY,
  MONEY_BEHIND,
  NEUTRAL_ONLY,
  NOT_A_BANK_BEHIND,
  NOT_A_LENDER_BEHIND,
  NOT_THE_BANK_BEHIND,
  SIGNATURES,
  SPENT_BEHIND,
  TELEPHONE_AHEAD,
  TELEPHONE_BEHIND,
  TELEPHONE_WORDS,
  UNRELATED_BEHIND,
  WITH_AHEAD,
} from './context-words.ts'
import { firstFrom } from './first-from.ts'

export interface NamedHit {
  start: number
  end: number
  institutions: string[]
  /** In the signature 【…】 of a message. */
  signature: boolean
  /** Right beside a telephone word or a number. */
  addressed: boolean
  /** Named as a means (“通过支付宝还款”): never whose hotline is meant. */
  channel: boolean
  /** Named to be ruled out (“不是京东金融”, “与招商银行无关”): nobody speaks in this name. */
  denied: boolean
}

/** How far (UTF-16 units) a lending word may stand from an everyday word that is also a brand. */
const LENDING_REACH = 16

/** How far a number may stand from the name it belongs to, with nothing but neutral words between. */
const NUMBER_REACH = 6

const PLAINLY = { channel: false, denied: false }

interface Candidate extends NamedHit {
  /** False for an everyday word with nothing beside it that makes it a name. */
  counts: boolean
}

/** Reads all names of a text in order. Everyday words count only beside a telephone or lending context, or in a list of names. */
export function readNames(text: string, found: readonly Found[], index: RegistryIndex): NamedHit[] {
  const signatures = readSignatures(text, index)
  const signed = signatures.filter((hit) => hit.institutions.length > 0)
  const hits: Candidate[] = signed.map((hit) => ({ ...hit, counts: true }))
  for (const raw of index.nameFinder.find(text)) {
    const name = index.names[raw.name]
    if (!name || name.institutions.length === 0) continue
    const around = signed[firstFrom(signed, raw.start + 1) - 1]
    if (around && raw.end <= around.end) continue
    if (isWrongCase(name, text.slice(raw.start, raw.end)) || isPartOfAnother(name, text, raw.end)) continue
    const addressed = isAddressed(text, raw.start, raw.end, found)
    const counts = !name.ordinary || addressed || hasContext(text, raw.start, raw.end)
    const channel = isMeans(name, text, raw.start, raw.end, index)
    const { institutions } = name
    const denied = isDenied(text, raw.start, raw.end)
    hits.push({ start: raw.start, end: raw.end, institutions, signature: false, addressed, channel, denied, counts })
  }
  hits.sort((a, b) => a.start - b.start)
  countListed(hits, text)
  return hits.filter((hit) => hit.counts)
}

/** Named as the means or the place, not as the one who is meant. */
function isMeans(name: IndexedName, text: string, start: number, end: number, index: RegistryIndex): boolean {
  if (CHANNEL_AHEAD.test(text.slice(Math.max(0, start - 6), start))) return true
  const behind = text.slice(end, end + 8)
  return (
    CHANNEL_BEHIND.test(behind) || (SPENT_BEHIND.test(behind) && name.institutions.every((id) => spendsIn(id, index)))
  )
}

/** Ruled out by the words before it, or by “与…无关” around it. */
function isDenied(text: string, start: number, end: number): boolean {
  const ahead = text.slice(Math.max(0, start - 8), start)
  return DENIED_AHEAD.test(ahead) || (WITH_AHEAD.test(ahead) && UNRELATED_BEHIND.test(text.slice(end, end + 16)))
}

function spendsIn(id: string, index: RegistryIndex): boolean {
  const kind = index.institutions.get(id)?.kind
  return kind === 'payment' || kind === 'group'
}

/** The name begins a longer word: 打工行业, 上海银行同业公会, 中原消费者. */
function isPartOfAnother(name: IndexedName, text: string, end: number): boolean {
  const behind = text.slice(end, end + 4)
  if (name.text.endsWith('消费')) return NOT_A_LENDER_BEHIND.test(behind)
  if (!name.text.endsWith('行')) return false
  return (name.text.endsWith('银行') ? NOT_THE_BANK_BEHIND : NOT_A_BANK_BEHIND).test(behind)
}

/** An everyday word in one list with a name is a name too: 微粒贷、花呗、京东金融. */
function countListed(hits: Candidate[], text: string): void {
  const listed = (one: Candidate | undefined, other: Candidate | undefined) =>
    one && other && one.end < other.start && LIST_ONLY.test(text.slice(one.end, other.start))
  for (let at = 1; at < hits.length; at++) {
    const hit = hits[at]
    if (hit && !hit.counts && hits[at - 1]?.counts && listed(hits[at - 1], hit)) hit.counts = true
  }
  for (let at = hits.length - 2; at >= 0; at--) {
    const hit = hits[at]
    if (hit && !hit.counts && hits[at + 1]?.counts && listed(hit, hits[at + 1])) hit.counts = true
  }
}

/** Short Latin names (ABC, CEB) are abbreviations only as the registry writes them. */
function isWrongCase(name: IndexedName, written: string): boolean {
  return name.text.length <= 5 && /^[A-Za-z]+$/.test(name.text) && written.normalize('NFKC') !== name.text
}

function isAddressed(text: string, start: number, end: number, found: readonly Found[]): boolean {
  if (TELEPHONE_BEHIND.test(text.slice(end, end + 26))) return true
  if (TELEPHONE_AHEAD.test(text.slice(Math.max(0, start - 8), start))) return true
  return isBesideNumber(text, start, end, found)
}

/** `found` is in text order: only the neighbours of the name are looked at. */
function isBesideNumber(text: string, start: number, end: number, found: readonly Found[]): boolean {
  const next = firstFrom(found, end)
  const behind = found[next]
  if (behind && behind.start - end <= NUMBER_REACH && NEUTRAL_ONLY.test(text.slice(end, behind.start))) return true
  const ahead = found[next - 1]
  if (!ahead || ahead.end > start || start - ahead.end > NUMBER_REACH) return false
  return NEUTRAL_ONLY.test(text.slice(ahead.end, start))
}

function hasContext(text: string, start: number, end: number): boolean {
  if (MONEY_BEHIND.test(text.slice(end, end + 8))) return true
  // Two Han characters are too common for a word somewhere near; coined ones (工行, 花呗) are not.
  const coined = COINED.test(text.slice(start, end))
  if (end - start <= 2 && !coined) return false
  const around = `${text.slice(Math.max(0, start - LENDING_REACH), start)}　${text.slice(end, end + LENDING_REACH)}`
  if (around.search(LENDING_WORDS) >= 0) return true
  if (coined) return TELEPHONE_WORDS.test(around) || COINED_BEHIND.test(text.slice(end, end + 4))
  return /^[A-Z]+$/.test(text.slice(start, end)) && BANKING_WORDS.test(around)
}

function readSignatures(text: string, index: RegistryIndex): NamedHit[] {
  const hits: NamedHit[] = []
  for (const match of text.matchAll(SIGNATURES)) {
    const inside = match[1] ?? match[2] ?? ''
    const start = match.index + match[0].indexOf(inside)
    const institutions = signers(inside, index)
    hits.push({ start, end: start + inside.length, institutions, signature: true, addressed: true, ...PLAINLY })
  }
  return hits
}

/** Who signs with these words: a signature or name of the registry, else a full name within them (【招商银行信用卡】). */
function signers(inside: string, index: RegistryIndex): string[] {
  const folded = foldName(inside)
  const whole = [...index.signatureOf(folded), ...(index.nameOf(folded)?.institutions ?? [])]
  if (whole.length > 0) return [...new Set(whole)]
  for (const hit of index.nameFinder.find(inside)) {
    const name = index.names[hit.name]
    if (name && !name.ordinary && name.institutions.length > 0) return name.institutions
  }
  return []
}
