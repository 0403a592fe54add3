/**
 * The grammar of tactic phrases: literals, `(a|b)` alternatives (nestable), optional groups `(a|b)?`, bounded gaps
 * `…{m,n}` (any characters) and digits `#` or `#{m,n}`. Everything else that looks like a regular expression is
 * refused; `\` in front makes a sign literal. Patterns are data, so their work must be bounded.
 */

export type PatternNode =
  | { kind: 'literal'; unit: number }
  | { kind: 'digit' }
  | { kind: 'gap'; least: number; most: number }
  | { kind: 'digits'; least: number; most: number }
  | { kind: 'sequence'; parts: PatternNode[] }
  | { kind: 'choice'; options: PatternNode[] }
  | { kind: 'optional'; part: PatternNode }

export type ParsedPattern = { ok: true; node: PatternNode } | { ok: false; at: number; reason: string }

const MAX_PATTERN = 600
const MAX_DEPTH = 8
/** Longest gap or run of digits, in characters. */
export const MAX_GAP = 40
/** States of the matcher that one pattern may cost. */
const MAX_STATES = 800
const REFUSED = new Set('[]{}*+?.^$')

interface Cursor {
  text: string
  at: number
  depth: number
  /** First thing that the grammar refuses; reading goes on to nowhere. */
  refused?: { at: number; reason: string }
}

/** Reads one pattern. Literals are folded as the text is: NFKC, lower case, no white space. */
export function parseTacticPattern(pattern: string): ParsedPattern {
  const text = pattern.normalize('NFKC').toLowerCase().replaceAll('...', '…').replace(/\s+/gu, '')
  if (text.length > MAX_PATTERN) return { ok: false, at: MAX_PATTERN, reason: `longer than ${MAX_PATTERN} characters` }
  const cursor: Cursor = { text, at: 0, depth: 0 }
  const node = readChoice(cursor)
  if (!cursor.refused && cursor.at < text.length) refuse(cursor, 'a bracket closes that was never opened')
  if (!cursor.refused && edgesAreOpen(node)) refuse(cursor, 'begins or ends with a gap or may be empty')
  if (!cursor.refused && countStates(node) > MAX_STATES) refuse(cursor, `needs more than ${MAX_STATES} states`)
  return cursor.refused ? { ok: false, ...cursor.refused } : { ok: true, node }
}

function refuse(cursor: Cursor, reason: string): void {
  cursor.refused ??= { at: cursor.at, reason }
  cursor.at = cursor.text.length
}

function readChoice(cursor: Cursor): PatternNode {
  const options = [readSequence(cursor)]
  while (cursor.text[cursor.at] === '|') {
    cursor.at++
    options.push(readSequence(cursor))
  }
  const [only] = options
  return only && options.length === 1 ? only : { kind: 'choice', options }
}

function readSequence(cursor: Cursor): PatternNode {
  const parts: PatternNode[] = []
  while (cursor.at < cursor.text.length) {
    const sign = cursor.text[cursor.at] ?? ''
    if (sign === '|' || sign === ')') break
    parts.push(readPart(cursor, sign))
  }
  if (parts.length === 0) refuse(cursor, 'an empty alternative')
  return { kind: 'sequence', parts }
}

function readPart(cursor: Cursor, sign: string): PatternNode {
  if (sign === '(') return readGroup(cursor)
  cursor.at++
  if (sign === '…') return readGap(cursor)
  if (sign === '#')
    return cursor.text[cursor.at] === '{' ? { kind: 'digits', ...readBounds(cursor) } : { kind: 'digit' }
  if (sign === '\\') {
    const literal = cursor.text.charCodeAt(cursor.at)
    if (Number.isNaN(literal)) refuse(cursor, 'nothing behind the last \\')
    cursor.at++
    return { kind: 'literal', unit: literal || 0 }
  }
  if (REFUSED.has(sign)) {
    cursor.at--
    refuse(cursor, `${sign} is not part of the grammar; write \\${sign} for the sign itself`)
  }
  return { kind: 'literal', unit: sign.charCodeAt(0) }
}

function readGroup(cursor: Cursor): PatternNode {
  cursor.at++
  if (++cursor.depth > MAX_DEPTH) refuse(cursor, `brackets deeper than ${MAX_DEPTH}`)
  const node = readChoice(cursor)
  cursor.depth--
  if (cursor.text[cursor.at] !== ')') refuse(cursor, 'a bracket is not closed')
  cursor.at++
  if (cursor.text[cursor.at] !== '?') return node
  cursor.at++
  return { kind: 'optional', part: node }
}

function readGap(cursor: Cursor): PatternNode {
  if (cursor.text[cursor.at] !== '{') refuse(cursor, 'a gap needs its bounds: …{m,n}')
  return { kind: 'gap', ...readBounds(cursor) }
}

function readBounds(cursor: Cursor): { least: number; most: number } {
  const bounds = /^\{(\d{1,3}),(\d{1,3})\}/.exec(cursor.text.slice(cursor.at))
  const least = Number(bounds?.[1])
  const most = Number(bounds?.[2])
  if (!bounds || least > most || most < 1 || most > MAX_GAP) {
    refuse(cursor, `bounds must be {m,n} with m ≤ n ≤ ${MAX_GAP}`)
    return { least: 0, most: 1 }
  }
  cursor.at += bounds[0].length
  return { least, most }
}

function edgesAreOpen(node: PatternNode): boolean {
  return isOpen(node, 'first') || isOpen(node, 'last')
}

/** True when a match could begin (or end) with a gap, or with nothing at all. */
function isOpen(node: PatternNode, edge: 'first' | 'last'): boolean {
  switch (node.kind) {
    case 'literal':
    case 'digit':
      return false
    case 'digits':
      return node.least === 0
    case 'gap':
      return true
    case 'choice':
      return node.options.some((option) => isOpen(option, edge))
    case 'optional':
      return true
    case 'sequence': {
      const parts = edge === 'first' ? node.parts : node.parts.toReversed()
      // An optional group at the edge is fine as long as something solid follows it and it has no gap at its own edge.
      for (const part of parts) {
        if (part.kind === 'optional' && !isOpen(part.part, edge)) continue
        return isOpen(part, edge)
      }
      return true
    }
    default: {
      const never: never = node
      return never
    }
  }
}

function countStates(node: PatternNode): number {
  switch (node.kind) {
    case 'literal':
    case 'digit':
      return 1
    case 'gap':
    case 'digits':
      return node.most
    case 'optional':
      return countStates(node.part)
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + countStates(part), 0)
    case 'choice':
      return node.options.reduce((sum, option) => sum + countStates(option), 0)
    default: {
      const never: never = node
      return never
    }
  }
}
