/** Which tactics' tips a text calls for: phrases with guards, so that warnings which quote every phrase call for none. */
import type { RegistryIndex } from '../registry/registry-index.ts'
import type { TacticGuards } from '../registry/schema.ts'
import { buildTacticMatcher, type PatternMatch, squeeze, type TacticMatcher } from './tactic-matcher.ts'

export interface TacticReading {
  /** Tactic ids in the order of the data. */
  tips: string[]
  /** Distinct phrases found, over all tactics. */
  phrases: number
}

/** A tactic's tip is shown from this sum of weights of its distinct phrases: one weak phrase alone is everyday language. */
const TIP_FROM = 2
/** The weight of a phrase that nobody but a swindler says. */
const STRONG = 3
/** Longest word that begins an order (请勿), in UTF-16 units. */
const ORDER_HEAD = 2
const NOTHING: TacticReading = { tips: [], phrases: 0 }
const SENTENCE_END = new Set([...'。！？!?；;'])

interface Compiled {
  phrases: TacticMatcher
  /** Tactic and weight of each pattern. */
  owners: { tactic: number; weight: number }[]
  before: TacticMatcher
  after: TacticMatcher
  inside: TacticMatcher
  advice: TacticMatcher
}

const NO_GUARDS: TacticGuards = {
  before: { patterns: [], within: 0 },
  after: { patterns: [], within: 0 },
  inside: [],
  advice: [],
}
const compiledOf = new WeakMap<RegistryIndex, Compiled>()

function compile(index: RegistryIndex): Compiled {
  const known = compiledOf.get(index)
  if (known) return known
  const guards = index.guards ?? NO_GUARDS
  const all = index.tactics.flatMap((tactic, order) => tactic.phrases.map((phrase) => ({ order, phrase })))
  const compiled: Compiled = {
    phrases: buildTacticMatcher(all.map(({ phrase }) => phrase.pattern)),
    owners: all.map(({ order, phrase }) => ({ tactic: order, weight: phrase.weight })),
    before: buildTacticMatcher(guards.before.patterns),
    after: buildTacticMatcher(guards.after.patterns),
    inside: buildTacticMatcher(guards.inside),
    advice: buildTacticMatcher(guards.advice),
  }
  compiledOf.set(index, compiled)
  return compiled
}

/** True for texts that warn: nothing in them, nor beside them, calls for a tip. */
export function isAdvice(text: string, index: RegistryIndex): boolean {
  return index.guards !== undefined && compile(index).advice.find(squeeze(text)).length > 0
}

/** Reads the tactics of a text. `beside` (title, neighbouring blocks) can only silence it, as an advice page does. */
export function readTactics(text: string, beside: string, index: RegistryIndex): TacticReading {
  const reading = readPhrases(text, index)
  return reading.phrases > 0 && isAdvice(`${text}\n${beside}`, index) ? NOTHING : reading
}

/** Reads the phrases of a text behind their own guards; whether it is advice is not asked. */
export function readPhrases(text: string, index: RegistryIndex): TacticReading {
  if (index.tactics.length === 0) return NOTHING
  const compiled = compile(index)
  const squeezed = squeeze(text)
  const matches = compiled.phrases.find(squeezed)
  if (matches.length === 0) return NOTHING
  const isGuarded = readGuards(squeezed, compiled, index.guards ?? NO_GUARDS, insideOrders(matches, compiled))
  const distinct = new Set(matches.filter((match) => !isGuarded(match)).map((match) => match.pattern))
  const weights = new Map<number, number>()
  for (const pattern of distinct) {
    const owner = compiled.owners[pattern]
    if (owner) weights.set(owner.tactic, (weights.get(owner.tactic) ?? 0) + owner.weight)
  }
  return {
    tips: index.tactics.filter((_, order) => (weights.get(order) ?? 0) >= TIP_FROM).map((tactic) => tactic.id),
    phrases: distinct.size,
  }
}

/** Places within strong phrases: the 不要 of “不要挂断电话” gives an order, and warns of nothing that follows it. */
function insideOrders(matches: readonly PatternMatch[], { owners }: Compiled): ReadonlySet<number> {
  const inside = new Set<number>()
  for (const { start, end, pattern } of matches) {
    if ((owners[pattern]?.weight ?? 0) < STRONG) continue
    for (let at = start; at < Math.min(end, start + ORDER_HEAD); at++) inside.add(at)
  }
  return inside
}

/** The nearest guard on each side of every place, never over the end of a sentence. Linear in the text. */
function readGuards(
  text: string,
  compiled: Compiled,
  guards: TacticGuards,
  orders: ReadonlySet<number>,
): (match: PatternMatch) => boolean {
  const before = compiled.before.find(text).filter(({ start }) => !orders.has(start))
  const endsBefore = new Map(before.map((match) => [match.end, true]))
  const startsAfter = new Map(compiled.after.find(text).map((match) => [match.start, true]))
  const lastGuard: Int32Array = new Int32Array(text.length + 1).fill(-1)
  for (let at = 0, last = -1; at <= text.length; at++) {
    if (at > 0 && SENTENCE_END.has(text[at - 1] ?? '')) last = -1
    if (endsBefore.has(at)) last = at
    lastGuard[at] = last
  }
  const nextGuard: Int32Array = new Int32Array(text.length + 1).fill(-1)
  for (let at = text.length, next = -1; at >= 0; at--) {
    if (SENTENCE_END.has(text[at] ?? '')) next = -1
    if (startsAfter.has(at)) next = at
    nextGuard[at] = next
  }
  return ({ start, end }) => {
    const last = lastGuard[start] ?? -1
    if (last >= 0 && start - last <= guards.before.within) return true
    const next = nextGuard[end] ?? -1
    if (next >= 0 && next - end <= guards.after.within) return true
    return compiled.inside.find(text.slice(start, end)).length > 0
  }
}
