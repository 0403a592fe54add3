/** The built extension with the registry of the SMS fixtures in place of ours, and the fixtures under their real addresses. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buildRegistry, signRepository, throwAwayKey } from '../../scripts/build-registry.ts'
import { stateBytes } from '../../src/registry/state.ts'
import index from '../page/sms/expected/index.json' with { type: 'json' }
import { alteredBuild } from './altered-build.ts'
import type { BrowserName } from './browser.ts'
import { fileSite, type Site } from './site.ts'
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

export const fixtureSite: Site = fileSite(
  index.fixtures.map(({ html, url }) => {
    const { origin, pathname } = new URL(url)
    return { address: origin + pathname, file: join(root, 'tests/pages/sms', html) }
  }),
)

/** Signed with this machine's throw-away key, which its development builds trust, under the packaged number. */
export async function buildWithFixtureRegistry(browser: BrowserName): Promise<string> {
  const folder = await alteredBuild(browser, {})
  const { seq } = buildRegistry()
  const now = Date.now()
  const data = stateBytes(fixtureSnapshot(new Date(now).toISOString(), seq))
  const registry = join(folder, 'registry')
  await rm(join(registry, 'targets'), { recursive: true })
  for (const [path, bytes] of signRepository(data, seq, now, throwAwayKey())) {
    await mkdir(join(registry, dirname(path)), { recursive: true })
    await writeFile(join(registry, path), bytes)
  }
  return folder
}
