/** The command line: `npm run -s zhenhao -- <command>`. Each command lives in a file of its own. */
import { Command } from 'commander'
import { addScan } from './scan.ts'

const program = new Command('zhenhao').description('Finds and checks phone numbers against the registry.')
addScan(program)
await program.parseAsync()
