/** The signed file of the last ten publications, made anew from the states and signatures of the served folder. */
import {
  HISTORY_TARGET,
  type HistoryEntry,
  type HistoryNumbers,
  historyLimits,
  readHistory,
} from '../registry/history.ts'
import type { Snapshot } from '../registry/schema.ts'
import { canonicalJson } from '../registry/trust/canonical-json.ts'
import { readChangeLog, signersOf } from './change-log.ts'
import { diffSnapshots, type NumberChange, type SnapshotDiff } from './diff-snapshots.ts'
import type { PublishedRepository } from './read-repository.ts'

/**
 * Publications from before this file existed are told as well, as far as their states lie in the folder. When the whole
 * is longer than a client reads, each entry names fewer numbers; counts and reasons always fit.
 */
export function historyBytes(
  previous: PublishedRepository | undefined,
  state: Snapshot,
  diff: SnapshotDiff,
  why: string,
): Uint8Array<ArrayBuffer> {
  const own: HistoryEntry = {
    seq: state.seq,
    builtAt: state.builtAt,
    why,
    changes: changesOf(diff, previous === undefined),
  }
  const entries = [...(previous ? earlierEntries(previous) : []), own]
  for (let told: number = historyLimits.told; ; told = Math.floor(told / 2)) {
    const bytes = canonicalJson(
      JSON.parse(JSON.stringify({ schema: 1, entries: entries.map((one) => cut(one, told)) })),
    )
    if (bytes.length > historyLimits.bytes && told > 0) continue
    if (bytes.length > historyLimits.bytes) throw new Error(`${HISTORY_TARGET} would be ${bytes.length} bytes long`)
    readHistory(bytes)
    return bytes
  }
}

/** A publication is signed after it is built: who signed it, the later files tell. */
function earlierEntries(previous: PublishedRepository): HistoryEntry[] {
  const entries = readChangeLog(previous).slice(1 - historyLimits.entries)
  return entries.map(({ seq, builtAt, why, targetsVersion }) => {
    const [before, after] = [previous.states.get(seq - 1), previous.states.get(seq)]
    const known = after !== undefined && (before !== undefined || seq === 1)
    return {
      seq,
      builtAt,
      why,
      signedBy: signersOf(previous.folder, targetsVersion),
      ...(known && { changes: changesOf(diffSnapshots(before, after), seq === 1) }),
    }
  })
}

/** With the first publication everything is new: only its numbers are worth telling. */
function changesOf({ numbers, others }: SnapshotDiff, first: boolean): NonNullable<HistoryEntry['changes']> {
  const all = (kind: NumberChange['kind']) => numbersOf(numbers.filter((change) => change.kind === kind))
  return { added: all('added'), removed: all('removed'), changed: all('changed'), others: first ? 0 : others.length }
}

function numbersOf(changes: NumberChange[]): HistoryNumbers {
  const told = changes
    .slice(0, historyLimits.told)
    .map(({ number, institution, name, fields }) => ({ number, id: institution, name, ...(fields && { fields }) }))
  return { count: changes.length, told }
}

function cut(entry: HistoryEntry, told: number): HistoryEntry {
  if (!entry.changes) return entry
  const { added, removed, changed, others } = entry.changes
  const first = (all: HistoryNumbers) => ({ ...all, told: all.told.slice(0, told) })
  return { ...entry, changes: { added: first(added), removed: first(removed), changed: first(changed), others } }
}
