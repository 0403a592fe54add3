/**
 * Builds the development registry that the package ships: data/ → one data set in a TUF repository of its own, signed
 * with a throw-away key that lives on this machine only (.dev/). Rebuilt when data or code of the build changed or after
 * a day; else left alone. A release is built by the maintainers' publishing commands instead.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSnapshot } from '../src/publish/build-snapshot.ts'
import { diffSnapshots } from '../src/publish/diff-snapshots.ts'
import { historyBytes } from '../src/publish/history-bytes.ts'
import { writeWhole } from '../src/publish/write-whole.ts'
import { HISTORY_TARGET } from '../src/registry/history.ts'
import { baseTarget, stateBytes } from '../src/registry/state.ts'
import { canonicalJson, type JsonObject } from '../src/registry/trust/canonical-json.ts'
import { packageRepository, readPackage } from './package-repository.ts'

const root = join(import.meta.dirname, '..')
const day = 24 * 60 * 60 * 1000

export interface BuiltRegistry {
  /** Folder with root.json (the trust anchor), metadata/ and targets/. */
  folder: string
  /** The files in it. */
  files: string[]
  seq: number
}

/**
 * Makes sure that a signed repository lies ready and says what is in it: the maintainers' published folder named in
 * `ZHENHAO_REPOSITORY`, else one of data/ in .dev/registry. With `ZHENHAO_RELEASE` set only the former will do.
 */
export function buildRegistry(now = Date.now()): BuiltRegistry {
  const published = process.env.ZHENHAO_REPOSITORY
  if (published) return takePublished(published)
  if (process.env.ZHENHAO_RELEASE)
    throw new Error(
      'a release build needs ZHENHAO_REPOSITORY, a published folder: nobody holds production keys yet, see SECURITY.md',
    )
  const folder = join(root, '.dev/registry')
  const inputs = hashOf(['data/**/*.{yaml,json}', 'src/{phone,registry,publish}/**/*.ts', 'scripts/build-registry.ts'])
  const built = readBuilt(folder)
  if (built && built.inputs === inputs && now - statSync(join(folder, 'built.json')).mtimeMs < day)
    return { folder, files: built.files, seq: built.seq }

  const seq = Math.floor(now / 60_000)
  const builtAt = new Date(now).toISOString()
  const state = buildSnapshot(join(root, 'data'), { seq, builtAt, channel: 'development' })
  const history = historyBytes(undefined, state, diffSnapshots(undefined, state), '本机开发版 · development build')
  const repository = signRepository(stateBytes(state), seq, now, throwAwayKey(), { [HISTORY_TARGET]: history })
  for (const part of ['metadata', 'targets']) rmSync(join(folder, part), { recursive: true, force: true })
  for (const [file, bytes] of repository) writeWhole(join(folder, file), bytes)
  const files = [...repository.keys()]
  writeWhole(join(folder, 'built.json'), JSON.stringify({ inputs, seq, files }))
  return { folder, files, seq }
}

function takePublished(published: string): BuiltRegistry {
  const folder = join(root, '.dev/published')
  const repository = packageRepository(published)
  rmSync(folder, { recursive: true, force: true })
  for (const [file, bytes] of readPackage(repository)) writeWhole(join(folder, file), bytes)
  return { folder, files: [...repository.files.keys()], seq: repository.seq }
}

function readBuilt(folder: string): { inputs: string; seq: number; files: string[] } | undefined {
  const file = join(folder, 'built.json')
  const built = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  return built?.files?.every((name: string) => existsSync(join(folder, name))) ? built : undefined
}

/** One key for every role: good for one machine, refused by a release build. `beside`: files published with the data. */
export function signRepository(
  data: Uint8Array,
  seq: number,
  now: number,
  key: KeyObject,
  beside: Record<string, Uint8Array> = {},
): Map<string, Uint8Array> {
  const publicKey = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: rawPublicKey(key) } }
  const keyid = sha256(canonicalJson(publicKey))
  const common = { spec_version: '1.0.31', expires: `${new Date(now + 365 * day).toISOString().slice(0, 19)}Z` }
  const signed = (document: JsonObject): Buffer => {
    const sig = sign(null, canonicalJson(document), key).toString('hex')
    return Buffer.from(JSON.stringify({ signatures: [{ keyid, sig }], signed: document }))
  }
  const meta = (bytes: Uint8Array) => ({ version: seq, length: bytes.length, hashes: { sha256: sha256(bytes) } })
  const role = { keyids: [keyid], threshold: 1 }
  const roles = { root: role, targets: role, snapshot: role, timestamp: role }
  const rootFile = signed({
    ...common,
    _type: 'root',
    version: 1,
    consistent_snapshot: true,
    keys: { [keyid]: publicKey },
    roles,
  })
  const hash = sha256(data)
  const custom = { schema: 1, seq, prev: null, root: hash }
  const target = { length: data.length, hashes: { sha256: hash }, custom }
  const all = { [baseTarget(seq)]: target, ...entriesOf(beside) }
  const targets = signed({ ...common, _type: 'targets', version: seq, targets: all })
  const snapshot = signed({ ...common, _type: 'snapshot', version: seq, meta: { 'targets.json': meta(targets) } })
  const timestamp = signed({ ...common, _type: 'timestamp', version: seq, meta: { 'snapshot.json': meta(snapshot) } })
  return new Map<string, Uint8Array>([
    [`targets/${hash}.${baseTarget(seq)}`, data],
    ...Object.entries(beside).map(([name, bytes]) => [`targets/${sha256(bytes)}.${name}`, bytes] as const),
    ['root.json', rootFile],
    ['metadata/1.root.json', rootFile],
    [`metadata/${seq}.targets.json`, targets],
    [`metadata/${seq}.snapshot.json`, snapshot],
    ['metadata/timestamp.json', timestamp],
  ])
}

/** Target entries of files that are no data sets. */
function entriesOf(files: Record<string, Uint8Array>): JsonObject {
  const listed = Object.entries(files).map(([name, bytes]) => [
    name,
    { length: bytes.length, hashes: { sha256: sha256(bytes) }, custom: { schema: 1 } },
  ])
  return Object.fromEntries(listed)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function hashOf(patterns: string[]): string {
  const hash = createHash('sha256')
  for (const file of globSync(patterns, { cwd: root }).sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** The key of this machine's development builds; made when there is none. */
export function throwAwayKey(): KeyObject {
  const file = join(root, '.dev/registry-key.pem')
  if (!existsSync(file)) {
    mkdirSync(join(root, '.dev'), { recursive: true })
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  }
  return createPrivateKey(readFileSync(file))
}

/** Hexadecimal: the last 32 bytes of the SPKI form are the key itself. */
function rawPublicKey(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex')
}
