/** What kind of sender a text message shows: a port, a short code, someone's own number or a saved name. Pure. */

/**
 * `port`: 106… sender id · `short`: 95…/96…/10…/12…/11x codes and 400/800/1010 numbers · `mobile`: a mainland mobile ·
 * `landline`: a mainland fixed line · `foreign`: any other complete number · `name`: letters, so an entry of the address book.
 */
export type SenderKind = 'port' | 'short' | 'mobile' | 'landline' | 'foreign' | 'name'

/** Invisible characters that views put around numbers (zero width, bidi controls). */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const numberLike = /^\+?[\d\s().\-‐‑–—]+$/u

/**
 * Classifies a sender as a view shows it (`+86 138 0000 0117`, `106900000117`, `(202) 555-0102`, `妈妈`).
 * Undefined for an empty text and for digits that are no complete sender: unknown is better than wrong.
 */
export function senderKind(sender: string): SenderKind | undefined {
  const text = sender.normalize('NFKC').replace(invisible, '').trim()
  if (!numberLike.test(text)) return /\p{L}/u.test(text) ? 'name' : undefined
  const digits = text.replace(/\D/gu, '')
  if (/^(\+|00)/.test(text)) {
    const international = digits.replace(/^00/, '')
    if (international.startsWith('86')) return withoutTrunk(international.slice(2))
    return /^\d{7,15}$/.test(international) ? 'foreign' : undefined
  }
  return mainlandKind(digits) ?? (/^86/.test(digits) ? withoutTrunk(digits.slice(2)) : undefined) ?? bareForeign(digits)
}

function mainlandKind(digits: string): SenderKind | undefined {
  if (/^106\d{5,17}$/.test(digits)) return 'port'
  if (/^1[3-9]\d{9}$/.test(digits)) return 'mobile'
  if (/^(95\d{3,7}|96\d{3,4}|1[012]\d{1,6}|[48]00\d{7})$/.test(digits)) return 'short'
  return /^0(10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/.test(digits) ? 'landline' : undefined
}

/** After +86 the trunk 0 of a fixed line is left out. */
function withoutTrunk(digits: string): SenderKind | undefined {
  return mainlandKind(digits) ?? mainlandKind(`0${digits}`)
}

/** National notations of other countries carry no plus sign: (202) 555-0102. */
function bareForeign(digits: string): SenderKind | undefined {
  return digits.length >= 10 && digits.length <= 15 ? 'foreign' : undefined
}

/** True for senders that anybody can be: a mobile, a foreign or fixed line, a name from the address book. */
export function isPersonal(kind: SenderKind | undefined): boolean {
  return kind === 'mobile' || kind === 'foreign' || kind === 'landline' || kind === 'name'
}
