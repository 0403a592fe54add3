/** A matter the person keeps notes on: worksheet, calls, how far it went. Types and changes; pure. */
import type { Problem } from '../institution/problem.ts'

export const handItems = ['contract', 'transactions', 'screens', 'paper'] as const
export const questions = ['rate', 'plan', 'overdue', 'prepay'] as const
export const readBackItems = ['amount', 'date', 'next', 'ticket'] as const
export const ladderSteps = ['agent', 'supervisor', 'complaint', 'regulator', 'mediation'] as const
export const evidenceItems = ['contract', 'payments', 'calls', 'screens', 'licence', 'request'] as const

export type HandItem = (typeof handItems)[number]
export type Question = (typeof questions)[number]
export type ReadBackItem = (typeof readBackItems)[number]
export type LadderStep = (typeof ladderSteps)[number]
export type EvidenceItem = (typeof evidenceItems)[number]

export interface Matter {
  id: string
  /** Milliseconds since 1970. */
  createdAt: number
  institution: string
  problem: Problem
  happened: string
  timeline: string
  amounts: string
  goals: string
  atHand: HandItem[]
  asked: Question[]
  calls: Call[]
  step: LadderStep
  evidence: EvidenceItem[]
}

export interface Call {
  id: string
  /** Milliseconds since 1970. */
  at: number
  number: string
  agent: string
  /** What they call the case; absent in notes of before this field. */
  ticket?: string
  said: string
  promised: string
  /** Milliseconds since 1970. */
  deadline?: number
  readBack: ReadBackItem[]
  solved: boolean
  /** The person wants one reminder at the deadline. */
  remind: boolean
  /** It was given. */
  reminded: boolean
  /** The person was told that the number they called left the list. */
  toldRetired?: boolean
}

/** An empty matter; `id` and the clock come from outside. */
export function newMatter(id: string, now: number): Matter {
  return {
    id,
    createdAt: now,
    institution: '',
    problem: 'ask',
    happened: '',
    timeline: '',
    amounts: '',
    goals: '',
    atHand: [],
    asked: [],
    calls: [],
    step: 'agent',
    evidence: [],
  }
}

export function newCall(id: string, now: number): Call {
  return {
    id,
    at: now,
    number: '',
    agent: '',
    said: '',
    promised: '',
    readBack: [],
    solved: false,
    remind: false,
    reminded: false,
  }
}

/** The list with `item` in it or out of it. */
export function toggled<Item>(list: readonly Item[], item: Item): Item[] {
  return list.includes(item) ? list.filter((each) => each !== item) : [...list, item]
}

/** The matter with one of its calls replaced; a call it does not have is added at the end. */
export function withCall(matter: Matter, call: Call): Matter {
  const known = matter.calls.some((each) => each.id === call.id)
  const calls = known ? matter.calls.map((each) => (each.id === call.id ? call : each)) : [...matter.calls, call]
  return { ...matter, calls }
}

/**
 * `next` with what the person was told meanwhile: the page that saves may have read the matter before the reminder was
 * given. A new deadline or number is told anew.
 */
export function keepTold(stored: Matter | undefined, next: Matter): Matter {
  const calls = next.calls.map((call) => {
    const before = stored?.calls.find((each) => each.id === call.id)
    if (!before) return call
    return {
      ...call,
      ...(before.reminded && before.deadline === call.deadline && { reminded: true }),
      ...(before.toldRetired && before.number === call.number && { toldRetired: true }),
    }
  })
  return { ...next, calls }
}

/** The newest ticket number that was noted. */
export function lastTicket(matter: Matter): string | undefined {
  return matter.calls
    .toSorted((a, b) => b.at - a.at)
    .map((call) => call.ticket?.trim())
    .find(Boolean)
}

/** One level up (`1`) or back (`-1`); the ends hold. */
export function stepped(matter: Matter, by: 1 | -1): Matter {
  const index = ladderSteps.indexOf(matter.step) + by
  return { ...matter, step: ladderSteps[index] ?? matter.step }
}

/** Calls whose promised time has come and that are not solved. */
export function dueCalls(matter: Matter, now: number): Call[] {
  return matter.calls.filter((call) => call.deadline !== undefined && call.deadline <= now && !call.solved)
}
