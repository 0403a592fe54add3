/** Reads the reviewed lists beside the institutions: tactics with their guards, stop names, official warnings. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Check, problemsOf, shape } from '../registry/check-shape.ts'
import { reportedList, stopNames, tacticGuards, tacticList } from '../registry/check-tactics.ts'
import type { ReportedNumber, Tactic, TacticGuards } from '../registry/schema.ts'
import { type FileProblem, parseYaml } from './read-records.ts'
import { patternProblems } from './tactic-rules.ts'

export interface Lists {
  tactics: Tactic[]
  guards?: TacticGuards
  stopNames?: string[]
  reported: ReportedNumber[]
}

const TACTICS_FILE = shape({ guards: tacticGuards('refuse'), tactics: tacticList('refuse') })
const NAMES_FILE = shape({ stopNames })
const NOTICES_FILE = shape({ reported: reportedList('refuse') })

/** A list whose file is absent is empty; a file with a fault is told and left out. */
export function readLists(dataDir: string): { lists: Lists; problems: FileProblem[] } {
  const problems: FileProblem[] = []
  const read = <T>(name: string, check: Check) => readChecked<T>(join(dataDir, name), check, problems)
  const tactics = read<{ guards: TacticGuards; tactics: Tactic[] }>('tactics.yaml', TACTICS_FILE)
  if (tactics) problems.push(...patternProblems(join(dataDir, 'tactics.yaml'), tactics.tactics, tactics.guards))
  const names = read<{ stopNames: string[] }>('names.yaml', NAMES_FILE)
  const notices = read<{ reported: ReportedNumber[] }>('notices.yaml', NOTICES_FILE)
  const lists: Lists = {
    tactics: tactics?.tactics ?? [],
    ...(tactics ? { guards: tactics.guards } : {}),
    ...(names ? { stopNames: names.stopNames } : {}),
    reported: notices?.reported ?? [],
  }
  return { lists, problems }
}

/** The check is what makes the value a `T`. */
function readChecked<T>(file: string, check: Check, problems: FileProblem[]): T | undefined {
  if (!existsSync(file)) return undefined
  const parsed = parseYaml(readFileSync(file, 'utf8'))
  if ('reason' in parsed) {
    problems.push({ file, field: 'the YAML', reason: parsed.reason })
    return undefined
  }
  const found = problemsOf(check, parsed.value).map((problem) => ({
    file,
    ...problem,
    field: problem.field || 'the list',
  }))
  problems.push(...found)
  return found.length === 0 ? (parsed.value as T) : undefined
}
