/** `zhenhao scan`: `{id, text}` lines in, `{id, numbers}` lines out, one at a time, in order. */
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Command } from 'commander'
import { findNumbers } from '../phone/find.ts'
import { findExplained, type Rejected } from '../phone/find-explained.ts'
import { confirmForeign } from '../phone/foreign.ts'
import type { Found } from '../phone/found.ts'
import { type Line, readLines } from './read-lines.ts'
import { standardInput } from './run-command.ts'

export interface ScanOptions {
  /** Adds `rejected: [{start, end, raw, canonical, reason}]` to each line. */
  explain: boolean
}

export interface Streams {
  input: Readable
  output: Writable
  errors: Writable
}

export function addScan(program: Command): void {
  program
    .command('scan')
    .description('Find numbers in JSON lines {id, text} on standard input.')
    .option('--explain', 'also tell each rejected candidate with its reason', false)
    .action(async (options: ScanOptions) => {
      const streams = { input: standardInput(), output: process.stdout, errors: process.stderr }
      if ((await scan(options, streams)) > 0) process.exitCode = 1
    })
}

/** Answers every line; broken ones are named on `errors`. Returns how many were broken. */
export async function scan(options: ScanOptions, streams: Streams): Promise<number> {
  let broken = 0
  for await (const line of readLines(streams.input)) {
    const answer = answerLine(line, options)
    if (typeof answer === 'string') {
      if (!streams.output.write(answer)) await once(streams.output, 'drain')
    } else if (answer) {
      broken++
      streams.errors.write(`line ${line.number}: ${answer.problem}\n`)
    }
  }
  return broken
}

/** The output line, a problem, or undefined for an empty line. */
function answerLine(line: Line, options: ScanOptions): string | { problem: string } | undefined {
  if (line.problem !== undefined) return { problem: line.problem }
  if (line.text.trim() === '') return undefined
  let entry: unknown
  try {
    entry = JSON.parse(line.text)
  } catch {
    return { problem: 'not JSON' }
  }
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return { problem: 'not an object' }
  if (!('id' in entry)) return { problem: 'no "id"' }
  if (!('text' in entry) || typeof entry.text !== 'string') return { problem: '"text" is not a string' }
  return `${JSON.stringify(report(entry.id, entry.text, options))}\n`
}

interface Findings {
  found: Found[]
  rejected: (Rejected | (Omit<Rejected, 'reason'> & { reason: 'foreign-unknown' }))[]
}

function report(id: unknown, text: string, options: ScanOptions): object {
  const numbers: Found[] = []
  const { found, rejected }: Findings = options.explain
    ? findExplained(text)
    : { found: findNumbers(text), rejected: [] }
  for (const number of found) {
    const confirmed = confirmForeign(number)
    if (confirmed) numbers.push(confirmed)
    else rejected.push({ ...span(number), reason: 'foreign-unknown' })
  }
  return options.explain ? { id, numbers, rejected } : { id, numbers }
}

function span(number: Found): Omit<Rejected, 'reason'> {
  return { start: number.start, end: number.end, raw: number.raw, canonical: number.canonical }
}
