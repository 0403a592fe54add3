/** Small checks that combine into whole-document checks: data from files and from the network is believed only after one. */

/** What is wrong, and where: `hotlines[0].evidence`. */
export interface Problem {
  field: string
  reason: string
}

/** Adds to `problems` whatever is wrong with `value`; `field` is its path. */
export type Check = (value: unknown, field: string, problems: Problem[]) => void

const HIDDEN =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u

/** All problems of `value`, in document order; empty when it is sound. */
export function problemsOf(check: Check, value: unknown): Problem[] {
  const problems: Problem[] = []
  check(value, '', problems)
  return problems
}

/** Non-empty text in NFC without bidi controls, zero-width or control characters; `max` in UTF-16 units. */
export function text(max = 200): Check {
  return (value, field, problems) => {
    const reason = textFault(value, max)
    if (reason) problems.push({ field, reason })
  }
}

function textFault(value: unknown, max: number): string | undefined {
  if (value === undefined) return 'is missing'
  if (typeof value !== 'string') return 'is not text'
  if (value.trim() === '') return 'is empty'
  if (value !== value.trim()) return 'begins or ends with a space'
  if (value.length > max) return `is longer than ${max} characters`
  if (!value.isWellFormed()) return 'holds half a character'
  if (HIDDEN.test(value)) return 'holds an invisible or direction-changing character'
  if (value !== value.normalize('NFC')) return 'is not in Unicode form NFC'
  return undefined
}

/** Text that a pattern must match; `what` names it: “is not an area code”. `holds`: what a pattern cannot say. */
export function matching(pattern: RegExp, what: string, holds: (text: string) => boolean = () => true): Check {
  return (value, field, problems) => {
    if (value === undefined) problems.push({ field, reason: 'is missing' })
    else if (typeof value !== 'string' || !pattern.test(value) || !holds(value))
      problems.push({ field, reason: `is not ${what}` })
  }
}

/** One of a closed list of words. */
export function oneOf(words: readonly string[]): Check {
  return (value, field, problems) => {
    if (value === undefined) problems.push({ field, reason: 'is missing' })
    else if (typeof value !== 'string' || !words.includes(value))
      problems.push({ field, reason: `is not one of ${words.join(', ')}` })
  }
}

/** One of a few whole numbers. */
export function oneOfNumbers(numbers: readonly number[]): Check {
  return (value, field, problems) => {
    if (typeof value !== 'number' || !numbers.includes(value))
      problems.push({ field, reason: `is not one of ${numbers.join(', ')}` })
  }
}

/** Exactly this value. */
export function exactly(expected: string | number | boolean): Check {
  return (value, field, problems) => {
    if (value !== expected) problems.push({ field, reason: `is not ${JSON.stringify(expected)}` })
  }
}

export const flag: Check = (value, field, problems) => {
  if (typeof value !== 'boolean') problems.push({ field, reason: 'is neither true nor false' })
}

/** A whole number that JSON carries without loss. */
export function whole(min: number, max = Number.MAX_SAFE_INTEGER): Check {
  return (value, field, problems) => {
    if (!Number.isSafeInteger(value) || Number(value) < min || Number(value) > max)
      problems.push({ field, reason: `is not a whole number from ${min} to ${max}` })
  }
}

/** A list; `min` and `max` entries. */
export function list(each: Check, max: number, min = 0): Check {
  return (value, field, problems) => {
    if (value === undefined) problems.push({ field, reason: 'is missing' })
    else if (!Array.isArray(value)) problems.push({ field, reason: 'is not a list' })
    else if (value.length < min)
      problems.push({ field, reason: min === 1 ? 'is empty' : `has fewer than ${min} entries` })
    else if (value.length > max) problems.push({ field, reason: `has more than ${max} entries` })
    else for (const [at, entry] of value.entries()) each(entry, `${field}[${at}]`, problems)
  }
}

/** A mapping with these fields. Unknown fields are refused when `unknown` says so, else ignored. */
export function shape(
  required: Record<string, Check>,
  optional: Record<string, Check> = {},
  unknown: 'refuse' | 'ignore' = 'refuse',
): Check {
  return (value, field, problems) => {
    if (value === undefined) return void problems.push({ field, reason: 'is missing' })
    if (!isMapping(value)) return void problems.push({ field, reason: 'is not a mapping' })
    for (const [name, check] of Object.entries(required)) check(own(value, name), path(field, name), problems)
    for (const [name, check] of Object.entries(optional))
      if (Object.hasOwn(value, name)) check(own(value, name), path(field, name), problems)
    if (unknown === 'refuse') refuseUnknown(value, { ...required, ...optional }, field, problems)
  }
}

function refuseUnknown(value: object, known: Record<string, Check>, field: string, problems: Problem[]): void {
  for (const name of Object.keys(value))
    if (!Object.hasOwn(known, name)) problems.push({ field: path(field, name), reason: 'is not a known field' })
}

/** The first alternative that finds no problem; else the problems of the last one. */
export function either(...checks: Check[]): Check {
  return (value, field, problems) => {
    let last: Problem[] = []
    for (const check of checks) {
      last = []
      check(value, field, last)
      if (last.length === 0) return
    }
    problems.push(...last)
  }
}

/** A mapping that is a plain object: `{}` of JSON or YAML. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(value: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

function path(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`
}
