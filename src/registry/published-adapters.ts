/** The adapters of message views are a signed file beside the data set: fetched with the registry, kept as verified. */

import type { RegistryStore } from './store.ts'
import { hexDigest } from './trust/digest.ts'
import { downloadTarget } from './trust/download-target.ts'
import type { TrustedSet } from './trust/refresh.ts'

/** Name of the target (publish/build-release.ts writes it). */
export const ADAPTERS_TARGET = 'sms-views.json'

/**
 * Fetches the published file when it is another one than the stored. Nothing published: nothing happens.
 * @throws TufError, RegistryError; the stored file stays.
 */
export async function updateAdapters(store: RegistryStore, trusted: TrustedSet): Promise<void> {
  const target = trusted.targets.signed.targets.get(ADAPTERS_TARGET)
  const sha256 = target?.hashes.get('sha256')
  if (!target || sha256 === undefined || (await store.readAdapters())?.sha256 === sha256) return
  await store.writeAdapters({ sha256, bytes: await downloadTarget(trusted, target) })
}

/** The stored file as text; null when there is none or it is damaged: then the package's own adapters are in force. */
export async function readPublishedAdapters(store: RegistryStore): Promise<string | null> {
  const stored = await store.readAdapters()
  if (!stored || (await hexDigest('SHA-256', stored.bytes)) !== stored.sha256) return null
  return new TextDecoder().decode(stored.bytes)
}
