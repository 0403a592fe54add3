/** Which signed files bring a state up to date: the deltas when they are complete and smaller, else the base. Pure. */
import { DELTA_SCHEMA, SCHEMA } from './read-snapshot.ts'
import { readCustom, type TargetCustom } from './target-custom.ts'
import type { TargetFile } from './trust/metadata.ts'

export interface Candidate {
  target: TargetFile
  custom: TargetCustom
}

export interface Choice {
  /** Number and root of the newest state that this version can read. */
  seq: number
  root: string
  /** In order of application; empty when they do not lead there or weigh more than the base. */
  deltas: Candidate[]
  base: Candidate | undefined
}

/** Undefined when nothing is listed that this version can read. `seq`: of the active state, 0 for none. */
export function chooseUpdate(targets: Iterable<TargetFile>, seq: number): Choice | undefined {
  const candidates = [...targets].flatMap((target) => {
    const read = readCustom(target)
    return read === undefined || !isReadable(read) ? [] : [{ target, custom: read }]
  })
  const newest = candidates.reduce<Candidate | undefined>(newer, undefined)
  if (newest === undefined) return undefined
  const base = candidates
    .filter((candidate) => candidate.custom.prev === null)
    .reduce<Candidate | undefined>(newer, undefined)
  const deltas = lightestPath(candidates, seq, newest.custom.seq)
  const worthwhile = base === undefined || base.custom.seq < newest.custom.seq || weight(deltas) < base.target.length
  return { seq: newest.custom.seq, root: newest.custom.root, deltas: worthwhile ? deltas : [], base }
}

/** Whoever cannot read a delta takes the base: its format is that of the data, the delta's is one of transport. */
function isReadable({ schema, prev }: TargetCustom): boolean {
  return schema <= (prev === null ? SCHEMA : DELTA_SCHEMA)
}

function newer(best: Candidate | undefined, candidate: Candidate): Candidate {
  return best === undefined || candidate.custom.seq > best.custom.seq ? candidate : best
}

function weight(path: Candidate[]): number {
  return path.reduce((sum, candidate) => sum + candidate.target.length, 0)
}

/** Deltas only go forward, so going through them in order of their start finds the lightest path to each number. */
function lightestPath(candidates: Candidate[], from: number, to: number): Candidate[] {
  const best = new Map<number, Candidate[]>([[from, []]])
  const deltas = candidates.filter(({ custom: { prev, seq } }) => prev !== null && prev < seq)
  for (const delta of deltas.sort((a, b) => (a.custom.prev ?? 0) - (b.custom.prev ?? 0))) {
    const before = best.get(delta.custom.prev ?? 0)
    if (before === undefined) continue
    const path = [...before, delta]
    const known = best.get(delta.custom.seq)
    if (known === undefined || weight(path) < weight(known)) best.set(delta.custom.seq, path)
  }
  return best.get(to) ?? []
}
