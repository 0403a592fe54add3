/**
 * One update: fetch, verify, assemble, swap, and the outcome recorded. Whatever fails, the active data set stays as it
 * is, the reason is kept and the next try is set; a failed try never counts as a proof of freshness.
 */
import { assembleState } from './assemble-state.ts'
import { chooseUpdate } from './choose-update.ts'
import type { FailureCode, Outcome } from './outcome.ts'
import type { PackagedRepository } from './packaged-repository.ts'
import { type AdaptersProblem, adaptersFile } from './published-adapters.ts'
import { bringFile } from './published-file.ts'
import { historyFile } from './registry-details.ts'
import { RegistryError, type RegistryProblem } from './registry-error.ts'
import { updateDelay } from './schedule.ts'
import type { Snapshot } from './schema.ts'
import type { RegistryStore, StoredState, UpdateLog } from './store.ts'
import { readCustom } from './target-custom.ts'
import type { Fetch } from './trust/fetch-bytes.ts'
import { refresh, type TrustedSet } from './trust/refresh.ts'
import type { Limits, Mirror } from './trust/run.ts'
import { TufError } from './trust/tuf-error.ts'
import { isVouchedBy, trustState } from './trusted-state.ts'

export interface UpdateSources {
  store: RegistryStore
  packaged: PackagedRepository
  /** In order of preference; empty in a build without a registry address. */
  mirrors: Mirror[]
  /** Whether the person still allows requests to the mirrors. */
  permitted: () => Promise<boolean>
  fetch: Fetch
  /** Milliseconds since 1970. */
  now: () => number
  /** [0, 1) */
  random: () => number
  /** Runs the work alone among all contexts; undefined when another one is at it (a Web Lock, freed when its holder dies). */
  alone: <T>(work: () => Promise<T>) => Promise<T | undefined>
  /** What the reader of message views says of a published adapter file. */
  adaptersProblem: AdaptersProblem
  limits?: Partial<Limits>
}

/** Never rejects for anything that network, maintainers or database may do. */
export async function updateRegistry(sources: UpdateSources): Promise<Outcome> {
  if (sources.mirrors.length === 0) return { kind: 'no-address' }
  return (await sources.alone(() => updateAlone(sources))) ?? { kind: 'busy' }
}

async function updateAlone(sources: UpdateSources): Promise<Outcome> {
  const log = await readLog(sources.store)
  const outcome: Outcome = (await sources.permitted()) ? await tryMirrors(sources, log) : { kind: 'not-permitted' }
  const triedAt = sources.now()
  const failures = outcome.kind === 'failed' ? log.failures + 1 : 0
  const nextAt = triedAt + updateDelay(failures, sources.random())
  const proven = isProof(outcome) ? { proven: { seq: outcome.seq, at: flooredNow(triedAt, log, undefined) } } : {}
  try {
    await sources.store.writeLog({ ...log, ...proven, triedAt, nextAt, failures, outcome })
  } catch (error) {
    return failureOf(error)
  }
  return outcome
}

/** A log that cannot be read must not stop the update; writing it will tell. */
async function readLog(store: RegistryStore): Promise<UpdateLog> {
  try {
    return await store.readLog()
  } catch {
    return { failures: 0 }
  }
}

function isProof(outcome: Outcome): outcome is Outcome & { kind: 'updated' | 'current' } {
  return outcome.kind === 'updated' || outcome.kind === 'current'
}

/** The clock, but never earlier than what is known to be past: a clock that is behind cannot revive expired metadata. */
function flooredNow(clock: number, log: UpdateLog, active: Active | undefined): number {
  return Math.max(clock, log.proven?.at ?? 0, active === undefined ? 0 : Date.parse(active.snapshot.builtAt))
}

/** Each mirror for a whole run, so that what belongs together comes from one; the first one's failure is the one told. */
async function tryMirrors(sources: UpdateSources, log: UpdateLog): Promise<Outcome> {
  let first: Outcome | undefined
  for (const mirror of sources.mirrors) {
    const outcome = await tryMirror(sources, mirror, log).catch(failureOf)
    if (outcome.kind !== 'failed') return outcome
    first ??= outcome
  }
  return first ?? { kind: 'no-address' }
}

