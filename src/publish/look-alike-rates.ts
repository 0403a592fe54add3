/** How the look-alike rule behaves on the real registry: what it catches, and whom it would accuse wrongly. */
import type { PublishedInstitution, Snapshot } from '../registry/schema.ts'
import { findLikeness } from '../verdict/look-alike.ts'

export interface LookAlikeRates {
  /** 400/800 lines looked at. */
  lines: number
  /** Share of genuine lines that would be called similar if they were missing from the registry. */
  leaveOneOut: number
  /** Share of one-digit changes and neighbour swaps that are called similar. */
  mutationsCaught: number
  /** Institutions whose lines lie closest together, worst first. */
  worst: { institution: string; lines: number; similar: number }[]
}

/** A publication with more genuine lines called similar than this is refused. */
export const LEAVE_ONE_OUT_LIMIT = 0.15

/** Measures with each institution named beside its own numbers, as the rule works. */
export function lookAlikeRates(snapshot: Snapshot): LookAlikeRates {
  const today = snapshot.builtAt.slice(0, 10)
  const all = new Set(snapshot.institutions.flatMap((one) => one.hotlines.map((line) => line.canonical)))
  const tallies = snapshot.institutions.map((institution) => tally(institution, all, today))
  const lines = sum(tallies.map((one) => one.lines))
  const worst = tallies
    .filter((one) => one.similar > 0)
    .sort((a, b) => b.similar - a.similar || (a.institution < b.institution ? -1 : 1))
  return {
    lines,
    leaveOneOut: ratio(sum(tallies.map((one) => one.similar)), lines),
    mutationsCaught: ratio(sum(tallies.map((one) => one.caught)), sum(tallies.map((one) => one.mutants))),
    worst: worst.slice(0, 5).map(({ institution, lines: own, similar }) => ({ institution, lines: own, similar })),
  }
}

interface Tally {
  institution: string
  lines: number
  similar: number
  mutants: number
  caught: number
}

function tally(institution: PublishedInstitution, all: Set<string>, today: string): Tally {
  const service = institution.hotlines.filter((line) => /^[48]00\d{7}$/.test(line.canonical))
  const isSimilar = (number: string, owner: PublishedInstitution) => findLikeness(number, [owner], today) !== undefined
  const similar = service.filter((line) => {
    const rest = { ...institution, hotlines: institution.hotlines.filter((other) => other !== line) }
    return isSimilar(line.canonical, rest)
  })
  const mutants = service.flatMap((line) => mutantsOf(line.canonical)).filter((number) => !all.has(number))
  const caught = mutants.filter((number) => isSimilar(number, institution))
  return {
    institution: institution.id,
    lines: service.length,
    similar: similar.length,
    mutants: mutants.length,
    caught: caught.length,
  }
}

/** Every other digit at every place behind 400/800, and every swap of unequal neighbours there. */
function mutantsOf(number: string): string[] {
  const mutants: string[] = []
  for (let at = 3; at < number.length; at++) {
    for (const digit of '0123456789')
      if (digit !== number[at]) mutants.push(number.slice(0, at) + digit + number.slice(at + 1))
    const next = number[at + 1]
    if (next !== undefined && next !== number[at])
      mutants.push(number.slice(0, at) + next + number[at] + number.slice(at + 2))
  }
  return mutants
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Three decimals; 0 when there is nothing to measure. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000
}
