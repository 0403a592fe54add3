/** The extension built anew with a registry address: the address is part of the package. */
import { spawnSync } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { oneAtATime } from '../../scripts/build-extension.ts'
import type { BrowserName } from '../../src/launcher/browser.ts'
import { repositoryRoot } from './repository.ts'

/**
 * `repository`: the published folder that the package ships instead of this machine's development registry.
 * @returns the folder of the unpacked extension, in a temporary folder of its own. @throws when the build fails.
 */
export async function buildPointedAt(browser: BrowserName, address: string, repository?: string): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'zhenhao-pointed-'))
  const target = browser === 'firefox' ? 'firefox' : 'chrome'
  const published = repository === undefined ? {} : { ZHENHAO_REPOSITORY: repository }
  const env = { ...process.env, ...published, NODE_ENV: 'production', ZHENHAO_REGISTRY: address, ZHENHAO_OUT: out }
  const { status, stderr } = await oneAtATime(() =>
    spawnSync('npx', ['wxt', 'build', '-b', target], { cwd: repositoryRoot, env, encoding: 'utf8' }),
  )
  if (status !== 0) throw new Error(`the build failed: ${stderr}`)
  return join(out, `${target}-mv3`)
}
