/** The built extension whose packaged list holds the invented lender too. */
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildRegistry, signRepository, throwAwayKey } from '../../scripts/build-registry.ts'
import type { BrowserName } from '../../src/launcher/browser.ts'
import type { PublishedInstitution, Snapshot } from '../../src/registry/schema.ts'
import { stateBytes } from '../../src/registry/state.ts'
import { alteredBuild } from './altered-build.ts'
import { writeFiles } from './sms-build.ts'

/** The list that a build of today packs. */
export function packagedSnapshot(): Snapshot {
  const built = buildRegistry()
  const base = built.files.find((file) => file.startsWith('targets/')) ?? ''
  return JSON.parse(readFileSync(join(built.folder, base), 'utf8'))
}

/** The files of a repository that holds the packaged list and `more`, as publication `seq`. */
export function repositoryWith(more: readonly PublishedInstitution[], seq: number): Map<string, Uint8Array> {
  const packaged = packagedSnapshot()
  const next = { ...packaged, seq, institutions: [...packaged.institutions, ...more] }
  return signRepository(stateBytes(next), seq, Date.now(), throwAwayKey())
}

/** @returns the folder of the unpacked extension, in a temporary folder of its own. */
export async function buildWith(browser: BrowserName, more: readonly PublishedInstitution[]): Promise<string> {
  const folder = await alteredBuild(browser, {})
  const registry = join(folder, 'registry')
  await rm(join(registry, 'targets'), { recursive: true })
  await writeFiles(registry, repositoryWith(more, packagedSnapshot().seq))
  return folder
}