interface Active {
  state: StoredState
  snapshot: Snapshot
}

async function tryMirror(sources: UpdateSources, mirror: Mirror, log: UpdateLog): Promise<Outcome> {
  const { store, fetch, limits } = sources
  const stored = await store.readState()
  const active = stored && (await openActive(stored))
  const trusted = await refresh({
    mirror,
    fetch,
    store: store.metadata,
    now: flooredNow(sources.now(), log, active),
    bundledRoot: await sources.packaged.readRoot(),
    ...(limits && { limits }),
  })
  // A set that the present targets keys no longer vouch for makes no claim: after a rotation its number may be a forger's.
  const claim = active !== undefined && (await isVouchedBy(active.state, trusted.root)) ? active : undefined
  const replaces = claim === undefined ? stored?.seq : undefined
  const outcome = await bringUpToDate(sources.store, trusted, claim, replaces)
  const adapters = await bringFile(sources.store, trusted, adaptersFile(sources.adaptersProblem))
  // A missing history is told by the page that would show it.
  await bringFile(sources.store, trusted, historyFile)
  return isProof(outcome) && adapters !== undefined ? { ...outcome, adapters: codeOf(adapters) } : outcome
}

/** Undefined for a stored set that is damaged: it is replaced by whatever is published. */
async function openActive(state: StoredState): Promise<Active | undefined> {
  try {
    return { state, snapshot: await trustState(state) }
  } catch (error) {
    if (error instanceof RegistryError) return undefined
    throw error
  }
}

async function bringUpToDate(
  store: RegistryStore,
  trusted: TrustedSet,
  active: Active | undefined,
  replaces: number | undefined,
): Promise<Outcome> {
  const seq = active?.state.seq ?? 0
  const choice = chooseUpdate(trusted.targets.signed.targets.values(), seq)
  if (choice === undefined) throw nothingReadable(trusted)
  if (choice.seq < seq) throw new TufError('rollback', `publication ${choice.seq} is older than the active ${seq}`)
  if (choice.seq === seq) {
    if (choice.root === active?.state.root) return { kind: 'current', seq }
    throw new RegistryError('damaged', `publication ${seq} exists with two contents`)
  }
  const next = await assembleState(trusted, choice, active?.snapshot)
  if (active !== undefined && !isPlausible(active.snapshot, next.snapshot)) {
    return { kind: 'failed', code: 'implausible', reason: 'a third of all institutions would disappear at once' }
  }
  return (await store.swap(next.state, replaces))
    ? { kind: 'updated', seq: next.state.seq, by: next.by, bytes: next.bytes }
    : { kind: 'busy' }
}

function nothingReadable(trusted: TrustedSet): RegistryError {
  const some = [...trusted.targets.signed.targets.values()].some((target) => readCustom(target) !== undefined)
  return some
    ? new RegistryError('schema', 'only data of a newer format is published')
    : new RegistryError('damaged', 'no data set is published')
}

/** More than this share of the institutions gone in one step is taken for an accident or an attack. */
const MOST_GONE = 0.3

function isPlausible(before: Snapshot, after: Snapshot): boolean {
  const ids = new Set(after.institutions.map((institution) => institution.id))
  const gone = before.institutions.filter((institution) => !ids.has(institution.id)).length
  return gone <= before.institutions.length * MOST_GONE
}

const CODES: Record<RegistryProblem, FailureCode> = {
  signature: 'threshold',
  damaged: 'bad-data',
  missing: 'bad-data',
  schema: 'schema',
  store: 'store',
}

function codeOf(error: TufError | RegistryError): FailureCode {
  return error instanceof TufError ? error.code : CODES[error.code]
}

/** Errors that are not of ours are faults of this program: they are not dressed up as a failed update. */
function failureOf(error: unknown): Outcome {
  if (!(error instanceof TufError || error instanceof RegistryError)) throw error
  return { kind: 'failed', code: codeOf(error), reason: error.message }
}
