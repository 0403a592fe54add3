/**
 * Look-up of names as people type them: exact, pinyin, initials, the beginning, a part, or with a slip of the finger.
 * All keys lie in one string, so that a registry of 100,000 lines is searched at the speed of `indexOf` and no index of
 * fragments has to be built when the worker starts.
 */
import type { RegistryIndex } from '../registry/registry-index.ts'

/** One name that answers a query. */
export interface NameHit {
  institution: string
  /** 1 the name itself · 0.95 its pinyin · 0.9 its initials · below: beginning, part, typing slip. */
  score: number
}

interface NameSearch {
  /** `\n` key `\n` key … `\n` */
  keys: string
  /** Offset of each key. */
  starts: Uint32Array
  owners: string[]
  /** What an exact hit of the key is worth. */
  worth: number[]
}

const searches = new WeakMap<RegistryIndex, NameSearch>()

/** Hits looked at per query and way of searching: more would be noise. */
const MOST = 400

/** Hits for a folded name without noise words, best first is not promised. Empty for queries of less than two characters. */
export function searchNames(query: string, index: RegistryIndex): NameHit[] {
  const search = searchOf(index)
  const wanted = compact(query)
  if (wanted.length < 2) return []
  const hits = partHits(search, wanted)
  return hits.length > 0 ? hits : slipHits(search, wanted)
}

function searchOf(index: RegistryIndex): NameSearch {
  const known = searches.get(index)
  if (known) return known
  const made = build(index)
  searches.set(index, made)
  return made
}

function build(index: RegistryIndex): NameSearch {
  const keys: string[] = []
  const owners: string[] = []
  const worth: number[] = []
  const add = (key: string, owner: string, value: number) => {
    keys.push(key)
    owners.push(owner)
    worth.push(value)
  }
  index.names.forEach((name, at) => {
    const key = compact(index.foldedNames[at] ?? '')
    for (const owner of name.institutions) add(key, owner, 1)
  })
  for (const one of index.institutions.briefs())
    for (const reading of one.pinyin ?? []) {
      add(compact(reading), one.id, 0.95)
      if (reading.includes(' ')) add(initials(reading), one.id, 0.9)
    }
  const starts = new Uint32Array(keys.length)
  let at = 1
  keys.forEach((key, row) => {
    starts[row] = at
    at += key.length + 1
  })
  return { keys: `\n${keys.join('\n')}\n`, starts, owners, worth }
}

/** `360 jie tiao` → `360jt`. */
function initials(reading: string): string {
  return reading.replaceAll(/([^\d ])[^ ]* *|(\d[^ ]*) */g, '$1$2')
}

/** Spaces tell nothing: `zhao shang` is typed as `zhaoshang`. */
function compact(text: string): string {
  return text.replaceAll(/[\s\n'’·]/g, '')
}

/** Keys that hold the query; the more of the key it covers, the better. */
function partHits(search: NameSearch, wanted: string): NameHit[] {
  const hits: NameHit[] = []
  let at = search.keys.indexOf(wanted)
  for (let count = 0; at !== -1 && count < MOST; count++) {
    const row = rowAt(search.starts, at)
    const key = keyOf(search, row)
    hits.push(hitOf(search, row, partScore(key, wanted, at === search.starts[row])))
    at = search.keys.indexOf(wanted, (search.starts[row] ?? 0) + key.length)
  }
  return hits
}

function partScore(key: string, wanted: string, first: boolean): number {
  if (key.length === wanted.length) return 1
  return (first ? 0.5 : 0.35) + (0.35 * wanted.length) / key.length
}

/**
 * Keys with one slip (two from six characters on). One slip leaves one half of the query whole: only keys that hold a
 * half are compared.
 */
function slipHits(search: NameSearch, wanted: string): NameHit[] {
  if (wanted.length < 3) return []
  const slips = wanted.length >= 6 ? 2 : 1
  const rows = new Set<number>()
  for (const part of partsOf(wanted, slips + 1)) {
    let at = search.keys.indexOf(part)
    for (let count = 0; at !== -1 && count < MOST; count++) {
      const row = rowAt(search.starts, at)
      rows.add(row)
      at = search.keys.indexOf(part, (search.starts[row] ?? 0) + keyOf(search, row).length)
    }
  }
  return [...rows].flatMap((row) => {
    const key = keyOf(search, row)
    const distance = editDistance(key, wanted, slips)
    return distance <= slips ? [hitOf(search, row, 0.6 - (0.4 * distance) / wanted.length)] : []
  })
}

/** The query in `count` pieces of nearly the same length; pieces of one Latin letter would match everything. */
function partsOf(wanted: string, count: number): string[] {
  const size = Math.ceil(wanted.length / count)
  const parts: string[] = []
  for (let at = 0; at < wanted.length; at += size) parts.push(wanted.slice(at, at + size))
  return parts.filter((part) => part.length > 1 || !/[a-z0-9]/.test(part))
}

function hitOf(search: NameSearch, row: number, score: number): NameHit {
  return { institution: search.owners[row] ?? '', score: score * (search.worth[row] ?? 0) }
}

function keyOf(search: NameSearch, row: number): string {
  const start = search.starts[row] ?? 0
  const next = search.starts[row + 1] ?? search.keys.length
  return search.keys.slice(start, next - 1)
}

/** The last row that starts at or before `at`. */
function rowAt(starts: Uint32Array, at: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** Insertions, deletions, replacements and swaps of neighbours (restricted Damerau); stops above `limit`. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      let least = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (swapped && row > 1 && column > 1) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      current.push(least)
    }
    if (Math.min(...current) > limit) return limit + 1
    before = previous
    previous = current
  }
  return previous[right.length] ?? limit + 1
}
