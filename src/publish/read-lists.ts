/** Reads the reviewed lists beside the institutions: tactics with their guards, stop names, official warnings. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Check, exactly, list, problemsOf, shape, text, whole } from '../registry/check-shape.ts'
import { reportedList, stopNames, tacticGuards, tacticList } from '../registry/check-tactics.ts'
import { ADAPTERS_LARGEST, ADAPTERS_TARGET } from '../registry/published-adapters.ts'
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
  problems.push(...adapterProblems(join(dataDir, ADAPTERS_TARGET)))
  const lists: Lists = {
    tactics: tactics?.tactics ?? [],
    ...(tactics ? { guards: tactics.guards } : {}),
    ...(names ? { stopNames: names.stopNames } : {}),
    reported: notices?.reported ?? [],
  }
  return { lists, problems }
}

/** At most 64 adapters of the known schema, with the number that tells newer from older; what a selector may be, the reader in the extension says. */
const ADAPTERS_FILE = shape(
  {
    schema: exactly(1),
    version: whole(0),
    adapters: list(shape({ id: text(60), rev: whole(1) }, {}, 'ignore'), 64, 1),
  },
  {},
  'ignore',
)

/** Faults of the file of message views, which is published beside the data set. */
function adapterProblems(file: string): FileProblem[] {
  if (!existsSync(file)) return []
  const bytes = readFileSync(file)
  if (bytes.length > ADAPTERS_LARGEST)
    return [{ file, field: 'the file', reason: `is longer than ${ADAPTERS_LARGEST} bytes` }]
  try {
    const found = problemsOf(ADAPTERS_FILE, JSON.parse(bytes.toString('utf8')))
    return found.map((problem) => ({ file, ...problem, field: problem.field || 'the file' }))
  } catch {
    return [{ file, field: 'the JSON', reason: 'is broken' }]
  }
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
