/** Real key pairs for fake repositories: Ed25519, ECDSA P-256 and RSA, on WebCrypto so that they work in browsers too. */
import { canonicalJson, type JsonObject } from '../../src/registry/trust/canonical-json.ts'
import { hexFromBytes } from '../../src/registry/trust/hex.ts'

export type SignerKind = 'ed25519' | 'ecdsa' | 'rsa-pss' | 'rsa-pkcs1'

export interface Signer {
  id: string
  /** The key object as metadata lists it. */
  body: JsonObject
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<string>
}

export async function keyIdOf(body: JsonObject): Promise<string> {
  return hexFromBytes(new Uint8Array(await crypto.subtle.digest('SHA-256', canonicalJson(body))))
}

/** A new key pair. `extra` members go into the key object, as some repositories have them. */
export async function createSigner(kind: SignerKind = 'ed25519', extra: JsonObject = {}): Promise<Signer> {
  const { body, sign } = await KINDS[kind]()
  const whole = { ...body, ...extra }
  return { id: await keyIdOf(whole), body: whole, sign }
}

type Bare = Omit<Signer, 'id'>

const KINDS: Record<SignerKind, () => Promise<Bare>> = {
  ed25519: ed25519Signer,
  ecdsa: ecdsaSigner,
  'rsa-pss': () => rsaSigner('RSA-PSS', 'rsassa-pss-sha256'),
  'rsa-pkcs1': () => rsaSigner('RSASSA-PKCS1-v1_5', 'rsa-pkcs1v15-sha256'),
}

async function ed25519Signer(): Promise<Bare> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey)
  return {
    body: { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: hexFromBytes(new Uint8Array(raw)) } },
    sign: async (bytes) => hexFromBytes(new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, bytes))),
  }
}

async function ecdsaSigner(): Promise<Bare> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  return {
    body: { keytype: 'ecdsa', scheme: 'ecdsa-sha2-nistp256', keyval: { public: await pemOf(pair.publicKey) } },
    sign: async (bytes) =>
      hexFromBytes(derOf(new Uint8Array(await crypto.subtle.sign(algorithm, pair.privateKey, bytes)))),
  }
}

async function rsaSigner(name: string, scheme: string): Promise<Bare> {
  const algorithm = { name, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  return {
    body: { keytype: 'rsa', scheme, keyval: { public: await pemOf(pair.publicKey) } },
    sign: async (bytes) =>
      hexFromBytes(new Uint8Array(await crypto.subtle.sign({ name, saltLength: 32 }, pair.privateKey, bytes))),
  }
}

async function pemOf(key: CryptoKey): Promise<string> {
  const der = new Uint8Array(await crypto.subtle.exportKey('spki', key))
  const lines = btoa(String.fromCharCode(...der)).match(/.{1,64}/g) ?? []
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`
}

/** r ‖ s to DER. */
export function derOf(scalars: Uint8Array): Uint8Array<ArrayBuffer> {
  const half = scalars.length / 2
  const body = [...derInteger(scalars.subarray(0, half)), ...derInteger(scalars.subarray(half))]
  return new Uint8Array([0x30, body.length, ...body])
}

function derInteger(bytes: Uint8Array): number[] {
  const digits = [...bytes]
  while (digits.length > 1 && digits[0] === 0) digits.shift()
  if ((digits[0] ?? 0) >= 0x80) digits.unshift(0)
  return [2, digits.length, ...digits]
}
