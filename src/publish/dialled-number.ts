/** The canonical digits of a number as a record prints it, and what kind of line it is. */

export type LineKind = 'short-code' | 'service-400' | 'service-800' | 'landline'

/** `undefined`: not a line that can be dialled (or a mobile, a sender ID, a foreign number: never a hotline). */
export function dialledNumber(printed: string): { canonical: string; kind: LineKind } | undefined {
  if (!/^\+?[\d() -]+$/.test(printed)) return undefined
  const digits = printed.replace(/\D/g, '')
  const national = printed.startsWith('+') ? (digits.startsWith('86') ? `0${digits.slice(2)}` : '') : digits
  const kind = kindOf(national)
  return kind && { canonical: national, kind }
}

function kindOf(national: string): LineKind | undefined {
  if (/^400\d{7}$/.test(national)) return 'service-400'
  if (/^800\d{7}$/.test(national)) return 'service-800'
  if (/^0(10|2\d)[2-8]\d{7}$/.test(national) || /^0[3-9]\d{2}[2-8]\d{6,7}$/.test(national)) return 'landline'
  if (/^(0\d{2,3})?(95\d{3,7}|96\d{3,4}|10[01]\d{2,5}|101\d{5}|12\d{3}|11\d)$/.test(national)) return 'short-code'
  return undefined
}
