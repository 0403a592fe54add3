/**
 * Does a test fail for every check of the trust code? Works on a copy: each condition is made false in turn, each
 * assertion call and each operand of a returned conjunction is taken out, and the trust tests are run. A mutant that all
 * tests pass is a check that nothing guards. `node scripts/mutate-trust.ts [FILE…]` (about 5 minutes), exit 1 if any survives.
 */
import { spawn } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const WORKERS = 2

/** Mutants that change nothing that can be observed, each with the reason. */
const EQUIVALENT: Record<string, string> = {
  "ed25519.ts: without operand 0 (error instanceof Error) of error instanceof Error && error.name === 'NotSupportedError'":
    'platforms throw nothing but errors; for the compiler',
  'pem.ts: if (body === undefined) never': 'the lines after it throw and are caught with the same result',
  'run.ts: if (bytes === undefined) never': 'nothing stored parses as malformed, which counts as absent too',
  'update-root.ts: if (bytes === undefined) never': 'no root parses as malformed, which counts as absent too',
}

interface Mutant {
  file: string
  line: number
  what: string
  source: string
}

const wanted = process.argv.slice(2)
const files = globSync('src/registry/trust/*.ts', { cwd: root })
  .filter((file) => wanted.length === 0 || wanted.includes(basename(file)))
  .sort()
const mutants = files.flatMap((file) => mutantsOf(file, readFileSync(join(root, file), 'utf8')))
const queue = [...mutants]
const survivors: Mutant[] = []
console.log(`${mutants.length} mutants of ${files.length} files`)
await Promise.all(Array.from({ length: WORKERS }, work))
const unexplained = survivors.filter((mutant) => EQUIVALENT[keyOf(mutant)] === undefined)
console.log(`${mutants.length - survivors.length} of ${mutants.length} mutants made a test fail`)
for (const mutant of survivors) {
  console.log(`survived: ${keyOf(mutant)} (line ${mutant.line})${explain(mutant)}`)
}
process.exitCode = unexplained.length === 0 ? 0 : 1

function explain(mutant: Mutant): string {
  const reason = EQUIVALENT[keyOf(mutant)]
  return reason === undefined ? '' : `: ${reason}`
}

function keyOf(mutant: Mutant): string {
  return `${basename(mutant.file)}: ${mutant.what}`
}

function mutantsOf(file: string, source: string): Mutant[] {
  const at = (index: number) => source.slice(0, index).split('\n').length
  const replaced = (from: number, to: number, text: string) => source.slice(0, from) + text + source.slice(to)
  const conditions = [...source.matchAll(/\bif \(/g)].map((match): Mutant => {
    const start = match.index + 'if ('.length
    const end = closing(source, start)
    const what = `if (${source.slice(start, end)}) never`
    return { file, line: at(start), what, source: replaced(start, end, 'false') }
  })
  const calls = [...source.matchAll(/^ +((?:await )?assert[A-Z]\w*\()/gm)].map((match): Mutant => {
    const start = match.index
    const end = closing(source, start + match[0].length) + 1
    return {
      file,
      line: at(start),
      what: `without ${source.slice(start, end).trim()}`,
      source: replaced(start, end, ''),
    }
  })
  const operands = [...source.matchAll(/^ +return ([^\n]*&&[^\n]*)$/gm)].flatMap((match) =>
    (match[1] ?? '').split(' && ').map((operand, index, all): Mutant => {
      const start = match.index + match[0].indexOf(match[1] ?? '')
      const rest = all.filter((_, other) => other !== index).join(' && ')
      const what = `without operand ${index} (${operand}) of ${match[1]}`
      return { file, line: at(start), what, source: replaced(start, start + (match[1] ?? '').length, rest) }
    }),
  )
  return [...conditions, ...calls, ...operands]
}

/** Index of the bracket that closes the one before `start`. */
function closing(source: string, start: number): number {
  let depth = 1
  for (let at = start; at < source.length; at++) {
    if (source[at] === '(') depth++
    if (source[at] === ')' && --depth === 0) return at
  }
  return source.length
}

/** One copy of the project per worker; a mutant lives only in the copy. */
async function work(): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'mutate-trust-'))
  try {
    for (const name of ['src', 'tests', 'package.json', 'tsconfig.json', 'vitest.config.ts']) {
      cpSync(join(root, name), join(copy, name), { recursive: true })
    }
    for (const name of ['node_modules', '.wxt', 'wxt.config.ts', 'scripts'])
      symlinkSync(join(root, name), join(copy, name))
    for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) await tryMutant(copy, mutant)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function tryMutant(copy: string, mutant: Mutant): Promise<void> {
  const path = join(copy, mutant.file)
  const before = readFileSync(path)
  writeFileSync(path, mutant.source)
  if ((await runTests(copy)) === 0) survivors.push(mutant)
  writeFileSync(path, before)
}

/** A mutant that hangs is caught by the tests' own time limits. */
function runTests(copy: string): Promise<number> {
  const args = ['vitest', 'run', '--project', 'unit', 'tests/registry/trust', '--bail', '1', '--testTimeout', '60000']
  const child = spawn('npx', args, { cwd: copy, stdio: 'ignore' })
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
