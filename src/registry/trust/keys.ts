/** Public keys of TUF metadata: which ones can be used, what makes two of them the same key, and verifying with them. */
import { canonicalJson, type JsonObject } from './canonical-json.ts'
import { hexDigest } from './digest.ts'
import { pointFromPublic, verifyEcdsa } from './ecdsa.ts'
import { isUsableEd25519Key, verifyEd25519 } from './ed25519.ts'
import { bytesFromHex, hexFromBytes } from './hex.ts'
import { derFromPem } from './pem.ts'
import { verifyRsa } from './rsa.ts'

export type KeyScheme = 'ed25519' | 'ecdsa-sha2-nistp256' | 'rsassa-pss-sha256' | 'rsa-pkcs1v15-sha256'

/** What signs the registry: Ed25519, and P-256 for hardware keys. */
export const REGISTRY_SCHEMES: ReadonlySet<KeyScheme> = new Set(['ed25519', 'ecdsa-sha2-nistp256'])

/** What the public conformance suite signs with. */
export const ALL_SCHEMES: ReadonlySet<KeyScheme> = new Set([
  ...REGISTRY_SCHEMES,
  'rsassa-pss-sha256',
  'rsa-pkcs1v15-sha256',
])

/** A key as metadata lists it. */
export interface KeyRecord {
  id: string
  keytype: string
  scheme: string
  /** `keyval.public`: hexadecimal or PEM. */
  publicValue: string
  /** The whole object, unknown members included: its hash is the key id. */
  body: JsonObject
}

export interface VerifyKey {
  /** Equal for two records of the same key, however written: thresholds count distinct keys (spec 4.2). */
  material: string
  verify(signature: Uint8Array<ArrayBuffer>, message: Uint8Array<ArrayBuffer>): Promise<boolean>
}

/** A key to verify with; undefined for one that must never count: unknown scheme, bad or weak value, wrong id. */
export async function openKey(key: KeyRecord, schemes: ReadonlySet<KeyScheme>): Promise<VerifyKey | undefined> {
  const scheme = [...schemes].find((name) => name === key.scheme)
  if (scheme === undefined || !(await hasCorrectId(key))) return undefined
  switch (scheme) {
    case 'ed25519':
      return key.keytype === 'ed25519' ? openEd25519(key.publicValue) : undefined
    case 'ecdsa-sha2-nistp256':
      return key.keytype === 'ecdsa' || key.keytype === scheme ? openEcdsa(key.publicValue) : undefined
    case 'rsassa-pss-sha256':
      return key.keytype === 'rsa' ? openRsa('pss', key.publicValue) : undefined
    case 'rsa-pkcs1v15-sha256':
      return key.keytype === 'rsa' ? openRsa('pkcs1', key.publicValue) : undefined
  }
}

/** Spec 4.3: clients MUST calculate each KEYID to verify this is correct for the associated key. */
async function hasCorrectId(key: KeyRecord): Promise<boolean> {
  return key.id === (await hexDigest('SHA-256', canonicalJson(key.body)))
}

function openEd25519(publicValue: string): VerifyKey | undefined {
  const bytes = bytesFromHex(publicValue)
  if (bytes === undefined || !isUsableEd25519Key(bytes)) return undefined
  return {
    material: `ed25519:${hexFromBytes(bytes)}`,
    verify: (signature, message) => verifyEd25519(bytes, signature, message),
  }
}

function openEcdsa(publicValue: string): VerifyKey | undefined {
  const point = pointFromPublic(publicValue)
  if (point === undefined) return undefined
  return {
    material: `p256:${hexFromBytes(point)}`,
    verify: (signature, message) => verifyEcdsa(point, signature, message),
  }
}

function openRsa(padding: 'pss' | 'pkcs1', publicValue: string): VerifyKey | undefined {
  const spki = derFromPem(publicValue)
  if (spki === undefined) return undefined
  return {
    material: `rsa:${hexFromBytes(spki)}`,
    verify: (signature, message) => verifyRsa(padding, spki, signature, message),
  }
}
