/** Finds many tactic patterns in one pass: a set of states moved over the text, so no text can make it slow. */
import { type PatternNode, parseTacticPattern } from './tactic-pattern.ts'

export interface PatternMatch {
  /** Index of the pattern in the list the matcher was built from. */
  pattern: number
  /** UTF-16 offsets in the squeezed text. */
  start: number
  end: number
}

export interface TacticMatcher {
  /** Matches in order of their ends; the shortest for each start, at most 64 of one pattern. */
  find(squeezed: string): PatternMatch[]
  /** Patterns that the grammar refuses; they never match. */
  refused: number[]
}

const MAX_MATCHES = 64
const ANY = -1
const DIGIT = -2

/** States by number: what a state reads (a unit, ANY or DIGIT), and where it goes; a negative target −1−p means pattern p matched. */
interface Machine {
  reads: number[]
  next: number[][]
  starts: Map<number, number[]>
}

/** Text as the patterns see it: NFKC, lower case, no white space and no invisible characters. */
export function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]+/gu, '')
}

/** Compiles patterns. Work of `find` is at most text length × states, and near text length on ordinary text. */
export function buildTacticMatcher(patterns: readonly string[]): TacticMatcher {
  const machine: Machine = { reads: [], next: [], starts: new Map() }
  const refused: number[] = []
  patterns.forEach((pattern, index) => {
    const parsed = parseTacticPattern(pattern)
    if (!parsed.ok) {
      refused.push(index)
      return
    }
    for (const state of compile(parsed.node, [-1 - index], machine)) addStart(machine, state)
  })
  return { find: (text) => run(machine, patterns.length, text), refused }
}

function addStart(machine: Machine, state: number): void {
  const unit = machine.reads[state] ?? ANY
  machine.starts.set(unit, [...(machine.starts.get(unit) ?? []), state])
}

function addState(machine: Machine, reads: number, next: number[]): number {
  machine.next.push(next)
  return machine.reads.push(reads) - 1
}

/** Builds the states of a node in front of `next`; gives the states to enter. */
function compile(node: PatternNode, next: number[], machine: Machine): number[] {
  switch (node.kind) {
    case 'literal':
      return [addState(machine, node.unit, next)]
    case 'digit':
      return [addState(machine, DIGIT, next)]
    case 'gap':
      return repeat(machine, ANY, node.least, node.most, next)
    case 'digits':
      return repeat(machine, DIGIT, node.least, node.most, next)
    case 'sequence':
      return node.parts.reduceRight((after, part) => compile(part, after, machine), next)
    case 'choice':
      return [...new Set(node.options.flatMap((option) => compile(option, next, machine)))]
    case 'optional':
      return [...new Set([...compile(node.part, next, machine), ...next])]
    default: {
      const never: never = node
      return never
    }
  }
}

function repeat(machine: Machine, reads: number, least: number, most: number, next: number[]): number[] {
  let entry = next
  for (let count = most; count > least; count--) entry = [addState(machine, reads, entry), ...next]
  for (let count = least; count > 0; count--) entry = [addState(machine, reads, entry)]
  return entry
}

function run(machine: Machine, patterns: number, text: string): PatternMatch[] {
  const states = machine.reads.length
  const began: Int32Array = new Int32Array(states)
  const seen: Int32Array = new Int32Array(states).fill(-1)
  const counts = new Uint8Array(patterns)
  const lastStart: Int32Array = new Int32Array(patterns).fill(-1)
  const matches: PatternMatch[] = []
  let active: number[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const following: number[] = []
    const advance = (state: number, start: number) => {
      for (const target of machine.next[state] ?? []) {
        if (target < 0) report(-1 - target, start, at + 1)
        else if (seen[target] !== at) {
          seen[target] = at
          began[target] = start
          following.push(target)
        }
      }
    }
    const report = (pattern: number, start: number, end: number) => {
      if (lastStart[pattern] === start || (counts[pattern] ?? 0) >= MAX_MATCHES) return
      lastStart[pattern] = start
      counts[pattern] = (counts[pattern] ?? 0) + 1
      matches.push({ pattern, start, end })
    }
    // A state may be reached from two starts in one step; `began` is read before `advance` can overwrite it.
    const starts = active.map((state) => began[state] ?? 0)
    active.forEach((state, order) => {
      if (accepts(machine.reads[state] ?? 0, unit)) advance(state, starts[order] ?? 0)
    })
    for (const state of machine.starts.get(unit) ?? []) advance(state, at)
    if (isDigit(unit)) for (const state of machine.starts.get(DIGIT) ?? []) advance(state, at)
    active = following
  }
  return matches
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

function accepts(reads: number, unit: number): boolean {
  return reads === unit || reads === ANY || (reads === DIGIT && isDigit(unit))
}
