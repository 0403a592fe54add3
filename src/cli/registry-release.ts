/** `zhenhao registry build | sign | publish | refresh-timestamp`: from reviewed data to a served folder. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { buildRelease } from '../publish/build-release.ts'
import { sayDiff } from '../publish/diff-snapshots.ts'
import { openKeyFile } from '../publish/key-file.ts'
import { publishRelease, refreshTimestamp } from '../publish/publish-release.ts'
import { readRepository } from '../publish/read-repository.ts'
import { describeDocument, signFile } from '../publish/sign-document.ts'
import { exportDocument, mergeDocument, type PendingRole, pendingRoot, stageRelease } from '../publish/staging.ts'
import type { Verified } from '../publish/verify-repository.ts'
import { askPassphrase, askYes, type PassphraseOptions } from './registry-prompt.ts'
import { type Answer, addCommand, answer, counted, example, progress, type ShellOptions } from './registry-shell.ts'

interface DeskOptions extends ShellOptions {
  staging: string
  date: string
}

interface BuildCommandOptions extends DeskOptions {
  data: string
  repository: string
  why: string
  development?: boolean
  allowMassRemoval?: boolean
}

interface SignOptions extends DeskOptions, PassphraseOptions {
  key?: string
  repository?: string
  role: PendingRole
  export?: string
  merge?: string
  yes?: boolean
}

interface PublishCommandOptions extends DeskOptions, PassphraseOptions {
  online: string
}

export function addReleaseCommands(registry: Command): void {
  deskCommand(registry, 'build', 'Build the next publication from the reviewed data into the staging folder, unsigned.')
    .option('--data <dir>', 'folder of the reviewed data', 'data')
    .requiredOption('--repository <dir>', 'the published folder; empty for the first time')
    .requiredOption('--why <text>', 'the reason, for the public change log')
    .option('--development', 'mark the data as a development registry')
    .option('--allow-mass-removal', 'accept that more than 30 % of the numbers go')
    .addHelpText('after', example('build --repository ../published --why "95588 checked again"'))
    .action((options: BuildCommandOptions) => answer(options, () => build(options)))
  addSign(registry)
  deskCommand(
    registry,
    'publish',
    'Prove what waits in staging with two clients and write it to the folder, timestamp last.',
  )
    .argument('<dir>', 'the folder that is served')
    .requiredOption('--online <file>', 'the key of the daily job')
    .option('--passphrase-file <file>', 'read the passphrase from a file (or set ZHENHAO_PASSPHRASE)')
    .addHelpText('after', example('publish ../published --online ~/keys/online.key'))
    .action((folder: string, options: PublishCommandOptions) => answer(options, () => publish(folder, options)))
  deskCommand(registry, 'refresh-timestamp', 'The daily job: sign that the publication is still the latest.')
    .argument('<dir>', 'the folder that is served')
    .requiredOption('--online <file>', 'the key of the daily job')
    .option('--passphrase-file <file>', 'read the passphrase from a file (or set ZHENHAO_PASSPHRASE)')
    .addHelpText('after', example('refresh-timestamp ../published --online ~/keys/online.key'))
    .action((folder: string, options: PublishCommandOptions) => answer(options, () => refreshed(folder, options)))
}

function addSign(registry: Command): void {
  deskCommand(
    registry,
    'sign',
    'Sign what waits, see it in words first; export and merge for holders on other machines.',
  )
    .argument('[file]', 'an exported document; without it the pending one in staging')
    .option('--key <file>', 'your key')
    .option('--repository <dir>', 'the published folder: its root says who may sign')
    .addOption(new Option('--role <role>', 'which pending document').choices(['root', 'targets']).default('targets'))
    .option('--export <file>', 'copy the pending document out instead')
    .option('--merge <file>', 'take the signatures of a copy in instead')
    .option('--passphrase-file <file>', 'read the passphrase from a file (or set ZHENHAO_PASSPHRASE)')
    .option('--yes', 'do not ask')
    .addHelpText(
      'after',
      example(
        'sign --export targets.json',
        'sign targets.json --key ~/keys/li.key --repository ../published',
        'sign --merge targets.json',
      ),
    )
    .action((file: string | undefined, options: SignOptions) => answer(options, () => sign(file, options)))
}

function deskCommand(registry: Command, name: string, description: string): Command {
  return addCommand(registry, name, description, 'the moment it counts from').option(
    '--staging <dir>',
    'where pending documents wait',
    'registry-staging',
  )
}

async function build(options: BuildCommandOptions): Promise<Answer> {
  progress('checking and building')
  const release = await buildRelease(options.data, readRepository(options.repository), {
    at: options.date,
    why: options.why,
    channel: options.development ? 'development' : 'release',
    allowMassRemoval: options.allowMassRemoval ?? false,
  })
  stageRelease(options.staging, release)
  const bytes = [...release.files.values()].reduce((sum, file) => sum + file.length, 0)
  const lines = [
    ...sayDiff(release.diff).slice(0, 40),
    `publication ${release.seq}: ${release.files.size} files, ${bytes} bytes, in ${options.staging}; the whole diff is in diff.txt`,
    `built for ${options.date}: with the same data, --date and --why every holder builds the same bytes`,
    'next: each holder signs it with registry sign',
  ]
  return { lines, json: { seq: release.seq, files: [...release.files.keys()], bytes, diff: release.diff } }
}

async function sign(file: string | undefined, options: SignOptions): Promise<Answer> {
  if (options.export) {
    exportDocument(options.staging, options.role, options.export)
    return { lines: [`${options.export}: hand it to the holders`], json: { exported: options.export } }
  }
  if (options.merge) {
    const merged = mergeDocument(options.staging, options.merge)
    return { lines: [`${counted(merged, 'new signature')} taken in`], json: { merged } }
  }
  if (!options.key) throw new Error('--key is needed to sign')
  const document = file ?? join(options.staging, `${options.role}.json`)
  if (!existsSync(document)) throw new Error(`${document}: nothing waits there`)
  if (!(await askYes(options.yes, describeDocument(document), 'Sign this?'))) throw new Error('not signed')
  const key = openKeyFile(options.key, await askPassphrase(options, options.key))
  signFile(document, key, trustedRoot(options), options.date)
  return { lines: [`${document}: signed by ${key.body.name}`], json: { file: document, signedBy: key.body.name } }
}

/** A pending root is the next one to be trusted; else the published one. */
function trustedRoot(options: SignOptions) {
  return pendingRoot(options.staging) ?? (options.repository ? readRepository(options.repository)?.root : undefined)
}

async function publish(folder: string, options: PublishCommandOptions): Promise<Answer> {
  const online = openKeyFile(options.online, await askPassphrase(options, options.online))
  return published(
    await publishRelease({ folder, staging: options.staging, online, at: options.date, progress }),
    folder,
  )
}

async function refreshed(folder: string, options: PublishCommandOptions): Promise<Answer> {
  const online = openKeyFile(options.online, await askPassphrase(options, options.online))
  return published(await refreshTimestamp({ folder, online, at: options.date, progress }), folder)
}

function published({ state, versions, expires, files }: Verified, folder: string): Answer {
  const lines = [
    `publication ${state.seq} is in ${folder}: ${files} files, accepted by both clients`,
    `root ${versions.root}, targets ${versions.targets}, snapshot ${versions.snapshot}, timestamp ${versions.timestamp} (until ${expires.timestamp})`,
  ]
  return { lines, json: { seq: state.seq, versions, expires, files } }
}
