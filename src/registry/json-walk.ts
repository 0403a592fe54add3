/**
 * Walks over sound JSON in bytes without parsing it: a data set of 24 MB is read through in the time that JSON.parse needs
 * for a tenth of it. Only for bytes that were parsed and asserted before.
 */

import { RegistryError } from './registry-error.ts'

type Bytes = Uint8Array<ArrayBuffer>

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const SPACE = 0x20
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d

/** `at`: offset of the opening quote. Gives the offset after the closing one. */
export function endOfText(bytes: Bytes, at: number): number {
  for (let next = at + 1; next < bytes.length; next++) {
    const byte = bytes[next]
    if (byte === QUOTE) return next + 1
    if (byte === BACKSLASH) next++
  }
  return bytes.length
}

/** Offset after the value that begins at `at`. */
export function endOfValue(bytes: Bytes, at: number): number {
  let depth = 0
  for (let next = at; next < bytes.length; next++) {
    const byte = bytes[next]
    if (byte === QUOTE) {
      next = endOfText(bytes, next) - 1
      if (depth === 0) return next + 1
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) depth++
    else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      if (depth === 0) return next // behind a number or a word
      depth--
      if (depth === 0) return next + 1
    } else if (depth === 0 && (byte === COMMA || isBlank(byte))) return next
  }
  return bytes.length
}

/** Calls `visit` with the offset of each element; it gives the offset after it. Gives the offset after the array. */
export function walkArray(bytes: Bytes, at: number, visit: (start: number) => number): number {
  let next = skipBlanks(bytes, at + 1)
  while (next < bytes.length && bytes[next] !== CLOSE_ARRAY) {
    const after = visit(next)
    if (after <= next) throw new RegistryError('damaged', 'the registry is not sound JSON')
    next = toNext(bytes, after)
  }
  return next + 1
}

/** The same for the members of an object; `key` is the offset after the quote that opens the name. */
export function walkObject(bytes: Bytes, at: number, visit: (key: number, value: number) => number): number {
  let next = skipBlanks(bytes, at + 1)
  while (next < bytes.length && bytes[next] !== CLOSE_OBJECT) {
    const colon = skipBlanks(bytes, endOfText(bytes, next))
    next = toNext(bytes, visit(next + 1, skipBlanks(bytes, colon + 1)))
  }
  return next + 1
}

/** Over blanks and one comma to the next element or the closing bracket. */
function toNext(bytes: Bytes, at: number): number {
  const next = skipBlanks(bytes, at)
  return bytes[next] === COMMA ? skipBlanks(bytes, next + 1) : next
}

function skipBlanks(bytes: Bytes, at: number): number {
  let next = at
  while (isBlank(bytes[next])) next++
  return next
}

function isBlank(byte: number | undefined): boolean {
  return byte !== undefined && byte <= SPACE
}
