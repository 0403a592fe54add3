/** One Aho–Corasick automaton over all names: every text is read once, whatever the number of institutions. */
import { type FoldedText, foldText } from './fold-name.ts'

export interface NameHit {
  /** UTF-16 offsets in the text as given. */
  start: number
  end: number
  /** Index of the name in the list the automaton was built from. */
  name: number
}

export interface NameAutomaton {
  /** Leftmost-longest, never overlapping; names that begin or end with a letter or figure need a boundary there. */
  find(text: string): NameHit[]
}

interface Trie {
  /** Dense code of each UTF-16 unit that occurs in a name; 0 for all others. */
  codes: Uint16Array
  /** Codes and the zero. */
  alphabet: number
  /** state × alphabet + code → state. */
  edges: Map<number, number>
  /** Name that ends in a state, or -1. */
  ends: number[]
  /** Length of that name in folded units. */
  lengths: number[]
}

/** Builds the automaton. Names must be folded already (`foldName`) and distinct. */
export function buildNameAutomaton(names: readonly string[]): NameAutomaton {
  const trie = buildTrie(names)
  const { fail, shorter } = linkFailures(trie)
  return { find: (text) => select(collect(foldText(text), trie, fail, shorter)) }
}

function codeUnits(names: readonly string[]): { codes: Uint16Array; alphabet: number } {
  const codes = new Uint16Array(65536)
  let alphabet = 1
  for (const name of names) {
    for (let at = 0; at < name.length; at++) {
      const unit = name.charCodeAt(at)
      if (codes[unit] === 0) codes[unit] = alphabet++
    }
  }
  return { codes, alphabet }
}

function buildTrie(names: readonly string[]): Trie {
  const { codes, alphabet } = codeUnits(names)
  const trie: Trie = { codes, alphabet, edges: new Map(), ends: [-1], lengths: [0] }
  names.forEach((name, index) => {
    let state = 0
    for (let at = 0; at < name.length; at++) {
      const edge = state * alphabet + (codes[name.charCodeAt(at)] ?? 0)
      let next = trie.edges.get(edge)
      if (next === undefined) {
        next = trie.ends.push(-1) - 1
        trie.lengths.push(0)
        trie.edges.set(edge, next)
      }
      state = next
    }
    if (state === 0) return
    trie.ends[state] = index
    trie.lengths[state] = name.length
  })
  return trie
}

function linkFailures(trie: Trie): { fail: Int32Array; shorter: Int32Array } {
  const fail = new Int32Array(trie.ends.length)
  /** The next shorter name that ends here too, or 0. */
  const shorter = new Int32Array(trie.ends.length)
  const children = childrenOf(trie)
  const queue = [0]
  for (let head = 0; head < queue.length; head++) {
    const parent = queue[head] ?? 0
    for (const [code, state] of children.get(parent) ?? []) {
      const link = parent === 0 ? 0 : step(trie, fail, fail[parent] ?? 0, code)
      fail[state] = link
      shorter[state] = (trie.ends[link] ?? -1) >= 0 ? link : (shorter[link] ?? 0)
      queue.push(state)
    }
  }
  return { fail, shorter }
}

function childrenOf(trie: Trie): Map<number, [code: number, state: number][]> {
  const children = new Map<number, [code: number, state: number][]>()
  for (const [edge, state] of trie.edges) {
    const parent = Math.floor(edge / trie.alphabet)
    const list = children.get(parent)
    if (list) list.push([edge % trie.alphabet, state])
    else children.set(parent, [[edge % trie.alphabet, state]])
  }
  return children
}

function step(trie: Trie, fail: Int32Array, from: number, code: number): number {
  if (code === 0) return 0
  let state = from
  for (;;) {
    const next = trie.edges.get(state * trie.alphabet + code)
    if (next !== undefined) return next
    if (state === 0) return 0
    state = fail[state] ?? 0
  }
}

/** Letters join with letters and figures with figures; Han characters stand for themselves. */
function joins(one: number, other: number): boolean {
  return (isLatin(one) && isLatin(other)) || (isFigure(one) && isFigure(other))
}

function isLatin(unit: number): boolean {
  return unit >= 97 && unit <= 122
}

function isFigure(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

/** A letter or figure at the edge of a name must not continue outside it (CMB in CMBC, 58同城 in 95558同城). */
function hasBoundaries({ units, length }: FoldedText, start: number, end: number): boolean {
  if (start > 0 && joins(units[start - 1] ?? 0, units[start] ?? 0)) return false
  return !(end < length && joins(units[end - 1] ?? 0, units[end] ?? 0))
}

/** The longest name at each start. Ends grow while reading, so a later hit at one start is the longer one. */
function collect(
  text: FoldedText,
  trie: Trie,
  fail: Int32Array,
  shorter: Int32Array,
): Map<number, NameHit & { to: number }> {
  const longest = new Map<number, NameHit & { to: number }>()
  let state = 0
  for (let at = 0; at < text.length; at++) {
    state = step(trie, fail, state, trie.codes[text.units[at] ?? 0] ?? 0)
    let hit = (trie.ends[state] ?? -1) >= 0 ? state : (shorter[state] ?? 0)
    for (; hit !== 0; hit = shorter[hit] ?? 0) {
      const start = at + 1 - (trie.lengths[hit] ?? 0)
      if (!hasBoundaries(text, start, at + 1)) continue
      longest.set(start, {
        start: text.from[start] ?? 0,
        end: (text.from[at] ?? 0) + 1,
        name: trie.ends[hit] ?? 0,
        to: at + 1,
      })
    }
  }
  return longest
}

function select(longest: Map<number, NameHit & { to: number }>): NameHit[] {
  const hits: NameHit[] = []
  let free = 0
  for (const start of [...longest.keys()].sort((a, b) => a - b)) {
    const hit = longest.get(start)
    if (!hit || start < free) continue
    hits.push({ start: hit.start, end: hit.end, name: hit.name })
    free = hit.to
  }
  return hits
}
