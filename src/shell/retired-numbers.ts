/** The person's own numbers that left the list: told once, wherever they are first seen, then never again. */

import { everydayName, type Language } from '../locales/language.ts'
import { ask } from '../messages.ts'
import type { InstitutionAnswer } from '../protocol.ts'
import { dateAt } from '../ui/institution/opening.ts'
import {
  goneLines,
  type RetiredNumber,
  retiredVerdict,
  type SavedLine,
  successorOf,
  toldCalls,
  untoldNumbers,
} from '../ui/notebook/saved-line.ts'
import { institutionsById, lookUp } from './look-up.ts'
import type { Notebook } from './notebook-store.ts'

export interface RetiredNumbers {
  /** What has to be told now. */
  retired: RetiredNumber[]
  /** Saved lines that are no longer official, told or not. */
  gone: SavedLine[]
  /** Remembers that the person has read it. */
  tell: () => Promise<void>
}

const nothing: RetiredNumbers = { retired: [], gone: [], tell: async () => undefined }

/** Asks the list about every number that was kept; an unusable list says nothing about any of them. */
export async function retiredNumbers(notebook: Notebook, language: Language, now: number): Promise<RetiredNumbers> {
  const [saved, matters] = await Promise.all([notebook.saved(), notebook.matters()])
  const noted = untoldNumbers(matters)
  if (saved.length + noted.length === 0) return nothing
  const status = await ask('registryStatus', null)
  if (!status.ok || status.value.stamp === null) return nothing
  // No answer says nothing about any line; the next opening asks again.
  const listed = await institutionsById(saved.map((line) => line.institution)).catch(() => undefined)
  const gone = listed ? goneLines(saved, listed, dateAt(now)) : []
  const untold = gone.filter((line) => !line.told)
  const ended = (await Promise.all(noted.map((number) => endedNumber(number, language)))).filter(
    (each) => each !== null,
  )
  return {
    retired: [...untold.map((line) => savedWords(line, listed ?? [])), ...ended.filter(isNoneOf(gone))],
    gone,
    tell: () => remember(notebook, untold, ended),
  }
}

function savedWords(line: SavedLine, answers: readonly InstitutionAnswer[]): RetiredNumber {
  const successor = successorOf(line, answers)
  const { name, number, canonical } = line
  return { name, number, canonical, ...(successor !== undefined && { successor }) }
}

async function endedNumber(number: string, language: Language): Promise<RetiredNumber | null> {
  // As above: no answer says nothing.
  const answer = await lookUp(number).catch(() => undefined)
  const verdict = answer && retiredVerdict(answer.verdicts)
  const [owner] = verdict?.institutions ?? []
  if (!verdict?.canonical || !owner) return null
  const successor = verdict.line?.successor
  const { canonical } = verdict
  return { name: everydayName(owner.name, language), number, canonical, ...(successor !== undefined && { successor }) }
}

/** A number that stands on the family card too is told about there. */
function isNoneOf(lines: readonly SavedLine[]): (number: RetiredNumber) => boolean {
  return ({ canonical }) => !lines.some((line) => line.canonical === canonical)
}

/** Where they are, as they are now: what the person changed or dropped since then must not come back. */
async function remember(
  notebook: Notebook,
  lines: readonly SavedLine[],
  ended: readonly RetiredNumber[],
): Promise<void> {
  const told = new Set(lines.map(({ canonical }) => canonical))
  await notebook.amendSaved((saved) =>
    saved.filter(({ canonical }) => told.has(canonical)).map((line) => ({ ...line, told: true })),
  )
  const numbers = ended.map(({ number }) => number)
  await notebook.amend((matters) => toldCalls(matters, numbers))
}
