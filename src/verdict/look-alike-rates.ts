/** How the look-alike rule does on a registry: genuine numbers it would accuse, changed digits it would catch. */
import type { PublishedInstitution, Snapshot } from '../registry/schema.ts'
import { findLikeness } from './look-alike.ts'

export interface Rate {
  tried: number
  hit: number
  /** `hit / tried`; 0 when nothing was tried. */
  rate: number
}

export interface LookalikeRates {
  /** Each listed 400/800 number taken out and judged beside its owner's name: called similar although genuine. */
  leaveOneOut: Rate
  /** Every one-digit change of the last seven digits beside the owner's name, listed numbers left out: caught. */
  mutations: Rate
}

const SERVICE_NUMBER = /^[48]00\d{7}$/

/** The limits of the verdicts design: the build fails beyond them. */
export const LOOKALIKE_LIMITS = { leaveOneOut: 0.15, mutations: 0.8 } as const

/** Measures both rates over a snapshot, each 400/800 line in force once per owner. */
export function lookalikeRates(snapshot: Snapshot): LookalikeRates {
  const today = snapshot.builtAt.slice(0, 10)
  const listed = new Set<string>()
  for (const one of snapshot.institutions)
    for (const line of one.hotlines) for (const digits of [line.canonical, ...(line.forms ?? [])]) listed.add(digits)
  const leaveOneOut = { tried: 0, hit: 0 }
  const mutations = { tried: 0, hit: 0 }
  for (const one of snapshot.institutions) {
    for (const number of serviceNumbers(one)) {
      leaveOneOut.tried++
      if (findLikeness(number, [without(one, number)], today)) leaveOneOut.hit++
      for (const changed of oneDigitChanges(number)) {
        if (listed.has(changed)) continue
        mutations.tried++
        if (findLikeness(changed, [one], today)) mutations.hit++
      }
    }
  }
  return { leaveOneOut: rated(leaveOneOut), mutations: rated(mutations) }
}

function rated({ tried, hit }: { tried: number; hit: number }): Rate {
  return { tried, hit, rate: tried === 0 ? 0 : hit / tried }
}

function serviceNumbers(one: PublishedInstitution): Set<string> {
  return new Set(one.hotlines.map((line) => line.canonical).filter((digits) => SERVICE_NUMBER.test(digits)))
}

function without(one: PublishedInstitution, number: string): PublishedInstitution {
  return { ...one, hotlines: one.hotlines.filter((line) => line.canonical !== number) }
}

/** All numbers that differ in one digit behind the 400/800. */
export function oneDigitChanges(number: string): string[] {
  const changes: string[] = []
  for (let at = 3; at < number.length; at++)
    for (let digit = 0; digit < 10; digit++)
      if (number[at] !== String(digit)) changes.push(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`)
  return changes
}
