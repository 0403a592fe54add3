/** Signing keys on disk: an encrypted private key that only its owner can read, and a public part to hand round. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Signature } from '@tufjs/models'
import { exactly, matching, problemsOf, shape, text } from '../registry/check-shape.ts'
import { canonicalJson } from '../registry/trust/canonical-json.ts'
import { isUsableEd25519Key } from '../registry/trust/ed25519.ts'
import { bytesFromHex } from '../registry/trust/hex.ts'
import { readWhole, readWholeJson } from './read-whole.ts'
import { writeWhole } from './write-whole.ts'

/** A key as metadata lists it; `name` says whose it is and is part of what the key id covers. */
export interface PublicKeyBody {
  keytype: 'ed25519'
  scheme: 'ed25519'
  keyval: { public: string }
  name: string
}

export interface PublicKey {
  id: string
  body: PublicKeyBody
}

export interface SigningKey extends PublicKey {
  sign(bytes: Buffer): Signature
}

const PUBLIC_KEY = shape({
  keytype: exactly('ed25519'),
  scheme: exactly('ed25519'),
  keyval: shape({ public: matching(/^[0-9a-f]{64}$/, '64 small hexadecimal digits') }),
  name: text(60),
})

const MIN_PASSPHRASE = 12

/**
 * Makes an Ed25519 key: `file` (PKCS#8, encrypted with the passphrase, mode 0600) and `file`.pub (JSON, to hand round).
 * Throws one sentence when a file is there, inside a Git repository, or the passphrase is shorter than 12 characters.
 */
export function createKeyFile(file: string, name: string, passphrase: string): PublicKey {
  if (existsSync(file)) throw new Error(`${file}: is there already; a key file is never overwritten`)
  const repository = repositoryAround(file)
  if (repository) throw new Error(`${file}: lies inside the Git repository ${repository}; keep keys outside`)
  if (passphrase.length < MIN_PASSPHRASE) throw new Error(`the passphrase needs at least ${MIN_PASSPHRASE} characters`)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
  writeWhole(file, pem, 0o600)
  const key = publicKeyOf(publicKey, name)
  writeWhole(`${file}.pub`, `${JSON.stringify(key.body, null, 2)}\n`)
  return key
}

/** Opens a key for signing. Throws one sentence for a file others may read, an unencrypted key, a wrong passphrase. */
export function openKeyFile(file: string, passphrase: string): SigningKey {
  const { id, body } = readPublicKey(`${file}.pub`)
  const pem = readWhole(file).toString('utf8')
  if ((statSync(file).mode & 0o077) !== 0) throw new Error(`${file}: other users may read it; run chmod 600 ${file}`)
  if (!pem.includes('BEGIN ENCRYPTED PRIVATE KEY'))
    throw new Error(`${file}: is not encrypted; make a new key with keygen`)
  const privateKey = decrypt(file, pem, passphrase)
  if (publicKeyOf(createPublicKey(privateKey), body.name).id !== id)
    throw new Error(`${file}: does not belong to ${file}.pub`)
  return { id, body, sign: (bytes) => new Signature({ keyID: id, sig: sign(null, bytes, privateKey).toString('hex') }) }
}

/** Reads a public part. Throws one sentence for a weak or malformed key. */
export function readPublicKey(file: string): PublicKey {
  const body = readWholeJson(file, 'a public key file')
  const [problem] = problemsOf(PUBLIC_KEY, body)
  if (problem) throw new Error(`${file}: ${problem.field || 'the key'} ${problem.reason}`)
  const key = body as PublicKeyBody
  const bytes = bytesFromHex(key.keyval.public)
  if (!bytes || !isUsableEd25519Key(bytes))
    throw new Error(`${file}: is a weak key (small order): anyone could sign for it`)
  return { id: keyId(key), body: key }
}

function decrypt(file: string, pem: string, passphrase: string): KeyObject {
  try {
    return createPrivateKey({ key: pem, format: 'pem', passphrase })
  } catch {
    throw new Error(`${file}: the passphrase is wrong or the file is damaged`)
  }
}

function publicKeyOf(key: KeyObject, name: string): PublicKey {
  const { x = '' } = key.export({ format: 'jwk' })
  const body: PublicKeyBody = {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: Buffer.from(x, 'base64url').toString('hex') },
    name,
  }
  return { id: keyId(body), body }
}

/** SHA-256 over the canonical JSON of the key (TUF 4.2). */
function keyId({ keytype, scheme, keyval, name }: PublicKeyBody): string {
  return createHash('sha256').update(canonicalJson({ keytype, scheme, keyval, name })).digest('hex')
}

function repositoryAround(file: string): string | undefined {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === dirname(folder)) return undefined
  }
}
