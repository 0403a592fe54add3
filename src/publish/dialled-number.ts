/** The canonical digits of a number as a record prints it, and what kind of line it is. */
import { canonicalNumber } from '../phone/canonical-number.ts'
import type { Canonical, NumberKind } from '../phone/found.ts'

const HOTLINE_KINDS = new Set<NumberKind>(['short-code', 'service-400', 'service-800', 'landline'])

/** `undefined`: not a line of the plan, or a mobile, a sender ID or a foreign number: never a hotline of a registry. */
export function dialledNumber(printed: string): { canonical: Canonical; kind: NumberKind } | undefined {
  // `+95588` dials nothing: the detector undoes that disguise, a record must not wear it.
  if (/^(\+|00)(?!86)/.test(printed)) return undefined
  const dialled = canonicalNumber(printed)
  return dialled && HOTLINE_KINDS.has(dialled.kind) ? dialled : undefined
}
