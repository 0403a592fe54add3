/** The built extension with the registry of the SMS fixtures in place of ours, and the fixtures under their real addresses. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buildRegistry, signRepository, throwAwayKey } from '../../scripts/build-registry.ts'
import type { BrowserName } from '../../src/launcher/browser.ts'
import { fileSite, type Site } from '../../src/launcher/site.ts'
import { stateBytes } from '../../src/registry/state.ts'
import index from '../page/sms/expected/index.json' with { type: 'json' }
import { alteredBuild, type Changes } from './altered-build.ts'
import { ownViews } from './own-views.ts'
import { fixtureSnapshot } from './sms-registry.ts'

const root = join(import.meta.dirname, '../..')

export const fixtureNames = index.fixtures.map((fixture) => fixture.name)

/** The address that a fixture emulates; its steps wait for `__fx.next()`. */
export function fixtureAddress(name: string): string {
  const fixture = index.fixtures.find((one) => one.name === name)
  if (!fixture) throw new Error(`no fixture ${name}`)
  const address = new URL(fixture.url)
  address.searchParams.set('fxmanual', '')
  return address.href
}

/** Where a view of our own invention is served: no adapter knows the host. */
export function ownViewAddress(name: string): string {
  return `https://view.example.com/${name}.html`
}

export const fixtureSite: Site = fileSite([
  ...index.fixtures.map(({ html, url }) => {
    const { origin, pathname } = new URL(url)
    return { address: origin + pathname, file: join(root, 'tests/pages/sms', html) }
  }),
  ...Object.keys(ownViews).map((name) => ({
    address: ownViewAddress(name),
    file: join(root, 'tests/pages/sms/own', `${name}.html`),
  })),
])

export async function buildWithFixtureRegistry(browser: BrowserName, changes: Changes = {}): Promise<string> {
  const folder = await alteredBuild(browser, changes)
  await putFixtureRegistry(folder)
  return folder
}

/** Under the packaged number, in place of the package's own. */
export async function putFixtureRegistry(extension: string): Promise<void> {
  const registry = join(extension, 'registry')
  await rm(join(registry, 'targets'), { recursive: true })
  await writeFiles(registry, fixtureRepository(buildRegistry().seq))
}

/** Signed with this machine's throw-away key, which its development builds trust. `beside`: files published with it. */
export function fixtureRepository(seq: number, beside: Record<string, Uint8Array> = {}): Map<string, Uint8Array> {
  const now = Date.now()
  const data = stateBytes(fixtureSnapshot(new Date(now).toISOString(), seq))
  return signRepository(data, seq, now, throwAwayKey(), beside)
}

export async function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(join(folder, dirname(path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
}
