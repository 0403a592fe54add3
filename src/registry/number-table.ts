/** A look-up table from canonical digits to line numbers: open addressing in typed arrays, 12 bytes a slot. */

export interface NumberTable {
  /** Line numbers stored under these digits, in the order they were added. */
  get(digits: string): number[]
  /** Bytes held by the typed arrays. */
  bytes: number
}

const EMPTY = 0

/** A whole number below 2^53 that keeps leading zeros and a leading `+` apart; 0 when the digits cannot be a key. */
function keyOf(digits: string): number {
  const foreign = digits.charCodeAt(0) === 43
  const length = digits.length - (foreign ? 1 : 0)
  if (length < 1 || length > 15) return EMPTY
  let key = foreign ? 2 : 1
  for (let at = foreign ? 1 : 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(at) - 48
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

/** Builds the table from `[digits, line]` pairs; pairs whose digits are no key (over 15 digits) are left out. */
export function buildNumberTable(pairs: Iterable<readonly [digits: string, line: number]>, count: number): NumberTable {
  let size = 16
  while (size < count * 2) size *= 2
  const mask = size - 1
  const keys = new Float64Array(size)
  const first = new Int32Array(size)
  const lines: Int32Array = new Int32Array(count)
  const next: Int32Array = new Int32Array(count).fill(-1)
  let used = 0
  for (const [digits, line] of pairs) {
    const key = keyOf(digits)
    if (key === EMPTY || used === count) continue
    let slot = slotOf(key, mask)
    while (keys[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & mask
    lines[used] = line
    if (keys[slot] === EMPTY) first[slot] = used
    else append(next, first[slot] ?? 0, used)
    keys[slot] = key
    used++
  }
  return {
    get(digits) {
      const key = keyOf(digits)
      if (key === EMPTY) return []
      let slot = slotOf(key, mask)
      while (keys[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & mask
      return keys[slot] === EMPTY ? [] : chain(lines, next, first[slot] ?? -1)
    },
    bytes: keys.byteLength + first.byteLength + lines.byteLength + next.byteLength,
  }
}

function append(next: Int32Array, head: number, entry: number): void {
  let at = head
  for (let after = next[at] ?? -1; after !== -1; after = next[at] ?? -1) at = after
  next[at] = entry
}

function chain(lines: Int32Array, next: Int32Array, head: number): number[] {
  const found: number[] = []
  for (let at = head; at !== -1; at = next[at] ?? -1) found.push(lines[at] ?? 0)
  return found
}
