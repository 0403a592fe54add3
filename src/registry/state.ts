/**
 * The registry's state as bytes: one canonical form, its hash (the *root*), and deltas between two states. Publisher and
 * client share this file: a base file *is* the canonical form, so a state has the same bytes and the same hash whether it
 * came whole or through deltas.
 */

import { applyPatch, diffJson, type Patch } from './json-patch.ts'
import { RegistryError } from './registry-error.ts'
import type { PublishedInstitution, Snapshot } from './schema.ts'
import { canonicalJson, type JsonValue } from './trust/canonical-json.ts'
import { hexDigest } from './trust/digest.ts'

export type StateBytes = Uint8Array<ArrayBuffer>

/** Everything of a state but the institutions. */
export type StateHead = Omit<Snapshot, 'institutions'>

/** From one publication to a later one. */
export interface Delta {
  /** Format of the delta; 1 had whole institutions only. */
  schema: 1 | 2
  /** `seq` of the state that it applies to and of the state that it gives. */
  from: number
  to: number
  /** Institutions that are new, or changed so much that the whole is shorter; sorted by id. */
  upserts: PublishedInstitution[]
  /** What changed in other institutions, by id. Since format 2. */
  edits?: Record<string, Patch>
  /** Ids of institutions that are gone, sorted. */
  deletes: string[]
  /** Members of the head that are new or changed; always `seq` and `builtAt`. */
  set: Partial<StateHead>
  /** Members of the head that are gone. */
  unset: string[]
}

export const baseTarget = (seq: number): string => `base-${seq}.json`
export const deltaTarget = (from: number, to: number): string => `delta-${from}-${to}.json`

/** Canonical JSON with the institutions in order of their ids. The content of a base target. */
export function stateBytes(state: Snapshot): StateBytes {
  return canonicalJson(asJson({ ...state, institutions: byId(state.institutions) }))
}

/** SHA-256 of `stateBytes`, lower-case hexadecimal: what metadata signs as `root`. */
export function stateRoot(bytes: StateBytes): Promise<string> {
  return hexDigest('SHA-256', bytes)
}

export function deltaBytes(delta: Delta): StateBytes {
  return canonicalJson(asJson(delta))
}

/** What must change to make `to` of `from`. `applyDelta(from, diffStates(from, to))` has the bytes of `to`. */
export function diffStates(from: Snapshot, to: Snapshot): Delta {
  const before = new Map(from.institutions.map((institution) => [institution.id, institution]))
  const after = new Set(to.institutions.map((institution) => institution.id))
  const { institutions: _before, ...fromHead } = from
  const { institutions: _after, ...toHead } = to
  const old = new Map(Object.entries(fromHead).map(([name, value]) => [name, textOf(value)]))
  const set = Object.entries(toHead).filter(([name, value]) => value !== undefined && old.get(name) !== textOf(value))
  const { upserts, edits } = diffInstitutions(before, to.institutions)
  return {
    schema: 2,
    from: from.seq,
    to: to.seq,
    upserts: byId(upserts),
    edits: Object.fromEntries(edits),
    deletes: [...before.keys()].filter((id) => !after.has(id)).sort(),
    set: { seq: to.seq, builtAt: to.builtAt, ...Object.fromEntries(set) },
    unset: [...old.keys()].filter((name) => !Object.hasOwn(toHead, name)).sort(),
  }
}

function diffInstitutions(before: ReadonlyMap<string, PublishedInstitution>, after: readonly PublishedInstitution[]) {
  const upserts: PublishedInstitution[] = []
  const edits: [id: string, patch: Patch][] = []
  for (const institution of after) {
    const old = before.get(institution.id)
    const patch = old === undefined ? [] : diffJson(asJson(old), asJson(institution))
    if (patch === undefined) continue
    if (Array.isArray(patch)) upserts.push(institution)
    else edits.push([institution.id, patch])
  }
  return { upserts, edits }
}

/**
 * The state after the delta. Whether it is the right one, its root says: compare it with the signed one.
 * Throws `RegistryError` (`damaged`) when an edit does not fit the state.
 */
export function applyDelta(state: Snapshot, delta: Delta): Snapshot {
  const institutions = new Map(state.institutions.map((institution) => [institution.id, institution]))
  for (const id of delta.deletes) institutions.delete(id)
  for (const institution of delta.upserts) institutions.set(institution.id, institution)
  for (const [id, patch] of Object.entries(delta.edits ?? {})) institutions.set(id, edited(institutions.get(id), patch))
  const next: Snapshot = { ...state, ...delta.set, institutions: byId([...institutions.values()]) }
  for (const name of delta.unset) Reflect.deleteProperty(next, name)
  return next
}

/** Asserted as a whole after all of it, like everything that a delta gives. */
function edited(institution: PublishedInstitution | undefined, patch: Patch): PublishedInstitution {
  if (institution === undefined)
    throw new RegistryError('damaged', 'the delta changes an institution that is not there')
  const next: unknown = applyPatch(asJson(institution), patch)
  return next as PublishedInstitution
}

function byId(institutions: PublishedInstitution[]): PublishedInstitution[] {
  return institutions.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function textOf(value: unknown): string {
  return new TextDecoder().decode(canonicalJson(asJson(value)))
}

/** The value as JSON carries it: members that are undefined are absent. */
function asJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value))
}
