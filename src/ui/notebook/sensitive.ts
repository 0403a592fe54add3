/** Notices identifiers that have no place in notes: Chinese ID numbers and bank card numbers. Pure; nothing is kept. */

export type Sensitive = 'id-card' | 'bank-card'

/** Digits, possibly in groups, with a final X for ID numbers. */
const longRun = /(?<!\d)\d(?:[ -]?\d){14,18}[ -]?[\dXx]?(?![\dXx])/g

/** The first identifier that `text` seems to hold: an 18-digit ID number (GB 11643 check digit) or a 16–19-digit card number (Luhn). */
export function sensitiveIn(text: string): Sensitive | undefined {
  for (const [run] of text.matchAll(longRun)) {
    const digits = run.replace(/[ -]/g, '').toUpperCase()
    if (isIdNumber(digits)) return 'id-card'
    if (isCardNumber(digits)) return 'bank-card'
  }
  return undefined
}

function isIdNumber(digits: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(digits)) return false
  const sum = [...digits.slice(0, 17)].reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  )
  return '10X98765432'[sum % 11] === digits[17]
}

function isCardNumber(digits: string): boolean {
  if (!/^[1-9]\d{15,18}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
