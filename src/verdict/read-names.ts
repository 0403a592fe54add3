/** Which institutions a text names, and how: as its signature, beside a telephone, or as a mere means of payment. */
import type { Found } from '../phone/found.ts'
import { foldName } from '../registry/fold-name.ts'
import type { IndexedName } from '../registry/index-names.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'
import {
  CHANNEL_AHEAD,
  CHANNEL_BEHIND,
  LENDING_WORDS,
  MONEY_BEHIND,
  NEUTRAL_ONLY,
  NOT_A_BANK_BEHIND,
  SIGNATURES,
  TELEPHONE_AHEAD,
  TELEPHONE_BEHIND,
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
}

/** How far (UTF-16 units) a lending word may stand from an everyday word that is also a brand. */
const LENDING_REACH = 16

/** How far a number may stand from the name it belongs to, with nothing but neutral words between. */
const NUMBER_REACH = 6

/** Reads all names of a text in order. Everyday words count only beside a telephone or lending context. */
export function readNames(text: string, found: readonly Found[], index: RegistryIndex): NamedHit[] {
  const signatures = readSignatures(text, index)
  const hits: NamedHit[] = signatures.filter((hit) => hit.institutions.length > 0)
  for (const raw of index.automaton.find(text)) {
    const name = index.names[raw.name]
    if (!name || name.institutions.length === 0) continue
    if (signatures.some((one) => raw.start >= one.start && raw.end <= one.end && one.institutions.length > 0)) continue
    if (isWrongCase(name, text.slice(raw.start, raw.end))) continue
    const addressed = isAddressed(text, raw.start, raw.end, found)
    if (name.ordinary && !addressed && !hasMoneyContext(text, raw.start, raw.end)) continue
    if (name.ordinary && /行$/.test(name.text) && NOT_A_BANK_BEHIND.test(text.slice(raw.end, raw.end + 1))) continue
    const channel =
      CHANNEL_AHEAD.test(text.slice(Math.max(0, raw.start - 6), raw.start)) ||
      CHANNEL_BEHIND.test(text.slice(raw.end, raw.end + 6))
    hits.push({ start: raw.start, end: raw.end, institutions: name.institutions, signature: false, addressed, channel })
  }
  return hits.sort((a, b) => a.start - b.start)
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

function hasMoneyContext(text: string, start: number, end: number): boolean {
  if (MONEY_BEHIND.test(text.slice(end, end + 8))) return true
  // Two Han characters are too common for a word somewhere near; bank abbreviations (工行) are not.
  if (end - start <= 2 && text[end - 1] !== '行') return false
  const around = `${text.slice(Math.max(0, start - LENDING_REACH), start)}　${text.slice(end, end + LENDING_REACH)}`
  return around.search(LENDING_WORDS) >= 0
}

function readSignatures(text: string, index: RegistryIndex): NamedHit[] {
  const hits: NamedHit[] = []
  for (const match of text.matchAll(SIGNATURES)) {
    const inside = match[1] ?? match[2] ?? ''
    const start = match.index + match[0].indexOf(inside)
    const institutions = signers(inside, index)
    hits.push({ start, end: start + inside.length, institutions, signature: true, addressed: true, channel: false })
  }
  return hits
}

/** Who signs with these words: a signature or name of the registry, else a full name within them (【招商银行信用卡】). */
function signers(inside: string, index: RegistryIndex): string[] {
  const folded = foldName(inside)
  const whole = [...index.signatureOf(folded), ...(index.nameOf(folded)?.institutions ?? [])]
  if (whole.length > 0) return [...new Set(whole)]
  for (const hit of index.automaton.find(inside)) {
    const name = index.names[hit.name]
    if (name && !name.ordinary && name.institutions.length > 0) return name.institutions
  }
  return []
}
