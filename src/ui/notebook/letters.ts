/** The texts to hand on: written confirmation, report, correction. Pure; copied by the person, never sent. */
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import type { Call, Matter } from './matter.ts'

/** What was said in a call, as a message that asks for confirmation. */
export function writtenConfirmation(matter: Matter, call: Call, say: Say<AppKey>, language: Language): string {
  const blank = say('written.blank')
  return say('written.text', {
    time: timeWords(call.at, language),
    institution: matter.institution || blank,
    agent: call.agent || blank,
    promised: call.promised || call.said || blank,
    deadline: call.deadline === undefined ? blank : timeWords(call.deadline, language),
  })
}

export interface ReportFacts {
  number: string
  claimed: string
  story: string
  /** What the list should say, and where anyone can read it. */
  should: string
  publicSource: string
  /** `YYYY-MM-DD`. */
  date: string
  verdict: Verdict | undefined
}

export function reportText(facts: ReportFacts, say: Say<AppKey>): string {
  const blank = say('written.blank')
  return say('report.text', {
    number: facts.number || blank,
    claimed: facts.claimed || blank,
    story: facts.story || blank,
    date: facts.date,
    seq: facts.verdict?.registry.seq ?? blank,
    verdict: facts.verdict ? say(`chip.${facts.verdict.code}`) : blank,
  })
}

/** `id` finds the correction in the maintainers' public log. */
export function disputeText(facts: ReportFacts, id: string, say: Say<AppKey>): string {
  const blank = say('written.blank')
  return say('dispute.text', {
    id,
    number: facts.number || blank,
    should: facts.should || blank,
    source: facts.publicSource || blank,
    seq: facts.verdict?.registry.seq ?? blank,
    verdict: facts.verdict ? say(`chip.${facts.verdict.code}`) : blank,
  })
}

/** A time in the person's own zone, to the minute. */
export function timeWords(time: number, language: Language): string {
  return new Date(time).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
}
