/** Is a candidate a piece of an address, a handle, a file name or an identifier? */
import type { Candidate } from './candidate.ts'
import { isWordLetter } from './char-class.ts'
import { type Context, callsNear, isAnnounced, isGlued, plainLetters, wordsAfter, wordsBefore } from './context.ts'
import { FOREIGN, familyOf, isStrong } from './plan.ts'

const ADDRESS_BEFORE = /(?<=(?:https?:\/\/|www\.)[^\s一-龥，。；]*)$/
const MAIL_BEFORE = /(?<=[a-z0-9_-]@[a-z0-9.-]*)$/
const NAME_BEFORE = /(?<=@[\w一-龥-]*|[a-z0-9]\.|\/[a-z0-9_-]*|_)$/
const ADDRESS_AFTER = /^[\w.-]*(?:@[a-z0-9]|\.[a-z]{2,5}(?![a-z]))|^_|^&\w+=/
/** Letters that people glue in front of a number they want called or added. */
const GLUED = /\b(?:tel|t|phone|ph?|m|mob|call|hotline|fax|qq|wx|vx?)$/
const LETTER = /\b[a-z]$/

/** How far an address may reach in front of the number. */
const ADDRESS = 200

export function isInsideToken(text: string, candidate: Candidate, context: Context, listed: boolean): boolean {
  const { last, next } = context
  const { plan, plus } = candidate
  const strong = isStrong(plan)
  // 通过ISO9001-2008认证: letters that stand for themselves.
  if (text.startsWith('ISO', candidate.start)) return true
  // Most numbers stand between Han characters: nothing to ask.
  if (next > 0x20 && next < 0x7f && ADDRESS_AFTER.test(wordsAfter(context))) return true
  if (last > 0x20 && last < 0x7f) {
    if (ADDRESS_BEFORE.test(plainLetters(text.slice(Math.max(0, candidate.start - ADDRESS), candidate.start))))
      return true
    if (MAIL_BEFORE.test(wordsBefore(context))) return !strong || candidate.groups === 1
  }
  if (!strong && !listed && NAME_BEFORE.test(wordsBefore(context))) return true
  if (isGlued(context)) {
    const before = wordsBefore(context)
    if (/\d[a-z]+$/.test(before)) return true
    if (strong && (plus || familyOf(plan) !== FOREIGN)) return false
    return !(GLUED.test(before) ? callsNear(context) > 0 : LETTER.test(before) && isAnnounced(context))
  }
  return !strong && isWordLetter(next) && !isAnnounced(context)
}
