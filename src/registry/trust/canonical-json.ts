/** Strict JSON in, canonical JSON out: the bytes that TUF signatures cover. */
import { TufError } from './tuf-error.ts'

export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject
export type JsonObject = { [name: string]: JsonValue }

/** Metadata is a few levels deep; anything deeper is an attempt on the stack. */
const MAX_DEPTH = 100

/**
 * Parses UTF-8 JSON. A byte order mark or invalid UTF-8 is refused with `malformed`.
 * Own property `__proto__` stays an own property (JSON.parse defines it), so read objects with Object.entries only.
 */
export function parseJson(bytes: Uint8Array): JsonValue {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw new TufError('malformed', 'not UTF-8 JSON')
  }
}

/**
 * Canonical JSON (OLPC form, the one of securesystemslib): keys in code-point order, no white space, only `"` and `\`
 * escaped, integers only. Floats, unsafe integers, lone surrogates and absurd nesting are refused with `malformed`.
 */
export function canonicalJson(value: JsonValue): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalText(value, 0))
}

function canonicalText(value: JsonValue, depth: number): string {
  if (depth > MAX_DEPTH) throw new TufError('malformed', `JSON is nested deeper than ${MAX_DEPTH} levels`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'string') return canonicalString(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item, depth + 1)).join(',')}]`
  const members = Object.entries(value).sort(([a], [b]) => compareCodePoints(a, b))
  return `{${members.map(([name, item]) => `${canonicalString(name)}:${canonicalText(item, depth + 1)}`).join(',')}}`
}

function canonicalNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TufError('malformed', 'a number is not a safe integer')
  return String(value)
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new TufError('malformed', 'a string has a lone surrogate')
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}

/** Python's order. JavaScript compares UTF-16 units, which puts astral characters before U+E000…U+FFFF. */
function compareCodePoints(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  for (let at = 0; at < shared; at++) {
    const difference = codePointRank(a.charCodeAt(at)) - codePointRank(b.charCodeAt(at))
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
