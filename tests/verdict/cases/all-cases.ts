/** All hand-written cases: those of the modules and those kept one JSON object a line. */
import { readFileSync } from 'node:fs'
import type { Case } from './case.ts'
import { context } from './context.ts'
import { doubtful } from './doubtful.ts'
import { messages } from './messages.ts'
import { official } from './official.ts'
import { otherOwner } from './other-owner.ts'

export const modules: Record<string, Case[]> = { official, otherOwner, doubtful, context, messages }

/** The cases of `NAME.jsonl`, in the shape of `case.ts`. */
export function readCases(name: string): Case[] {
  const lines = readFileSync(new URL(`./${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => JSON.parse(line))
}

export const allCases: Case[] = [...Object.values(modules), ...['blind', 'unseen', 'hostile'].map(readCases)].flat()
