/**
 * One number that unrelated institutions claim, over all batches of a page: what was read at once and what came later
 * end in the same note. Follows the marks that stand: a note goes with the text that made it.
 */
import type { StructuralSignal, Verdict } from '../verdict/verdict.ts'
import type { Mark } from './mark.ts'

export interface SharedClaims {
  /** Looks at all marks again; notes that need an answer of the background come a little later. */
  update(): void
}

interface Options {
  marks(): Iterable<Mark>
  /** Undefined when the background could not answer. */
  areUnrelated(ids: string[]): Promise<boolean | undefined>
  signal: AbortSignal
}

const note: StructuralSignal = 'claimed-by-several'
/** More institutions than this are not asked about: beyond three it is a list of its own anyway. */
const most = 20

export function createSharedClaims({ marks, areUnrelated, signal }: Options): SharedClaims {
  const known = new Map<string, boolean>()
  const asked = new Set<string>()

  async function ask(key: string, ids: string[]): Promise<void> {
    if (asked.has(key)) return
    asked.add(key)
    const answer = await areUnrelated(ids)
    if (answer === undefined) asked.delete(key)
    else known.set(key, answer)
    if (answer !== undefined && !signal.aborted) update()
  }

  function update(): void {
    for (const group of byNumber(marks())) {
      const speakers = speakersOf(group)
      const key = speakers.join()
      const shared = speakers.length > 1 ? known.get(key) : false
      if (shared === undefined) void ask(key, speakers)
      else for (const mark of group) mark.verdict = noted(mark.verdict, shared)
    }
  }

  return { update }
}

function byNumber(marks: Iterable<Mark>): Iterable<Mark[]> {
  const groups = new Map<string, Mark[]>()
  for (const mark of marks) {
    const { canonical } = mark.verdict
    const group = groups.get(canonical)
    if (group) group.push(mark)
    else groups.set(canonical, [mark])
  }
  return groups.values()
}

function speakersOf(group: Mark[]): string[] {
  const speakers = new Set(group.flatMap(({ verdict }) => verdict.speaker ?? []))
  return [...speakers].sort().slice(0, most)
}

function noted(verdict: Verdict, shared: boolean): Verdict {
  const signals = verdict.signals ?? []
  if (signals.includes(note) === shared) return verdict
  if (shared) return { ...verdict, signals: [...signals, note] }
  const { signals: _, ...rest } = verdict
  const left = signals.filter((signal) => signal !== note)
  return left.length > 0 ? { ...rest, signals: left } : rest
}
