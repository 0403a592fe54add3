/** A look-up table from canonical digits to line numbers: open addressing in typed arrays, 12 bytes a slot. */

export interface NumberTable {
  /** Line numbers stored under these digits, in the order they were added. */
  get(digits: string): number[]
  /** Bytes held by the typed arrays. */
  bytes: number
}

const EMPTY = 0

const PLUS = 43
const ZERO = 48

/** A whole number below 2^53 that keeps leading zeros and a leading `+` apart; 0 when the digits cannot be a key. */
export function keyOf(digits: string): number {
  const foreign = digits.charCodeAt(0) === PLUS
  const length = digits.length - (foreign ? 1 : 0)
  if (length < 1 || length > 15) return EMPTY
  let key = foreign ? 2 : 1
  for (let at = foreign ? 1 : 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(at) - ZERO
    if (digit < 0 || digit > 9) return EMPTY
    key = key * 10 + digit
  }
  return key
}

/** The same of the ASCII digits in bytes. */
export function keyOfBytes(bytes: Uint8Array, start: number, end: number): number {
  const from = bytes[start] === PLUS ? start + 1 : start
  if (end - from < 1 || end - from > 15) return EMPTY
  let key = from > start ? 2 : 1
  for (let at = from; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO
    if (digit < 0 || digit > 9) return EMPTY
    key = key * 10 + digit
  }
  return key
}

function slotOf(key: number, mask: number): number {
  const low = key % 4294967296
  const mixed = Math.imul((low ^ Math.floor(key / 4294967296)) | 0, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) & mask
}

/** Builds the table; `lines[n]` is the line under `keys[n]`. Keys of 0 (over 15 digits) are left out. */
export function buildNumberTable(under: readonly number[], lines: readonly number[]): NumberTable {
  let size = 16
  while (size < under.length * 2) size *= 2
  const mask = size - 1
  const keys = new Float64Array(size)
  const first = new Int32Array(size)
  const next: Int32Array = new Int32Array(under.length).fill(-1)
  for (let entry = 0; entry < under.length; entry++) {
    const key = under[entry] ?? EMPTY
    if (key === EMPTY) continue
    let slot = slotOf(key, mask)
    while (keys[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & mask
    if (keys[slot] === EMPTY) first[slot] = entry
    else append(next, first[slot] ?? 0, entry)
    keys[slot] = key
  }
  return {
    get(digits) {
      const key = keyOf(digits)
      if (key === EMPTY) return []
      let slot = slotOf(key, mask)
      while (keys[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & mask
      return keys[slot] === EMPTY ? [] : chain(lines, next, first[slot] ?? -1)
    },
    bytes: keys.byteLength + first.byteLength + next.byteLength,
  }
}

function append(next: Int32Array, head: number, entry: number): void {
  let at = head
  for (let after = next[at] ?? -1; after !== -1; after = next[at] ?? -1) at = after
  next[at] = entry
}

function chain(lines: readonly number[], next: Int32Array, head: number): number[] {
  const found: number[] = []
  for (let at = head; at !== -1; at = next[at] ?? -1) found.push(lines[at] ?? 0)
  return found
}
