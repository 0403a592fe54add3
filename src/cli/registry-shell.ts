/** What all `zhenhao registry` commands share: one answer in words or JSON, one sentence on failure, exit codes. */
import { styleText } from 'node:util'
import { type Command, InvalidArgumentError, Option } from 'commander'

export interface Answer {
  /** Printed line by line without `--json`. */
  lines: string[]
  /** Printed with `--json`. */
  json: unknown
  /** Something was refused or found faulty: exit code 1. */
  failed?: boolean
}

export interface ShellOptions {
  json?: boolean
}

/** 0 done · 1 refused, faulty or failed · 2 wrong usage. */
const EXIT_CODES = 'Exit code: 0 done, 1 refused or faulty, 2 wrong usage.'

/** A command that takes a `--date`, a day or a moment, as ISO 8601 in UTC (`what` says what for), and `--json`. */
export function addCommand(parent: Command, name: string, description: string, what: string): Command {
  const date = new Option('--date <iso>', what).default(new Date().toISOString(), 'now').argParser(readMoment)
  return parent.command(name).description(description).addOption(date).option('--json', 'print JSON')
}

function readMoment(given: string): string {
  const moment = new Date(given)
  if (
    !/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(given) ||
    Number.isNaN(moment.getTime())
  )
    throw new InvalidArgumentError('It must be a date like 2026-11-21 or 2026-11-21T08:00:00Z.')
  return moment.toISOString()
}

/** A whole number of people. */
export function readCount(given: string): number {
  if (!/^\d{1,3}$/.test(given)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(given)
}

/** The end of a command's `--help`: how it is called, and what its exit code says. */
export function example(...calls: string[]): string {
  const lines = calls.map((call) => `  npm run -s zhenhao -- registry ${call}`)
  return ['', 'Example:', ...lines, EXIT_CODES].join('\n')
}

/** `1 error`, `2 errors`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** Runs one command; a thrown error becomes one sentence on standard error. */
export async function answer(options: ShellOptions, task: () => Answer | Promise<Answer>): Promise<void> {
  try {
    const { lines, json, failed } = await task()
    process.stdout.write(
      options.json ? `${JSON.stringify(json, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''),
    )
    if (failed) process.exitCode = 1
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${paint('red', 'refused:', process.stderr)} ${sentence}\n`)
    process.exitCode = 1
  }
}

/** Colour on a terminal only. */
export function paint(
  colour: 'red' | 'yellow' | 'green' | 'dim',
  text: string,
  stream: NodeJS.WriteStream = process.stdout,
): string {
  return styleText(colour, text, { stream, validateStream: true })
}

/** A line of progress on standard error, for work that takes a while. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${styleText('dim', text)}\n`)
}
