/** The last publications in short: a small signed file beside the data, so that anybody can see who changed what and why. */
import { list, matching, oneOf, problemsOf, shape, text, whole } from './check-shape.ts'
import { RegistryError } from './registry-error.ts'
import type { LocalText } from './schema.ts'
import { parseJson } from './trust/canonical-json.ts'

/** Name of the target. */
export const HISTORY_TARGET = 'history.json'

/** `bytes` of the whole file; `told` is how many numbers of one kind an entry names at most, the rest is counted. */
export const historyLimits = { entries: 10, told: 20, bytes: 131_072 } as const

/** What of a line can change: closed, so that every surface has words for it. */
export const CHANGED_FIELDS = [
  'level',
  'number',
  'purpose',
  'direction',
  'label',
  'hours',
  'menu',
  'forms',
  'region',
  'validFrom',
  'validTo',
  'successor',
  'sources',
  'seen',
] as const

export type ChangedField = (typeof CHANGED_FIELDS)[number]

export interface HistoryNumber {
  number: string
  /** Id and name of the institution. */
  id: string
  name: LocalText
  /** Of a changed line: what of it. */
  fields?: ChangedField[]
}

/** `told` holds the first of them only; `count` is all. */
export interface HistoryNumbers {
  count: number
  told: HistoryNumber[]
}

export interface HistoryEntry {
  seq: number
  /** ISO 8601. */
  builtAt: string
  /** The maintainers' reason, in their words. */
  why: string
  /** Names of those who signed; absent on the entry of the file's own publication, whose signatures say it. */
  signedBy?: string[]
  /** Absent when the state before is no longer at hand. */
  changes?: {
    added: HistoryNumbers
    removed: HistoryNumbers
    changed: HistoryNumbers
    /** Changes of anything but numbers. */
    others: number
  }
}

/** At most ten entries, oldest first. */
export interface History {
  schema: 1
  entries: HistoryEntry[]
}

const number = shape(
  {
    number: text(40),
    id: matching(/^[a-z0-9-]{1,80}$/, 'an id'),
    name: shape({ zh: text() }, { en: text() }, 'ignore'),
  },
  { fields: list(oneOf(CHANGED_FIELDS), CHANGED_FIELDS.length) },
  'ignore',
)
const numbers = shape({ count: whole(0), told: list(number, historyLimits.told) }, {}, 'ignore')
const entry = shape(
  {
    seq: whole(1),
    builtAt: matching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, 'a time', (value) => !Number.isNaN(Date.parse(value))),
    why: text(2000),
  },
  {
    signedBy: list(text(60), 20),
    changes: shape({ added: numbers, removed: numbers, changed: numbers, others: whole(0) }, {}, 'ignore'),
  },
  'ignore',
)
const history = shape({ schema: whole(1, 1), entries: list(entry, historyLimits.entries, 1) }, {}, 'ignore')

/** The content of the file, asserted. Throws `RegistryError` (`damaged`): also for a newer format. */
export function readHistory(bytes: Uint8Array): History {
  const value = parsed(bytes)
  const [problem] = problemsOf(history, value)
  if (problem) throw new RegistryError('damaged', `the history: ${problem.field || 'the file'} ${problem.reason}`)
  const read = value as History
  if (read.entries.some(({ seq }, at) => seq <= (read.entries[at - 1]?.seq ?? 0)))
    throw new RegistryError('damaged', 'the history: its publications are not in order')
  return read
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes)
  } catch (cause) {
    throw new RegistryError('damaged', 'the history is not readable JSON', { cause })
  }
}
