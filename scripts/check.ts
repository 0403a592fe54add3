/** `npm run check`: everything that must hold before a commit, in under a minute: types, lint, dead code, unit tests, builds, size. */
import { spawn } from 'node:child_process'
import { buildDetector } from './build-detector.ts'
import { buildExtension } from './build-extension.ts'

type Step = { name: string; failed: boolean; output: string; seconds: number }

const quick = [
  command('types', ['npm', 'run', '-s', 'types']),
  command('lint', ['npm', 'run', '-s', 'lint']),
  command('dead code', ['npx', 'knip']),
  command('unit tests', ['npm', 'run', '-s', 'test:unit', '--', '--reporter=dot']),
]
const steps = [...(await Promise.all(quick)), await build(), await command('size', ['npx', 'size-limit'])]
for (const step of steps.filter(({ failed }) => failed)) process.stdout.write(`\n── ${step.name}\n${step.output}`)
const failed = steps.filter((step) => step.failed).map((step) => step.name)
console.log(failed.length === 0 ? 'check passed' : `check failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1

async function build(): Promise<Step> {
  const started = performance.now()
  try {
    for (const browser of ['chromium', 'firefox'] as const) await buildExtension(browser)
    await buildDetector()
    return report('build', false, '', started)
  } catch (error) {
    return report('build', true, error instanceof Error ? `${error.message}\n` : String(error), started)
  }
}

function command(name: string, [program = '', ...args]: string[]): Promise<Step> {
  const started = performance.now()
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (output += text))
    child.on('close', (code) => done(report(name, code !== 0, output, started)))
  })
}

function report(name: string, failed: boolean, output: string, started: number): Step {
  const seconds = (performance.now() - started) / 1000
  console.log(`${failed ? '✗' : '✓'} ${name} (${seconds.toFixed(1)} s)`)
  return { name, failed, output, seconds }
}
