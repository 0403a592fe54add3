/** What the client under test of the public TUF conformance suite does, over the registry's own trust code. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeWhole } from '../publish/write-whole.ts'
import { matches } from '../registry/trust/digest.ts'
import { downloadTarget } from '../registry/trust/download-target.ts'
import { findTarget } from '../registry/trust/find-target.ts'
import { ALL_SCHEMES } from '../registry/trust/keys.ts'
import { parseRoot } from '../registry/trust/metadata.ts'
import { refresh, type TrustedSet } from '../registry/trust/refresh.ts'
import { TufError } from '../registry/trust/tuf-error.ts'
import { topDelegator } from '../registry/trust/update-root.ts'
import { encodeName } from '../registry/trust/update-targets.ts'
import { assertSigned } from '../registry/trust/verify-signatures.ts'
import { fileMetadataStore, readIfPresent } from './file-metadata-store.ts'

const USAGE = `usage: tuf-client --metadata-dir D init ROOT
       tuf-client --metadata-dir D --metadata-url U refresh
       tuf-client --metadata-dir D --metadata-url U --target-name P [--target-name P …]
                  --target-base-url T --target-dir O download`

const OPTIONS = {
  'metadata-dir': { type: 'string' },
  'metadata-url': { type: 'string' },
  'target-name': { type: 'string', multiple: true },
  'target-base-url': { type: 'string' },
  'target-dir': { type: 'string' },
  help: { type: 'boolean' },
} as const

type Values = ReturnType<typeof readArguments>['values']

function readArguments(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowPositionals: true })
}

function need<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`--${name} is missing\n${USAGE}`)
  return value
}

async function init(values: Values, rootFile: string | undefined): Promise<void> {
  if (rootFile === undefined) throw new Error(`init needs the trusted root file\n${USAGE}`)
  const bytes = new Uint8Array(await readFile(rootFile))
  const root = parseRoot(bytes)
  await assertSigned(root, topDelegator(root, 'root'), ALL_SCHEMES, 'root')
  await fileMetadataStore(need(values['metadata-dir'], 'metadata-dir')).write('root', bytes)
}

function refreshFrom(values: Values, now: number): Promise<TrustedSet> {
  return refresh({
    mirror: { metadata: need(values['metadata-url'], 'metadata-url'), targets: values['target-base-url'] ?? '' },
    fetch,
    store: fileMetadataStore(need(values['metadata-dir'], 'metadata-dir')),
    now,
    schemes: ALL_SCHEMES,
  })
}

async function download(values: Values, now: number): Promise<void> {
  const folder = need(values['target-dir'], 'target-dir')
  const names = need(values['target-name'], 'target-name')
  need(values['target-base-url'], 'target-base-url')
  const trusted = await refreshFrom(values, now)
  const failures: unknown[] = []
  for (const name of names) await downloadOne(trusted, name, folder).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

/** One flat file per target, percent-encoded: no target path can leave the folder. A file that is right is kept. */
async function downloadOne(trusted: TrustedSet, name: string, folder: string): Promise<void> {
  const target = await findTarget(trusted, name)
  if (target === undefined) throw new TufError('no-target', `no trusted role lists ${name}`)
  const file = join(folder, `${encodeName(name).replace(/^\./, '%2E')}`)
  const present = await readIfPresent(file)
  if (present !== undefined && (await matches(present, target))) return
  writeWhole(file, await downloadTarget(trusted, target))
}

/**
 * One command of CLIENT-CLI.md. `now`: milliseconds since 1970, fixed for the run.
 * @throws TufError and others: the command failed.
 */
export async function runConformance(args: string[], now: number): Promise<void> {
  const { values, positionals } = readArguments(args)
  if (values.help) return console.log(USAGE)
  const [command, rootFile] = positionals
  switch (command) {
    case 'init':
      return init(values, rootFile)
    case 'refresh':
      await refreshFrom(values, now)
      return
    case 'download':
      return download(values, now)
    default:
      throw new Error(`unknown command ${command ?? '(none)'}\n${USAGE}`)
  }
}
