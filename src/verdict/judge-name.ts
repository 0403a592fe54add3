/** A look-up without a number: a brand that is not listed, or digits that are no telephone number. */
import type { RegistryIndex } from '../registry/registry-index.ts'
import { findInstitutions, nameInQuery } from './find-institution.ts'
import { type RegistryClock, readClock } from './registry-clock.ts'
import type { RuleName, Verdict, VerdictCode } from './verdict.ts'

/** Longer texts are sentences, not names. */
const LONGEST_NAME = 24
const LOOKS_LIKE_BRAND =
  /贷|借|钱|金融|银行|花$|分期|呗|消费|信用|小额|白条|金服|金条|金融|数科|普惠|cash|loan|credit|bank/i
const DIGIT_RUN = /[\d０-９][\d０-９\s.,:：/年月日¥￥-]*[\d０-９]|[\d０-９]/

/** At most one verdict: `unknown-brand` for a name without a listed line, `not-phone` for digits, else nothing. */
export function judgeName(text: string, index: RegistryIndex | null, clock: RegistryClock): Verdict[] {
  const name = text.trim()
  if (name === '') return []
  const start = text.indexOf(name)
  const fresh = readClock(index, clock)
  const answer = (code: VerdictCode, rule: RuleName, from: number, length: number): Verdict => ({
    start: from,
    end: from + length,
    raw: text.slice(from, from + length),
    canonical: '',
    disguise: [],
    code,
    rule,
    modifiers: [],
    institutions: [],
    claimed: [],
    tips: [],
    registry: fresh.stamp,
  })
  const digits = DIGIT_RUN.exec(text)
  if (digits && !namesSomeone(name, index)) return [answer('not-phone', 'not-a-number', digits.index, digits[0].length)]
  if (name.length > LONGEST_NAME || digits) return []
  if (!index) return [answer('cannot-check', 'registry-unusable', start, name.length)]
  const asked = nameInQuery(name) || name
  const at = text.indexOf(asked)
  const where = at >= 0 ? { start: at, length: asked.length } : { start, length: name.length }
  const matches = findInstitutions(name, index).filter((match) => match.score >= 0.8)
  const listed = matches.some(({ institution }) => hasLine(institution.id, index))
  if (listed || (matches.length === 0 && !LOOKS_LIKE_BRAND.test(asked))) return []
  const best = matches[0]?.institution
  const verdict = answer('unknown-brand', 'brand-without-record', where.start, where.length)
  return [best ? { ...verdict, claimed: [{ id: best.id, name: best.name }] } : verdict]
}

/** Names with digits in them (360借条, 58好借) are names. */
function namesSomeone(name: string, index: RegistryIndex | null): boolean {
  return (
    index !== null && name.length <= LONGEST_NAME && findInstitutions(name, index).some((match) => match.score >= 0.8)
  )
}

function hasLine(id: string, index: RegistryIndex): boolean {
  const institution = index.institutions.get(id)
  const parent = institution?.parent === undefined ? undefined : index.institutions.get(institution.parent)
  return [institution, parent].some((one) => one?.hotlines.some((line) => line.direction !== 'out') === true)
}
