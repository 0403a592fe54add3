/** The adapters of message views are a signed file beside the data set: fetched with the registry, kept as verified. */

import type { RegistryStore } from './store.ts'
import { hexDigest } from './trust/digest.ts'
import { downloadTarget } from './trust/download-target.ts'
import type { TrustedSet } from './trust/refresh.ts'
import { TufError } from './trust/tuf-error.ts'

/** Name of the target (publish/build-release.ts writes it). */
export const ADAPTERS_TARGET = 'sms-views.json'

/** Bytes; pages refuse a longer one too (`adapterLimits`). Fetching it would put out a good one that is stored. */
const LARGEST = 262_144

/**
 * Fetches the published file when it is another one than the stored. Nothing published: nothing happens.
 * @throws TufError (`too-large` unasked, by its signed length), RegistryError; the stored file stays.
 */
export async function updateAdapters(store: RegistryStore, trusted: TrustedSet): Promise<void> {
  const target = trusted.targets.signed.targets.get(ADAPTERS_TARGET)
  const sha256 = target?.hashes.get('sha256')
  if (!target || sha256 === undefined || (await store.readAdapters())?.sha256 === sha256) return
  if (target.length > LARGEST) throw new TufError('too-large', `${ADAPTERS_TARGET} is longer than ${LARGEST} bytes`)
  await store.writeAdapters({ sha256, bytes: await downloadTarget(trusted, target) })
}

/** The stored file as text; null when there is none or it is damaged: then the package's own adapters are in force. */
export async function readPublishedAdapters(store: RegistryStore): Promise<string | null> {
  const stored = await store.readAdapters()
  if (!stored || (await hexDigest('SHA-256', stored.bytes)) !== stored.sha256) return null
  return new TextDecoder().decode(stored.bytes)
}
