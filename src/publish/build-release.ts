/** One publication from reviewed data: the state, its deltas, the change log, the history and the unsigned targets document. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Metadata, TargetFile, Targets } from '@tufjs/models'
import { problemsOf, text } from '../registry/check-shape.ts'
import { HISTORY_TARGET } from '../registry/history.ts'
import { ADAPTERS_TARGET } from '../registry/published-adapters.ts'
import type { Snapshot } from '../registry/schema.ts'
import {
  applyDelta,
  baseTarget,
  deltaBytes,
  deltaTarget,
  diffStates,
  stateBytes,
  stateRoot,
} from '../registry/state.ts'
import type { TargetCustom } from '../registry/target-custom.ts'
import { CHANGE_LOG, changeLogBytes } from './change-log.ts'
import { diffSnapshots, type SnapshotDiff } from './diff-snapshots.ts'
import { historyBytes } from './history-bytes.ts'
import { checkRegistry } from './lint.ts'
import { daysAfter, SPEC_VERSION } from './metadata-file.ts'
import { currentSeq, currentState, type PublishedRepository } from './read-repository.ts'

const TARGETS_DAYS = 180
/** Publications that a step-by-step delta reaches back to. */
const STEPS = 20
/** Deltas straight from about so many days ago, for clients that slept. */
const ROLL_UP_DAYS = [30, 60, 90]
const MASS_REMOVAL = 0.3

export interface ReleaseOptions {
  /** ISO 8601: build time, and the day the evidence is measured against. */
  at: string
  /** For the public change log. */
  why: string
  channel: Snapshot['channel']
  allowMassRemoval?: boolean
}

export interface Release {
  seq: number
  state: Snapshot
  diff: SnapshotDiff
  /** Name below targets/ → bytes; every file is immutable. */
  files: Map<string, Uint8Array>
  /** Unsigned. */
  targets: Metadata<Targets>
}

/** Throws one sentence for the first refusal: faulty data, mass removal, a step back in time. */
export async function buildRelease(
  dataDir: string,
  previous: PublishedRepository | undefined,
  options: ReleaseOptions,
): Promise<Release> {
  const [unclear] = problemsOf(text(2000), options.why)
  if (unclear) throw new Error(`--why ${unclear.reason}`)
  const seq = previous ? currentSeq(previous.targets) + 1 : 1
  const before = previous && currentState(previous)
  const builtAt = new Date(options.at).toISOString()
  if (before && builtAt <= before.builtAt)
    throw new Error(`${builtAt} is not after publication ${before.seq} (${before.builtAt})`)
  const state = soundState(dataDir, { seq, builtAt, channel: options.channel })
  const diff = diffSnapshots(before, state)
  assertNoMassRemoval(diff, options.allowMassRemoval ?? false)
  return packRelease(state, previous, diff, options.why, readAdapters(dataDir))
}

/** The files and the document of a state that was found sound. */
export async function packRelease(
  state: Snapshot,
  previous: PublishedRepository | undefined,
  diff: SnapshotDiff,
  why: string,
  adapters?: Uint8Array,
): Promise<Release> {
  const { seq, builtAt } = state
  const release: Release = { seq, state, diff, files: new Map(), targets: emptyTargets(previous, builtAt) }
  await addStates(release, previous?.states ?? new Map())
  addTarget(release, CHANGE_LOG, changeLogBytes(previous, state, diff, why), { schema: 1 })
  addTarget(release, HISTORY_TARGET, historyBytes(previous, state, diff, why), { schema: 1 })
  if (adapters) addTarget(release, ADAPTERS_TARGET, adapters, { schema: 1 })
  return release
}

function soundState(
  dataDir: string,
  options: { seq: number; builtAt: string; channel: Snapshot['channel'] },
): Snapshot {
  const { report, snapshot } = checkRegistry(dataDir, options)
  const [error] = report.errors
  if (error || !snapshot) throw new Error(error ?? 'the data could not be built')
  if (!snapshot.institutions.some((institution) => institution.hotlines.length > 0))
    throw new Error('the data set holds no hotline: nothing to publish')
  return snapshot
}

function assertNoMassRemoval(diff: SnapshotDiff, allowed: boolean): void {
  const share = diff.before === 0 ? 0 : diff.removed / diff.before
  if (allowed || share <= MASS_REMOVAL) return
  const percent = Math.round(share * 100)
  throw new Error(
    `${diff.removed} of ${diff.before} numbers (${percent} %) would be removed, more than 30 %: read the diff, then use --allow-mass-removal`,
  )
}

function emptyTargets(previous: PublishedRepository | undefined, builtAt: string): Metadata<Targets> {
  const version = (previous?.targets.signed.version ?? 0) + 1
  return new Metadata(new Targets({ version, specVersion: SPEC_VERSION, expires: daysAfter(builtAt, TARGETS_DAYS) }))
}

/** The base, a delta for each of the last steps, and roll-ups. Each delta is tried before it is offered. */
async function addStates(release: Release, states: Map<number, Snapshot>): Promise<void> {
  const { seq, state } = release
  const known = new Map([...states].filter(([number]) => number < seq)).set(seq, state)
  const base = stateBytes(state)
  addTarget(release, baseTarget(seq), base, { schema: 1, seq, prev: null, root: await stateRoot(base) })
  for (let to = seq; to > Math.max(1, seq - STEPS); to--) await addDelta(release, known, to - 1, to)
  for (const from of rollUps(known, state)) await addDelta(release, known, from, seq)
}

async function addDelta(release: Release, states: Map<number, Snapshot>, from: number, to: number): Promise<void> {
  const [before, after] = [states.get(from), states.get(to)]
  if (!before || !after) return
  const delta = diffStates(before, after)
  const root = await stateRoot(stateBytes(after))
  if ((await stateRoot(stateBytes(applyDelta(before, delta)))) !== root)
    throw new Error(`the delta ${from}-${to} does not give its state`)
  addTarget(release, deltaTarget(from, to), deltaBytes(delta), { schema: delta.schema, seq: to, prev: from, root })
}

/** For each span the last state that is at least so old and that the single steps do not reach. */
function rollUps(states: Map<number, Snapshot>, state: Snapshot): number[] {
  const old = [...states.values()].filter((one) => one.seq < state.seq - STEPS)
  const found = ROLL_UP_DAYS.flatMap((span) => {
    const limit = new Date(Date.parse(state.builtAt) - span * 86_400_000).toISOString()
    return old.filter((one) => one.builtAt <= limit).sort((a, b) => b.seq - a.seq)[0]?.seq ?? []
  })
  return [...new Set(found)]
}

function addTarget(release: Release, path: string, bytes: Uint8Array, custom: TargetCustom | { schema: 1 }): void {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  release.files.set(`${sha256}.${path}`, bytes)
  release.targets.signed.addTarget(
    new TargetFile({ path, length: bytes.length, hashes: { sha256 }, unrecognizedFields: { custom: { ...custom } } }),
  )
}

function readAdapters(dataDir: string): Uint8Array | undefined {
  const file = join(dataDir, ADAPTERS_TARGET)
  return existsSync(file) ? readFileSync(file) : undefined
}
