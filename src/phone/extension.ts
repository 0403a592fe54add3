/** Menu keys and extensions behind a number: 转3, -2-1, 按1, ext 801, #2. They are told, not dialled. */
import { classAt, digitOf } from './char-class.ts'

const MARKED =
  /[\s,，;；（(]{0,3}(?:[请再]?(?:[转接]?(?:接|分机号?|内线)|[转按拨])|ext(?:ensio)?n?\.?|[x#＃])[\s:：.]{0,2}(\d{1,6}(?:[-－—](?:转|按)?\d{1,5}){0,3}|[一二三四五六七八九零〇]{1,4})(?![\d.])/iy
const DASHED = /\s?[-－—]\s?(\d{1,2}(?:\s?[-－—]\s?\d{1,2}){1,3}|\d{1,4})(?![\d.:：%/\-－—]| ?小时)/y

/** The extension that begins at `end`, digits and hyphens, or undefined. */
export function readExtension(text: string, end: number): string | undefined {
  DASHED.lastIndex = MARKED.lastIndex = end
  const keys = DASHED.exec(text)?.[1] ?? MARKED.exec(text)?.[1]
  return keys
    ?.replace(/[－—]/g, '-')
    .replace(/[转按\s]/g, '')
    .replace(/[^\d-]/g, (digit) => String(digitOf(classAt(digit, 0))))
}
