/** Numbers the person keeps (family card, call log), and which of them the list no longer vouches for. Pure. */
import type { InstitutionAnswer } from '../../protocol.ts'
import type { PublishedHotline } from '../../registry/schema.ts'
import { isInForce } from '../../verdict/registry-clock.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import type { Call, Matter } from './matter.ts'

export interface SavedLine {
  institution: string
  /** Name as shown when it was saved. */
  name: string
  number: string
  canonical: string
  label: string
  /** The person was told that it left the list. */
  told: boolean
}

/** A number of the person's that is no longer official: told once. */
export interface RetiredNumber {
  /** Who it belonged to, as the person knows it. */
  name: string
  number: string
  canonical: string
  successor?: string
}

/** Saved lines that are no longer official at `today` (`YYYY-MM-DD`), told or not. */
export function goneLines(
  saved: readonly SavedLine[],
  answers: readonly InstitutionAnswer[],
  today: string,
): SavedLine[] {
  return saved.filter((line) => !linesOf(line, answers).some((each) => isOfficial(each, today)))
}

/** The line that replaces a saved one, where the list names it. */
export function successorOf(saved: SavedLine, answers: readonly InstitutionAnswer[]): string | undefined {
  return linesOf(saved, answers).find((line) => line.successor !== undefined)?.successor
}

function linesOf(saved: SavedLine, answers: readonly InstitutionAnswer[]): PublishedHotline[] {
  const record = answers.find((answer) => answer.institution.id === saved.institution)?.institution
  return (record?.hotlines ?? []).filter((line) => line.canonical === saved.canonical)
}

function isOfficial(line: PublishedHotline, today: string): boolean {
  return line.level === 'official' && isInForce(line, today)
}

/** Calls of the log whose number may still have to be told about, each number once. */
export function untoldNumbers(matters: readonly Matter[]): string[] {
  const numbers = matters.flatMap((matter) => matter.calls.filter(isUntold).map((call) => call.number.trim()))
  return [...new Set(numbers)]
}

/** The matters whose calls went to one of `numbers`, with those calls marked as told. */
export function toldCalls(matters: readonly Matter[], numbers: readonly string[]): Matter[] {
  const told = (call: Call): boolean => isUntold(call) && numbers.includes(call.number.trim())
  return matters
    .filter((matter) => matter.calls.some(told))
    .map((matter) => ({
      ...matter,
      calls: matter.calls.map((call) => (told(call) ? { ...call, toldRetired: true } : call)),
    }))
}

function isUntold(call: Call): boolean {
  return call.number.trim() !== '' && call.toldRetired !== true
}

/** What a check of a noted number says when that number has ended. */
export function retiredVerdict(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdicts.find((verdict) => verdict.code === 'retired')
}
