/**
 * Builds the development registry that the package ships: data/ → one snapshot, signed with a throw-away key that
 * lives on this machine only (.dev/). Rebuilt when data or code of the build changed or after a day; else left alone.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSnapshot } from '../src/publish/build-snapshot.ts'

const root = join(import.meta.dirname, '..')
const day = 24 * 60 * 60 * 1000

export interface BuiltRegistry {
  /** Folder with registry.json and registry.sig. */
  folder: string
  seq: number
  /** Raw Ed25519 key, hex. */
  publicKey: string
}

/** Makes sure that a signed snapshot of data/ lies in .dev/registry and says what is in it. */
export function buildRegistry(now = Date.now()): BuiltRegistry {
  const folder = join(root, '.dev/registry')
  const inputs = hashOf(['data/**/*.{yaml,json}', 'src/{phone,registry,publish}/**/*.ts'])
  const built = readBuilt(folder)
  if (built && built.inputs === inputs && now - statSync(join(folder, 'built.json')).mtimeMs < day)
    return { folder, seq: built.seq, publicKey: built.publicKey }

  const seq = Math.floor(now / 60_000)
  const snapshot = buildSnapshot(join(root, 'data'), {
    seq,
    builtAt: new Date(now).toISOString(),
    channel: 'development',
  })
  const bytes = Buffer.from(JSON.stringify(snapshot))
  const key = throwAwayKey()
  mkdirSync(folder, { recursive: true })
  replaceFile(join(folder, 'registry.json'), bytes)
  replaceFile(join(folder, 'registry.sig'), sign(null, bytes, key))
  const publicKey = rawPublicKey(key).toString('hex')
  replaceFile(join(folder, 'built.json'), Buffer.from(JSON.stringify({ inputs, seq, publicKey })))
  return { folder, seq, publicKey }
}

function readBuilt(folder: string): { inputs: string; seq: number; publicKey: string } | undefined {
  const complete = ['registry.json', 'registry.sig', 'built.json'].every((file) => existsSync(join(folder, file)))
  return complete ? JSON.parse(readFileSync(join(folder, 'built.json'), 'utf8')) : undefined
}

function hashOf(patterns: string[]): string {
  const hash = createHash('sha256')
  for (const file of globSync(patterns, { cwd: root }).sort()) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function throwAwayKey() {
  const file = join(root, '.dev/registry-key.pem')
  if (!existsSync(file)) {
    mkdirSync(join(root, '.dev'), { recursive: true })
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  }
  return createPrivateKey(readFileSync(file))
}

/** The last 32 bytes of the SPKI form are the key itself. */
function rawPublicKey(key: ReturnType<typeof createPrivateKey>): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32)
}

function replaceFile(path: string, bytes: Uint8Array): void {
  writeFileSync(`${path}.new`, bytes)
  renameSync(`${path}.new`, path)
}
