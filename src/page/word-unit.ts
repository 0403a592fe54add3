/** Units of which words and numbers are made: where they meet, it matters whether the text goes on. */
import { isWordLetter, RUN_START, UNIT_CLASS } from '../phone/char-class.ts'

/** A digit of any kind, or a letter of a script that is mixed with digits. */
export function isWordUnit(unit: number): boolean {
  return isDigitUnit(unit) || isWordLetter(unit)
}

export function isDigitUnit(unit: number): boolean {
  return (UNIT_CLASS[unit] ?? 0) >= RUN_START
}
