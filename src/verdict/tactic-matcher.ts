/** Finds many tactic patterns in one pass: a set of states moved over the text, so no text can make it slow. */
import { simplify } from '../registry/fold-name.ts'
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
const NONE: number[] = []

/** States by number: what a state reads (a unit, ANY or DIGIT), and where it goes; a negative target −1−p means pattern p matched. */
interface Machine {
  reads: number[]
  next: number[][]
  starts: Map<number, number[]>
}

/** Text as the patterns see it: NFKC, simplified characters, lower case, no white space and no invisible characters. */
export function squeeze(text: string): string {
  return simplify(text.normalize('NFKC'))
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

/** What one reading of a text carries along. */
interface Walk {
  machine: Machine
  at: number
  /** Start of the match that a state belongs to, and the place at which the state was entered last. */
  began: Int32Array
  entered: Int32Array
  following: number[]
  counts: Uint8Array
  lastStart: Int32Array
  matches: PatternMatch[]
}

function run(machine: Machine, patterns: number, text: string): PatternMatch[] {
  const states = machine.reads.length
  const walk: Walk = {
    machine,
    at: 0,
    began: new Int32Array(states),
    entered: new Int32Array(states).fill(-1),
    following: [],
    counts: new Uint8Array(patterns),
    lastStart: new Int32Array(patterns).fill(-1),
    matches: [],
  }
  let active: number[] = []
  let starts: number[] = []
  for (let at = 0; at < text.length; at++) {
    walk.at = at
    walk.following = []
    const unit = text.charCodeAt(at)
    for (let order = 0; order < active.length; order++) {
      const state = active[order] ?? 0
      if (accepts(machine.reads[state] ?? 0, unit)) advance(walk, state, starts[order] ?? 0)
    }
    for (const state of machine.starts.get(unit) ?? NONE) advance(walk, state, at)
    if (isDigit(unit)) for (const state of machine.starts.get(DIGIT) ?? NONE) advance(walk, state, at)
    active = walk.following
    // Taken now: the next step may enter the same state again before its turn comes.
    starts = active.length === 0 ? NONE : active.map((state) => walk.began[state] ?? 0)
  }
  return walk.matches
}

function advance(walk: Walk, state: number, start: number): void {
  for (const target of walk.machine.next[state] ?? NONE) {
    if (target < 0) report(walk, -1 - target, start)
    else if (walk.entered[target] !== walk.at) {
      walk.entered[target] = walk.at
      walk.began[target] = start
      walk.following.push(target)
    }
  }
}

function report(walk: Walk, pattern: number, start: number): void {
  if (walk.lastStart[pattern] === start || (walk.counts[pattern] ?? 0) >= MAX_MATCHES) return
  walk.lastStart[pattern] = start
  walk.counts[pattern] = (walk.counts[pattern] ?? 0) + 1
  walk.matches.push({ pattern, start, end: walk.at + 1 })
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

function accepts(reads: number, unit: number): boolean {
  return reads === unit || reads === ANY || (reads === DIGIT && isDigit(unit))
}
