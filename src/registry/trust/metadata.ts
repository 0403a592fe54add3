/** The four metadata formats (spec 4): bytes → asserted documents. Nothing here is trusted until its signatures are. */
import {
  assertDate,
  assertFlag,
  assertInteger,
  assertList,
  assertObject,
  assertText,
  assertUnique,
  member,
  readMap,
} from './assert-json.ts'
import { canonicalJson, type JsonObject, type JsonValue, parseJson } from './canonical-json.ts'
import {
  type Delegations,
  type RoleKeys,
  readDelegations,
  readKeys,
  readRoleKeys,
  type TopRole,
} from './delegations.ts'
import type { KeyRecord } from './keys.ts'
import { TufError } from './tuf-error.ts'

/** A parsed file: what it says and what its signatures cover. */
export interface Document<T> {
  signed: T
  version: number
  /** Milliseconds since 1970. */
  expires: number
  /** Key id → hexadecimal signature. */
  signatures: Map<string, string>
  /** Canonical JSON of the `signed` object. */
  signedBytes: Uint8Array<ArrayBuffer>
  /** The file as received. */
  bytes: Uint8Array<ArrayBuffer>
}

export interface Root {
  consistentSnapshot: boolean
  keys: Map<string, KeyRecord>
  roles: Record<TopRole, RoleKeys>
}

/** METAFILES entry (spec 4.4). */
export interface MetaFile {
  version: number
  length?: number
  hashes?: Map<string, string>
}

export interface Timestamp {
  snapshot: MetaFile
}

export interface Snapshot {
  /** File name (`targets.json`) → entry. */
  meta: Map<string, MetaFile>
}

export interface TargetFile {
  path: string
  /** Bytes. */
  length: number
  hashes: Map<string, string>
  custom?: JsonValue
}

export interface Targets {
  targets: Map<string, TargetFile>
  delegations?: Delegations
}

export function parseRoot(bytes: Uint8Array<ArrayBuffer>): Document<Root> {
  return parseDocument(bytes, 'root', (signed) => {
    const consistent = member(signed, 'consistent_snapshot')
    const roles = assertObject(member(signed, 'roles'), 'roles')
    const keysOf = (role: TopRole) => readRoleKeys(member(roles, role), `role ${role}`)
    return {
      consistentSnapshot: consistent === undefined ? false : assertFlag(consistent, 'consistent_snapshot'),
      keys: readKeys(member(signed, 'keys')),
      // A role for each of the four MUST be specified (4.3); others, such as mirrors, are not used.
      roles: {
        root: keysOf('root'),
        timestamp: keysOf('timestamp'),
        snapshot: keysOf('snapshot'),
        targets: keysOf('targets'),
      },
    }
  })
}

export function parseTimestamp(bytes: Uint8Array<ArrayBuffer>): Document<Timestamp> {
  return parseDocument(bytes, 'timestamp', (signed) => {
    const meta = assertObject(member(signed, 'meta'), 'meta')
    return { snapshot: readMetaFile(member(meta, 'snapshot.json'), 'snapshot.json') }
  })
}

export function parseSnapshot(bytes: Uint8Array<ArrayBuffer>): Document<Snapshot> {
  return parseDocument(bytes, 'snapshot', (signed) => ({
    meta: readMap(member(signed, 'meta'), 'meta', readMetaFile),
  }))
}

export function parseTargets(bytes: Uint8Array<ArrayBuffer>): Document<Targets> {
  return parseDocument(bytes, 'targets', (signed) => {
    const targets = readMap(member(signed, 'targets'), 'targets', readTargetFile)
    const delegations = member(signed, 'delegations')
    return delegations === undefined ? { targets } : { targets, delegations: readDelegations(delegations) }
  })
}

function parseDocument<T>(bytes: Uint8Array<ArrayBuffer>, type: string, read: (signed: JsonObject) => T): Document<T> {
  const envelope = assertObject(parseJson(bytes), type)
  const signed = assertObject(member(envelope, 'signed'), `signed of ${type}`)
  const found = assertText(member(signed, '_type'), '_type')
  if (found !== type) throw new TufError('malformed', `expected ${type} metadata, found ${found}`)
  assertSpecVersion(assertText(member(signed, 'spec_version'), 'spec_version'))
  return {
    signed: read(signed),
    version: assertInteger(member(signed, 'version'), 1, `version of ${type}`),
    expires: assertDate(member(signed, 'expires'), `expires of ${type}`),
    signatures: readSignatures(member(envelope, 'signatures'), type),
    signedBytes: canonicalJson(signed),
    bytes,
  }
}

/** Spec 4.3, SPEC_VERSION: the major version must be the one this client is written for. */
function assertSpecVersion(text: string): void {
  if (!/^1\.\d+(\.\d+)?$/.test(text)) throw new TufError('unsupported-version', `spec_version ${text} is not 1.x`)
}

/** Spec 4.2: the keyid MUST be unique in the signatures array. */
function readSignatures(value: JsonValue | undefined, type: string): Map<string, string> {
  const entries = assertList(value, `signatures of ${type}`).map((item): [string, string] => {
    const signature = assertObject(item, 'signature')
    return [assertText(member(signature, 'keyid'), 'keyid'), assertText(member(signature, 'sig'), 'sig')]
  })
  assertUnique(
    entries.map(([keyid]) => keyid),
    'signature keyids',
  )
  return new Map(entries)
}

function readMetaFile(value: JsonValue | undefined, name: string): MetaFile {
  const object = assertObject(value, name)
  const file: MetaFile = { version: assertInteger(member(object, 'version'), 1, `version of ${name}`) }
  const length = member(object, 'length')
  if (length !== undefined) file.length = assertInteger(length, 1, `length of ${name}`)
  const hashes = member(object, 'hashes')
  if (hashes !== undefined) file.hashes = readHashes(hashes, name)
  return file
}

function readTargetFile(value: JsonValue, path: string): TargetFile {
  const object = assertObject(value, path)
  const file: TargetFile = {
    path,
    length: assertInteger(member(object, 'length'), 0, `length of ${path}`),
    hashes: readHashes(member(object, 'hashes'), path),
  }
  const custom = member(object, 'custom')
  if (custom !== undefined) file.custom = custom
  return file
}

function readHashes(value: JsonValue | undefined, name: string): Map<string, string> {
  return readMap(value, `hashes of ${name}`, (hash) => assertText(hash, `hash of ${name}`))
}
