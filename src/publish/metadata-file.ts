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
export const readRoot = (file: string): Metadata<Root> => Metadata.fromJSON(MetadataKind.Root, parse(file, 'root'))

export const readTargets = (file: string): Metadata<Targets> =>
  Metadata.fromJSON(MetadataKind.Targets, parse(file, 'targets'))

export const readSnapshot = (file: string): Metadata<Snapshot> =>
  Metadata.fromJSON(MetadataKind.Snapshot, parse(file, 'snapshot'))

export const readTimestamp = (file: string): Metadata<Timestamp> =>
  Metadata.fromJSON(MetadataKind.Timestamp, parse(file, 'timestamp'))

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

function parse(file: string, type: string): JsonObject {
  const value = readJson(file)
  if (value?.signed?._type !== type) throw new Error(`${file}: is not a ${type} document`)
  return value
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
