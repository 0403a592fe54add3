/** From signed staging to a served folder: proved by two clients first, immutable files first, the timestamp last. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metadata, Root, Targets } from '@tufjs/models'
import type { Snapshot } from '../registry/schema.ts'
import { isPublic, isStale } from './evidence-bar.ts'
import { FOLDER_MIRROR, folderFetch } from './folder-fetch.ts'
import type { SigningKey } from './key-file.ts'
import { documentBytes, signedText } from './metadata-file.ts'
import { type OnlineDocuments, publishOnline, renewOnline } from './online-documents.ts'
import { latestRoot, type PublishedRepository, readRepository, rootVersions } from './read-repository.ts'
import { missingSignatures, roleOf, signatureState } from './role-signatures.ts'
import { clearStaging, pendingRoot, pendingTargets, stagedFiles } from './staging.ts'
import { type Verified, verifyOwn, verifySecond } from './verify-repository.ts'
import { writeWhole } from './write-whole.ts'

export interface PublishOptions {
  /** The folder that is served. */
  folder: string
  /** Where the signed documents wait. */
  staging: string
  online: SigningKey
  /** ISO 8601. */
  at: string
  /** Told before each longer step. */
  progress?: (text: string) => void
  /** Tests break the upload here. */
  write?: (file: string, bytes: Uint8Array) => void
}

/**
 * Publishes what waits in staging: a root, a release, or both. Throws one sentence when a threshold is not met, a
 * document has run out, or either client does not accept the result; nothing is written then.
 */
export async function publishRelease(options: PublishOptions): Promise<Verified> {
  const repository = readRepository(options.folder)
  const root = rootToPublish(options)
  const targets = targetsToPublish(options, repository, root)
  const documents = publishOnline(targets, repository, options.online, options.at)
  const overlay = new Map<string, Uint8Array>()
  for (const [name, bytes] of stagedFiles(options.staging)) overlay.set(`targets/${name}`, bytes)
  if (pendingRoot(options.staging)) overlay.set(`metadata/${root.signed.version}.root.json`, documentBytes(root))
  overlay.set(`metadata/${targets.signed.version}.targets.json`, documentBytes(targets))
  const assertState = (state: Snapshot) => assertNotStale(state, options.at)
  const verified = await deliver({ ...options, assertState }, repository, documents, overlay)
  clearStaging(options.staging)
  return verified
}

/** The daily job: proves freshness anew, changes nothing else. */
export async function refreshTimestamp(options: Omit<PublishOptions, 'staging'>): Promise<Verified> {
  const repository = readRepository(options.folder)
  if (!repository) throw new Error(`${options.folder}: nothing was published here yet`)
  assertOnlineKey(repository.root, options.online)
  assertNotRunOut('targets', repository.targets.signed.expires, options.at)
  const documents = renewOnline(repository.targets, repository, options.online, options.at)
  return deliver(options, repository, documents, new Map())
}

function rootToPublish(options: PublishOptions): Metadata<Root> {
  const pending = pendingRoot(options.staging)
  const published = rootVersions(options.folder).length > 0 ? latestRoot(options.folder) : undefined
  const root = pending ?? published
  if (!root) throw new Error(`${options.staging}: there is no root; run registry root init`)
  const isNew = pending && !(published && signedText(pending) === signedText(published))
  const last = published?.signed.version ?? 0
  if (isNew && pending.signed.version !== last + 1)
    throw new Error(`root version ${pending.signed.version} does not follow version ${last}`)
  const missing = pending && missingSignatures(signatureState(pending, published ? [published, pending] : [pending]))
  if (missing) throw new Error(missing)
  assertNotRunOut('root', root.signed.expires, options.at)
  assertOnlineKey(root, options.online)
  return root
}

function targetsToPublish(
  options: PublishOptions,
  repository: PublishedRepository | undefined,
  root: Metadata<Root>,
): Metadata<Targets> {
  const targets = pendingTargets(options.staging) ?? repository?.targets
  if (!targets) throw new Error(`${options.staging}: there is no release; run registry build`)
  const next = (repository?.targets.signed.version ?? 0) + 1
  if (targets !== repository?.targets && targets.signed.version !== next)
    throw new Error(`targets version ${targets.signed.version} does not follow version ${next - 1}: build again`)
  const missing = missingSignatures(signatureState(targets, [root]))
  if (missing) throw new Error(missing)
  assertNotRunOut('targets', targets.signed.expires, options.at)
  return targets
}

