/** Units of which words and numbers are made: where they meet, it matters whether the text goes on. */
import { isWordLetter, RUN_START, UNIT_CLASS } from '../phone/char-class.ts'

/** A digit of any kind, or a letter of a script that is mixed with digits. */
export function isWordUnit(unit: number): boolean {
  return isDigitUnit(unit) || isWordLetter(unit)
}

export function isDigitUnit(unit: number): boolean {
  return (UNIT_CLASS[unit] ?? 0) >= RUN_START
}

/** True when a border before unit `at` would part digits, or a digit from a letter. */
export function splitsWord(text: string, at: number): boolean {
  const left = text.charCodeAt(at - 1)
  const right = text.charCodeAt(at)
  return (isDigitUnit(left) && isWordUnit(right)) || (isDigitUnit(right) && isWordUnit(left))
}
