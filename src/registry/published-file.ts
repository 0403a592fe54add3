/** Signed files beside the data set: fetched with the registry, kept as verified, never a reason to lose hotlines. */
import { RegistryError } from './registry-error.ts'
import type { StateBytes } from './state.ts'
import type { RegistryStore } from './store.ts'
import { hexDigest } from './trust/digest.ts'
import { downloadTarget } from './trust/download-target.ts'
import type { TrustedSet } from './trust/refresh.ts'
import { TufError } from './trust/tuf-error.ts'

export interface FileKind {
  /** Name of the target. */
  target: string
  /** Bytes. Fetching a longer one would put out a good one that is stored. */
  largest: number
  /** Throws `RegistryError` for a content that is not to be stored. */
  check?: (bytes: StateBytes) => unknown
}

/**
 * Fetches the published file when it is another one than the stored. Nothing published: nothing happens. Gives why it
 * could not be had (`too-large` unasked, by its signed length); the stored one stays, and the data set is as good.
 */
export async function bringFile(
  store: RegistryStore,
  trusted: TrustedSet,
  kind: FileKind,
): Promise<TufError | RegistryError | undefined> {
  try {
    await updateFile(store, trusted, kind)
    return undefined
  } catch (error) {
    if (error instanceof TufError || error instanceof RegistryError) return error
    throw error
  }
}

async function updateFile(store: RegistryStore, trusted: TrustedSet, { target: name, largest, check }: FileKind) {
  const target = trusted.targets.signed.targets.get(name)
  const sha256 = target?.hashes.get('sha256')
  if (!target || sha256 === undefined || (await store.readFile(name))?.sha256 === sha256) return
  if (target.length > largest) throw new TufError('too-large', `${name} is longer than ${largest} bytes`)
  const bytes = await downloadTarget(trusted, target)
  check?.(bytes)
  await store.writeFile(name, { sha256, bytes })
}

/** The stored file; undefined when there is none or it is damaged. */
export async function readPublishedFile(store: RegistryStore, kind: FileKind): Promise<StateBytes | undefined> {
  const stored = await store.readFile(kind.target)
  if (!stored || (await hexDigest('SHA-256', stored.bytes)) !== stored.sha256) return undefined
  return stored.bytes
}
