/** The border between bytes from anywhere and trusted data: only what passed here may be stored or asked. */
import { verifyAsync } from '@noble/ed25519'
import { RegistryError } from './registry-error.ts'
import type { Snapshot } from './schema.ts'

/** A data set and its detached Ed25519 signature, as they lie in the package or the store. */
export interface SignedBytes {
  bytes: Uint8Array<ArrayBuffer>
  /** 64 bytes over `bytes`. */
  signature: Uint8Array<ArrayBuffer>
}

export interface TrustedSnapshot extends SignedBytes {
  snapshot: Snapshot
}

/** Checks the signature over the raw bytes, then reads them. Throws `RegistryError` (`signature`, `damaged`, `schema`). */
export async function trustSnapshot(signed: SignedBytes, publicKey: Uint8Array<ArrayBuffer>): Promise<TrustedSnapshot> {
  if (!(await verifyEd25519(signed.signature, signed.bytes, publicKey)))
    throw new RegistryError('signature', 'the registry does not carry a valid signature of its maintainers')
  return { ...signed, snapshot: readSnapshot(signed.bytes) }
}

function readSnapshot(bytes: Uint8Array): Snapshot {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch (cause) {
    throw new RegistryError('damaged', 'the registry is not readable JSON', { cause })
  }
  if (typeof value !== 'object' || value === null || !('schema' in value) || value.schema !== 1)
    throw new RegistryError('schema', 'the registry has a schema this version does not read')
  return value as Snapshot
}

/** WebCrypto where it knows Ed25519 (Chromium 137, Firefox 129), else @noble/ed25519. A key or signature of wrong length is no signature. */
async function verifyEd25519(
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (signature.length !== 64 || publicKey.length !== 32) return false
  const key = await importKey(publicKey)
  if (key) return crypto.subtle.verify('Ed25519', key, signature, bytes)
  return verifyAsync(signature, bytes, publicKey).catch(() => false)
}

/** Undefined where the browser's WebCrypto does not know the algorithm. */
async function importKey(publicKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
  } catch {
    return undefined
  }
}
