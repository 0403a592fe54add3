/** From what a person writes or a link dials to the one form in which numbers are compared. */
import type { Canonical, NumberKind } from './found.ts'
import { MAX_DIGITS, matchPlan } from './numbering-plan.ts'
import { canonicalOf, numberKindOf } from './plan.ts'

/**
 * Reads one number: digits with ordinary signs (`+86 10-95588`, `(0755) 9555 5`, `400-820-8820`, full-width digits).
 * Undefined when the digits are no number of the plan. Context is not asked: `12345` is a number here.
 */
export function canonicalNumber(dialled: string): { canonical: Canonical; kind: NumberKind } | undefined {
  const text = dialled.normalize('NFKC').trim()
  if (!/^[+\d\s().\-/–—]+$/.test(text)) return undefined
  const digits = text.replace(/\D/g, '')
  if (digits.length < 3 || digits.length > MAX_DIGITS) return undefined
  const plan = matchPlan(Uint8Array.from(digits, Number), 0, digits.length, text.replace(/^[\s(]+/, '').startsWith('+'))
  return plan === 0 ? undefined : { canonical: canonicalOf(digits, plan), kind: numberKindOf(plan) }
}
