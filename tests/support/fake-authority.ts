/**
 * A TUF authority for tests: real keys, real signatures, documents that a test may bend in any way before they are
 * signed, and files that it may bend afterwards. Works in Node and in browsers.
 */
import { canonicalJson, type JsonObject } from '../../src/registry/trust/canonical-json.ts'
import { hexFromBytes } from '../../src/registry/trust/hex.ts'
import { encodeName } from '../../src/registry/trust/update-targets.ts'
import { createSigner, type Signer, type SignerKind } from './signers.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/** A `signed` object that tests may bend. */
// biome-ignore lint/suspicious/noExplicitAny: documents are bent into every wrong shape on purpose
export type Bendable = any

export interface AuthorityOptions {
  kind?: SignerKind
  consistent?: boolean
  /** Lengths and hashes in snapshot and timestamp. */
  hashes?: boolean
  /** Milliseconds; documents expire 30 days later. */
  now?: number
  thresholds?: Partial<Record<string, number>>
}

export interface FakeAuthority {
  /** Current `signed` objects by role. */
  documents: Record<string, Bendable>
  /** Who signs which role at the next publication. */
  signers: Record<string, Signer[]>
  /** What the server has: `metadata/1.root.json`, `targets/HASH.name`. */
  files: Map<string, Bytes>
  /** Signs and uploads the roles in this order; versions grow by one from the second time on. */
  publish(...roles: string[]): Promise<void>
  /** The same without touching the version. */
  republish(...roles: string[]): Promise<void>
  /** A file of this role as signed by these (default: the role's own signers). */
  sign(signed: Bendable, signers: Signer[]): Promise<Bytes>
  addTarget(role: string, path: string, content: Bytes | string, custom?: JsonObject): Promise<void>
  removeTarget(role: string, path: string): void
  /** A delegated role with a new key; `bend` may change the role object. */
  delegate(from: string, name: string, role?: JsonObject, signer?: Signer): Promise<void>
  /** Lists a key for a top-level role and lets it sign. */
  addSigner(role: string, signer: Signer): void
  /** All keys of the role replaced by one new one. */
  rotate(role: string): Promise<Signer>
  /** Lengths and hashes in snapshot and timestamp from the next publication on. */
  listHashes(listed: boolean): void
  /** `N.role.json` as the clients ask for it. */
  fileName(role: string, version?: number): string
}

export const TOP = ['targets', 'snapshot', 'timestamp', 'root']
const DAY = 86_400_000

export function isoSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

export function readJson(bytes: Bytes | undefined): Bendable {
  return JSON.parse(new TextDecoder().decode(bytes))
}

export async function sha256(bytes: Bytes): Promise<string> {
  return hexFromBytes(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** Version 1 of the four roles is published. */
export async function createAuthority(options: AuthorityOptions = {}): Promise<FakeAuthority> {
  const { kind = 'ed25519', consistent = true, hashes = true, now = Date.now() } = options
  const expires = isoSeconds(now + 30 * DAY)
  const base = (type: string) => ({ _type: type, spec_version: '1.0.31', version: 1, expires })
  const documents: Record<string, Bendable> = {
    root: { ...base('root'), consistent_snapshot: consistent, keys: {}, roles: {} },
    timestamp: { ...base('timestamp'), meta: {} },
    snapshot: { ...base('snapshot'), meta: {} },
    targets: { ...base('targets'), targets: {} },
  }
  const signers: Record<string, Signer[]> = {}
  const files = new Map<string, Bytes>()
  const published = new Set<string>()
  let hashed = hashes

  function fileName(role: string, version: number = documents[role].version): string {
    const prefix = role !== 'timestamp' && (consistent || role === 'root') ? `${version}.` : ''
    return `metadata/${prefix}${encodeName(role)}.json`
  }

  async function sign(signed: Bendable, by: Signer[]): Promise<Bytes> {
    const bytes = canonicalJson(signed)
    const signatures = await Promise.all(
      by.map(async (signer) => ({ keyid: signer.id, sig: await signer.sign(bytes) })),
    )
    return utf8(JSON.stringify({ signatures, signed }, undefined, 1))
  }

  async function describe(bytes: Bytes, version: number): Promise<JsonObject> {
    return hashed ? { version, length: bytes.length, hashes: { sha256: await sha256(bytes) } } : { version }
  }

  async function upload(role: string): Promise<void> {
    const bytes = await sign(documents[role], signers[role] ?? [])
    published.add(role)
    files.set(fileName(role), bytes)
    const entry = await describe(bytes, documents[role].version)
    if (role === 'snapshot') documents.timestamp.meta['snapshot.json'] = entry
    else if (role !== 'root' && role !== 'timestamp') documents.snapshot.meta[`${role}.json`] = entry
  }

  async function republish(...roles: string[]): Promise<void> {
    for (const role of roles) await upload(role)
  }

  async function publish(...roles: string[]): Promise<void> {
    for (const role of roles) {
      if (published.has(role)) documents[role].version += 1
      await upload(role)
    }
  }

  function addSigner(role: string, signer: Signer): void {
    documents.root.keys[signer.id] = signer.body
    documents.root.roles[role] ??= { keyids: [], threshold: options.thresholds?.[role] ?? 1 }
    documents.root.roles[role].keyids.push(signer.id)
    signers[role] = [...(signers[role] ?? []), signer]
  }

  async function rotate(role: string): Promise<Signer> {
    documents.root.roles[role].keyids = []
    signers[role] = []
    const signer = await createSigner(kind)
    addSigner(role, signer)
    return signer
  }

  async function addTarget(role: string, path: string, content: Bytes | string, custom?: JsonObject): Promise<void> {
    const bytes = typeof content === 'string' ? utf8(content) : content
    const hash = await sha256(bytes)
    documents[role].targets[path] = { length: bytes.length, hashes: { sha256: hash }, ...(custom && { custom }) }
    const segments = path.split('/')
    const name = segments.pop() ?? ''
    const encoded = [...segments.map(encodeName), consistent ? `${hash}.${encodeName(name)}` : encodeName(name)]
    files.set(`targets/${encoded.join('/')}`, bytes)
  }

  async function delegate(from: string, name: string, role: JsonObject = {}, signer?: Signer): Promise<void> {
    const key = signer ?? (await createSigner(kind))
    documents[from].delegations ??= { keys: {}, roles: [] }
    const { delegations } = documents[from]
    delegations.keys[key.id] = key.body
    const scope = 'path_hash_prefixes' in role ? {} : { paths: ['*'] }
    delegations.roles.push({ name, keyids: [key.id], threshold: 1, terminating: false, ...scope, ...role })
    signers[name] = [...(signers[name] ?? []), key]
    documents[name] ??= { ...base('targets'), targets: {} }
  }

  for (const role of TOP) {
    for (let count = 0; count < (options.thresholds?.[role] ?? 1); count++) addSigner(role, await createSigner(kind))
  }
  await publish(...TOP)
  return {
    documents,
    signers,
    files,
    publish,
    republish,
    sign,
    addTarget,
    removeTarget: (role, path) => delete documents[role].targets[path],
    delegate,
    addSigner,
    rotate,
    listHashes: (listed) => {
      hashed = listed
    },
    fileName,
  }
}
