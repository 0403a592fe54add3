/** Runs a command line to its end: a failure is one sentence on standard error and exit code 1, never a stack. */
import type { Command } from 'commander'

export async function runCommand(command: Command): Promise<void> {
  try {
    await command.parseAsync()
  } catch (error) {
    console.error(`✗ ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
