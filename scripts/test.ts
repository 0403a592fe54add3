/** Runs every test there is, ring by ring, and ends with one line: `N passed, N failed`. With CI=true a skip is a failure. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildExtension } from './build-extension.ts'
import { addCounts, type Counts, countRing, summary } from './test-counts.ts'

const rings = ['unit', 'browser', 'extension']

const folder = mkdtempSync(join(tmpdir(), 'zhenhao-test-'))
process.exitCode = await runAll()
rmSync(folder, { recursive: true })

async function runAll(): Promise<number> {
  let total: Counts = { passed: 0, failed: 0, skipped: [] }
  for (const ring of rings) {
    console.error(`· ring: ${ring}`)
    total = addCounts(total, ring === 'extension' ? await runExtensionRing() : runRing(ring))
  }
  const { lines, exitCode } = summary(total, { skipIsFailure: process.env.CI === 'true' })
  for (const line of lines) console.log(line)
  return exitCode
}

/** The ring drives the built extension: a build that fails is one failed test. */
async function runExtensionRing(): Promise<Counts> {
  try {
    for (const browser of ['chromium', 'firefox'] as const) await buildExtension(browser)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, skipped: [] }
  }
  return runRing('extension')
}

function runRing(ring: string): Counts {
  const report = join(folder, `${ring}.json`)
  const args = ['vitest', 'run', '--project', ring, '--reporter=default', '--reporter=json', `--outputFile=${report}`]
  const { status } = spawnSync('npx', args, { stdio: ['ignore', 2, 2] })
  return countRing(report, status)
}