function assertNotRunOut(role: string, expires: string, at: string): void {
  if (Date.parse(expires) <= Date.parse(at)) throw new Error(`${role} ran out on ${expires}: it must be signed anew`)
}

function assertOnlineKey(root: Metadata<Root>, online: SigningKey): void {
  if (!roleOf(root, 'timestamp').keyIDs.includes(online.id))
    throw new Error(`the key of ${online.body.name} is not the online key of root version ${root.signed.version}`)
}

/** The daily job does not look at the data: an old record must not stop the proof of freshness. */
type DeliverOptions = Omit<PublishOptions, 'staging'> & { assertState?: (state: Snapshot) => void }

async function deliver(
  options: DeliverOptions,
  repository: PublishedRepository | undefined,
  { snapshot, timestamp }: OnlineDocuments,
  overlay: Map<string, Uint8Array>,
): Promise<Verified> {
  overlay.set(`metadata/${snapshot.signed.version}.snapshot.json`, documentBytes(snapshot))
  const last = new Map([...overlay, ['metadata/timestamp.json', documentBytes(timestamp)]])
  const verified = await prove(options, repository, last)
  options.progress?.(`writing ${last.size} files`)
  const write = options.write ?? writeWhole
  for (const path of uploadOrder(overlay.keys()))
    writeImmutable(join(options.folder, path), overlay.get(path) ?? new Uint8Array(), write)
  write(join(options.folder, 'metadata', 'timestamp.json'), documentBytes(timestamp))
  return verified
}

/** Both clients, each from the first root alone and from what the last publication left with a client. */
async function prove(
  options: DeliverOptions,
  repository: PublishedRepository | undefined,
  overlay: Map<string, Uint8Array>,
): Promise<Verified> {
  const now = Date.parse(options.at)
  const staged = { mirror: FOLDER_MIRROR, fetch: folderFetch(options.folder, overlay) }
  const first = new Map([['root', firstRoot(options.folder, overlay)]])
  options.progress?.('checking with our client, from the first root')
  const verified = await verifyOwn(staged, first, now)
  const names = [`base-${verified.state.seq}.json`]
  options.assertState?.(verified.state)
  options.progress?.('checking with tuf-js, from the first root')
  await verifySecond(staged, first, names)
  if (!repository) return verified
  options.progress?.('checking with both, from the last publication')
  const served = { mirror: FOLDER_MIRROR, fetch: folderFetch(options.folder) }
  // The last publication may have run out; its client is the one of its own day.
  const day = Math.min(now, Date.parse(repository.timestamp.signed.expires) - 1)
  const { store } = await verifyOwn(served, first, day)
  await verifyOwn(staged, store, now)
  await verifySecond(staged, store, names)
  return verified
}

/** Between build and publication evidence may have grown too old for “official”. */
function assertNotStale(state: Snapshot, at: string): void {
  for (const { id, kind, hotlines } of state.institutions)
    for (const { number, level, seen } of hotlines)
      if (level === 'official' && !isPublic(kind) && seen !== undefined && isStale(seen, at))
        throw new Error(
          `${number} of ${id} was built as official, but its evidence (${seen}) is more than 3 years old now: build again`,
        )
}

function firstRoot(folder: string, overlay: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const file = join(folder, 'metadata', '1.root.json')
  const bytes = existsSync(file) ? readFileSync(file) : overlay.get('metadata/1.root.json')
  if (!bytes) throw new Error(`${folder}: holds no first root`)
  return Uint8Array.from(bytes)
}

/** Root, then timestamp, come last: until then every client still finds the old release whole. */
function uploadOrder(paths: Iterable<string>): string[] {
  const isRoot = (path: string) => path.endsWith('.root.json')
  const all = [...paths]
  return [...all.filter((path) => !isRoot(path)), ...all.filter(isRoot)]
}

/** Target files and roots never get other bytes; what a crash left of the other documents nobody was pointed at. */
function writeImmutable(file: string, bytes: Uint8Array, write: (file: string, bytes: Uint8Array) => void): void {
  const there = existsSync(file) ? readFileSync(file) : undefined
  if (there && Buffer.from(bytes).equals(there)) return
  if (there && !/\.(targets|snapshot)\.json$/.test(file))
    throw new Error(`${file}: is published already, with other bytes`)
  write(file, bytes)
}
