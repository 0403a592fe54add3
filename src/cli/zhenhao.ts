/** The command line: `npm run -s zhenhao -- <command>`. Each command lives in a file of its own. */
import { Command } from 'commander'
import { addCheck, textBehindFlags } from './check.ts'
import { runCommand } from './run-command.ts'
import { addScan } from './scan.ts'

const program = new Command('zhenhao').description('Finds and checks phone numbers against the registry.')
addScan(program)
addCheck(program)
// Two TUF libraries and the prompts take half a second to load: not for whoever scans or checks.
if (!['scan', 'check'].includes(process.argv[2] ?? '')) (await import('./registry.ts')).addRegistry(program)
await runCommand(program, textBehindFlags(process.argv))
