/** Thresholds: does a role's document carry enough good signatures of distinct keys? */
import type { RoleKeys } from './delegations.ts'
import { bytesFromHex } from './hex.ts'
import { type KeyRecord, type KeyScheme, openKey } from './keys.ts'
import type { Document } from './metadata.ts'
import { TufError } from './tuf-error.ts'

/** Where a role's keys are listed: root for the top-level roles, a targets role for delegated ones. */
export interface Delegator {
  keys: ReadonlyMap<string, KeyRecord>
  role: RoleKeys
}

/**
 * Spec 5.3.4, 5.4.2, 5.5.3, 5.6.3, the check for an arbitrary software attack. Signatures of unknown keys and bad ones
 * are passed over; two ids of one key count once.
 */
export async function assertSigned(
  document: Document<unknown>,
  delegator: Delegator,
  schemes: ReadonlySet<KeyScheme>,
  what: string,
): Promise<void> {
  const signers = new Set<string>()
  for (const keyid of delegator.role.keyids) {
    const material = await signerOf(document, delegator.keys.get(keyid), schemes)
    if (material !== undefined) signers.add(material)
  }
  if (signers.size < delegator.role.threshold) {
    throw new TufError('threshold', `${what}: ${signers.size} of ${delegator.role.threshold} needed keys have signed`)
  }
}

/** The material of the key if its signature is good. */
async function signerOf(
  document: Document<unknown>,
  record: KeyRecord | undefined,
  schemes: ReadonlySet<KeyScheme>,
): Promise<string | undefined> {
  const text = record && document.signatures.get(record.id)
  const signature = text === undefined ? undefined : bytesFromHex(text)
  if (record === undefined || signature === undefined) return undefined
  const key = await openKey(record, schemes)
  return key !== undefined && (await key.verify(signature, document.signedBytes)) ? key.material : undefined
}
