/** Every pattern of the tactics and their guards must be of the one grammar that both sides read. */
import type { Tactic, TacticGuards } from '../registry/schema.ts'
import { parseTacticPattern } from '../verdict/tactic-pattern.ts'
import type { FileProblem } from './read-records.ts'

export function patternProblems(file: string, tactics: Tactic[], guards: TacticGuards): FileProblem[] {
  const named = [
    ...tactics.flatMap((tactic, at) =>
      tactic.phrases.map(({ pattern }, phrase) => ({ field: `tactics[${at}].phrases[${phrase}].pattern`, pattern })),
    ),
    ...guards.before.patterns.map((pattern, at) => ({ field: `guards.before.patterns[${at}]`, pattern })),
    ...guards.after.patterns.map((pattern, at) => ({ field: `guards.after.patterns[${at}]`, pattern })),
    ...guards.inside.map((pattern, at) => ({ field: `guards.inside[${at}]`, pattern })),
    ...guards.advice.map((pattern, at) => ({ field: `guards.advice[${at}]`, pattern })),
  ]
  return named.flatMap(({ field, pattern }) => {
    const parsed = parseTacticPattern(pattern)
    return parsed.ok
      ? []
      : [{ file, field, reason: `(${pattern}) is refused at character ${parsed.at + 1}: ${parsed.reason}` }]
  })
}
