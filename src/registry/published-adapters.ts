/** The adapters of message views are a signed file beside the data set. */
import { type FileKind, readPublishedFile } from './published-file.ts'
import type { RegistryStore } from './store.ts'

/** Name of the target (publish/build-release.ts writes it). */
export const ADAPTERS_TARGET = 'sms-views.json'

/** Pages refuse a longer one too (`adapterLimits`), and they check what is in it. */
export const adaptersFile: FileKind = { target: ADAPTERS_TARGET, largest: 262_144 }

/** The stored file as text; null when there is none or it is damaged: then the package's own adapters are in force. */
export async function readPublishedAdapters(store: RegistryStore): Promise<string | null> {
  const bytes = await readPublishedFile(store, adaptersFile)
  return bytes === undefined ? null : new TextDecoder().decode(bytes)
}
