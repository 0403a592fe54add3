/** Builds the extension for one browser unless today's last build is of the very same sources (its registry ages). */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { BrowserName } from '../src/launcher/browser.ts'
import { buildRegistry } from './build-registry.ts'

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

/** @returns the folder of the unpacked extension. @throws when the data are faulty or the build fails. */
export async function buildExtension(browser: BrowserName): Promise<string> {
  const target = targets[browser]
  return oneAtATime(() => buildUnlessBuilt(target))
}

/** Builds share files of this folder (`.wxt`, `.dev`): whoever builds otherwise than by `buildExtension` does it in here. */
export async function oneAtATime<Value>(build: () => Value): Promise<Value> {
  const unlock = await lock(join(root, '.output', 'lock'))
  try {
    return build()
  } finally {
    unlock()
  }
}

function buildUnlessBuilt(target: 'chrome' | 'firefox'): string {
  const folder = join(root, '.output', `${target}-mv3`)
  const stamp = join(root, '.output', `${target}-mv3.sources`)
  const digest = digestOf(sources)
  if (existsSync(join(folder, 'manifest.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest)
    return folder
  console.error(`· building the extension for ${target}`)
  buildRegistry() // faulty data stops here, with its one sentence
  // A test runner says NODE_ENV=test, and what it then builds is not what ships: JSX with file names in it.
  const env = { ...process.env, NODE_ENV: 'production' }
  const built = spawnSync('npx', ['wxt', 'build', '-b', target], { cwd: root, env, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`the build for ${target} failed\n${built.stdout}${built.stderr}`)
  writeFileSync(stamp, digest)
  return folder
}

/** One build at a time in this folder; a lock left behind by a killed build is taken over after two minutes. */
async function lock(path: string): Promise<() => void> {
  mkdirSync(dirname(path), { recursive: true })
  for (;;) {
    try {
      mkdirSync(path)
      return () => rmSync(path, { recursive: true, force: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const age = existsSync(path) ? Date.now() - statSync(path).mtimeMs : 0
      if (age > 120_000) rmSync(path, { recursive: true, force: true })
      await wait(200)
    }
  }
}

function digestOf(names: string[]): string {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10))
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
