/** Builds the extension for one browser unless the last build is of the very same sources. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserName } from '../tests/support/browser.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const sources = [
  'src',
  'entrypoints',
  'data',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
]
const targets = { chromium: 'chrome', firefox: 'firefox' } as const

/** @returns the folder of the unpacked extension. @throws when the build fails, with its output on standard error. */
export async function buildExtension(browser: BrowserName): Promise<string> {
  const target = targets[browser]
  const folder = join(root, '.output', `${target}-mv3`)
  const stamp = join(root, '.output', `${target}-mv3.sources`)
  const digest = digestOf(sources)
  if (existsSync(join(folder, 'manifest.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest)
    return folder
  console.error(`· building the extension for ${browser}`)
  const { status } = spawnSync('npx', ['wxt', 'build', '-b', target], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error(`the build for ${browser} failed: see above`)
  writeFileSync(stamp, digest)
  return folder
}

function digestOf(names: string[]): string {
  const hash = createHash('sha256')
  for (const name of names) addTo(hash, name)
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, name: string): void {
  const path = join(root, name)
  if (!existsSync(path)) return
  if (statSync(path).isDirectory()) {
    for (const entry of readdirSync(path).sort()) addTo(hash, join(name, entry))
    return
  }
  const content = readFileSync(path)
  hash.update(`${name}\0${content.length}\0`).update(content)
}
