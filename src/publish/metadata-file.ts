/** Signed documents on disk, in one form: canonical JSON, signatures in order of their key ids. */
import { Metadata, MetadataKind, type Root, type Snapshot, type Targets, type Timestamp } from '@tufjs/models'
import { canonicalJson, type JsonObject } from '../registry/trust/canonical-json.ts'
import type { SigningKey } from './key-file.ts'
import { readWhole } from './read-whole.ts'

export const SPEC_VERSION = '1.0.31'

/** The bytes that are published. The same document always gives the same bytes. */
export function documentBytes(document: Metadata<Root | Targets | Snapshot | Timestamp>): Uint8Array<ArrayBuffer> {
  const { signed } = document.toJSON()
  const signatures = Object.values(document.signatures)
    .map(({ keyID, sig }) => ({ keyid: keyID, sig }))
    .sort((a, b) => (a.keyid < b.keyid ? -1 : 1))
  return canonicalJson(plain({ signatures, signed }))
}

/** The readers throw `FILE: is not a … document`, or that it is missing. */
export const readRoot = (file: string): Metadata<Root> =>
  read(file, 'root', (json) => Metadata.fromJSON(MetadataKind.Root, json))

export const readTargets = (file: string): Metadata<Targets> =>
  read(file, 'targets', (json) => Metadata.fromJSON(MetadataKind.Targets, json))

export const readSnapshot = (file: string): Metadata<Snapshot> =>
  read(file, 'snapshot', (json) => Metadata.fromJSON(MetadataKind.Snapshot, json))

export const readTimestamp = (file: string): Metadata<Timestamp> =>
  read(file, 'timestamp', (json) => Metadata.fromJSON(MetadataKind.Timestamp, json))

/** Adds the key's signature; one that was there is replaced. */
export function addSignature(document: Metadata<Root | Targets | Snapshot | Timestamp>, key: SigningKey): void {
  document.sign((bytes) => key.sign(bytes))
}

/** What the signatures cover: equal for copies that differ in signatures only. */
export function signedText(document: Metadata<Root | Targets | Snapshot | Timestamp>): string {
  return new TextDecoder().decode(canonicalJson(plain(document.signed.toJSON())))
}

/** `YYYY-MM-DDTHH:MM:SSZ`, so many days after `from` (ISO 8601). */
export function daysAfter(from: string, days: number): string {
  return `${new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 19)}Z`
}

/** What a file says it is; `undefined` for anything that is no signed document. */
export function documentType(file: string): unknown {
  return readJson(file)?.signed?._type
}

function read<T>(file: string, type: string, parse: (json: JsonObject) => T): T {
  const value = readJson(file)
  if (value?.signed?._type !== type) throw new Error(`${file}: is not a ${type} document`)
  try {
    return parse(value)
  } catch (error) {
    throw new Error(`${file}: is a faulty ${type} document: ${error instanceof Error ? error.message : error}`)
  }
}

function readJson(file: string) {
  const bytes = readWhole(file)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function plain(value: unknown): JsonObject {
  return JSON.parse(JSON.stringify(value))
}
