/** The registry of this checkout, as a test reads it. */
import { fileURLToPath } from 'node:url'
import { buildSnapshot } from '../../src/publish/build-snapshot.ts'
import { buildRegistryIndex } from '../../src/registry/registry-index.ts'
import { NOW } from './tiny-registry.ts'

const DATA = fileURLToPath(new URL('../../data', import.meta.url))

export const realSnapshot = buildSnapshot(DATA, {
  seq: 1,
  builtAt: new Date(NOW).toISOString(),
  channel: 'development',
})
export const realIndex = buildRegistryIndex(realSnapshot)
