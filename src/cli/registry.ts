/** `zhenhao registry …`: the maintainers' commands, each a shell over a function in src/publish. */
import type { Command } from 'commander'
import { addDataCommands } from './registry-data.ts'
import { addInspectCommands } from './registry-inspect.ts'
import { addKeyCommands } from './registry-keys.ts'
import { addReleaseCommands } from './registry-release.ts'
import { example } from './registry-shell.ts'

export function addRegistry(program: Command): void {
  const registry = program
    .command('registry')
    .description('Maintain, sign and publish the registry.')
    .addHelpText('after', example('lint', 'verify https://registry.example/zhenhao/', 'build --help'))
    .showHelpAfterError('Add --help to see the options and an example.')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  addDataCommands(registry)
  addKeyCommands(registry)
  addReleaseCommands(registry)
  addInspectCommands(registry)
}
