/** Runs a command line to its end: a failure is one sentence on standard error and exit code 1, never a stack. */
import { fstatSync } from 'node:fs'
import type { Command } from 'commander'

export async function runCommand(command: Command, argv: readonly string[] = process.argv): Promise<void> {
  endWithTheReader()
  try {
    await command.parseAsync(argv)
  } catch (error) {
    fail(error)
  }
}

/** A reader that has seen enough (`| head`) is no failure; a full disk is. */
function endWithTheReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') fail(error)
    process.exit()
  })
}

function fail(error: unknown): void {
  console.error(`✗ ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}

/** Standard input, unless it is a folder: node would read that as nothing at all. */
export function standardInput(): NodeJS.ReadStream {
  if (fstatSync(0).isDirectory()) throw new Error('Standard input is a folder.')
  return process.stdin
}
