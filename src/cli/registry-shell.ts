/** What all `zhenhao registry` commands share: one answer in words or JSON, one sentence on failure, exit codes. */
import { styleText } from 'node:util'

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
export const EXIT_CODES = 'Exit code: 0 done, 1 refused or faulty, 2 wrong usage.'

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
