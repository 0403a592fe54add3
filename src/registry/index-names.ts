/** All names of a snapshot, folded: who bears each, and whether it is an everyday word too. */
import { foldName, isHan } from './fold-name.ts'
import type { InstitutionBrief } from './records.ts'

/** One name that a text may hold. */
export interface IndexedName {
  /** As the registry writes it. */
  text: string
  /** Who bears it; empty for a stop name, which names nobody. */
  institutions: string[]
  /** Counts only beside a telephone or lending context. */
  ordinary: boolean
}

/** Legal forms at the end of a full name that nobody writes in a message; the longer before those they end in. */
const LEGAL_FORMS = ['股份有限公司', '有限责任公司', '股份公司', '有限公司']

function withoutLegalForm(name: string): string {
  const form = name.endsWith('公司') ? LEGAL_FORMS.find((one) => name.endsWith(one)) : undefined
  return form === undefined ? name : name.slice(0, -form.length)
}

/** Brands of three characters made of everyday words (借钱快, 信用飞) also stand in sentences that name nobody. */
const BRAND_LIKE_A_PHRASE = /^[\u4e00-\u9fff]{3}$/

/** ≤ 2 Han or ≤ 5 Latin characters are everyday words too, whatever the record says (registry design, Names). */
function isShort(folded: string): boolean {
  if (folded.length > 5) return false
  let han = 0
  for (let at = 0; at < folded.length; at++) if (isHan(folded.charCodeAt(at))) han++
  return han === 0 ? folded.length <= 5 : han === folded.length && han <= 2
}

/** Every name has one: a text without letters names nobody. */
export function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text)
}

/** Folded name → who bears it. Stop names bear nobody and win over names they contain by being longer. */
export function indexNames(
  institutions: readonly InstitutionBrief[],
  stopNames: readonly string[],
): Map<string, IndexedName> {
  const names = new Map<string, IndexedName>()
  const add = (text: string, id: string, ordinary: boolean) => {
    const folded = foldName(text)
    // Digits and marks alone are a number, never a name; one character names nobody.
    if (folded.length < 2 || !hasLetter(folded)) return
    const known = names.get(folded)
    const plain = ordinary || isShort(folded)
    if (!known) names.set(folded, { text, institutions: [id], ordinary: plain })
    else {
      if (!known.institutions.includes(id)) known.institutions.push(id)
      known.ordinary ||= plain
    }
  }
  for (const one of institutions) {
    for (const part of one.name.zh.split(/[／/]/)) {
      add(part, one.id, one.kind === 'platform' && BRAND_LIKE_A_PHRASE.test(part))
      const bare = withoutLegalForm(part)
      if (bare !== part) add(bare, one.id, false)
    }
    if (one.name.en) add(one.name.en, one.id, false)
    for (const alias of one.aliases) add(alias.text, one.id, alias.ordinary === true)
    for (const product of one.products ?? []) add(product.name, one.id, false)
  }
  for (const text of stopNames) {
    const folded = foldName(text)
    if (folded.length > 1 && hasLetter(folded)) names.set(folded, { text, institutions: [], ordinary: false })
  }
  return names
}
