/** The command line of the public TUF conformance suite: exit code 0 or 1, the reason on standard error. */
import { TufError } from '../registry/trust/tuf-error.ts'
import { runConformance } from './conformance.ts'

try {
  await runConformance(process.argv.slice(2), Date.now())
} catch (error) {
  console.error(
    `tuf-client: ${error instanceof TufError ? `${error.code}: ` : ''}${error instanceof Error ? error.message : error}`,
  )
  process.exitCode = 1
}
