/** E.164 country codes and how long a whole number can be: a plan-level check without libphonenumber's metadata. */

/** Two-digit codes; 1 and 7 stand alone; every other first digit pair belongs to a three-digit code. */
const TWO_DIGITS =
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 90 91 92 93 94 95 98'

const two: ReadonlySet<string> = new Set(TWO_DIGITS.split(' '))

/** Digits behind the + (country code first): at most 15 (E.164), national part 6–12 and not beginning with 0 but in Italy; no digit seven times in a row. */
export function countryFits(digits: string): boolean {
  if (digits.length < 8 || digits.length > 15 || /(\d)\1{6}/.test(digits)) return false
  if (digits[0] === '1') return /^1[2-9]\d\d[2-9]\d{6}$/.test(digits)
  if (digits[0] === '7') return digits.length === 11
  const stem = digits.slice(0, 2)
  const national = two.has(stem) ? digits.slice(2) : digits[0] === '0' ? '' : digits.slice(3)
  if (national.length < 6 || national.length > 12) return false
  return national[0] !== '0' || stem === '39'
}
