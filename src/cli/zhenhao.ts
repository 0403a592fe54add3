/** The command line: `npm run -s zhenhao -- <command>`. Each command lives in a file of its own. */
import { Command } from 'commander'
import { addCheck } from './check.ts'
import { addRegistry } from './registry.ts'
import { addScan } from './scan.ts'

const program = new Command('zhenhao').description('Finds and checks phone numbers against the registry.')
addScan(program)
addCheck(program)
addRegistry(program)
await program.parseAsync()
