/** `zhenhao registry keygen | root init | root rotate`: keys and the root of trust. */
import type { Command } from 'commander'
import { createKeyFile, type PublicKey, readPublicKey } from '../publish/key-file.ts'
import { readRepository } from '../publish/read-repository.ts'
import { missingSignatures, signatureState } from '../publish/role-signatures.ts'
import { createRoot, planOf, type RootPlan, rotateRoot, sayPlan } from '../publish/root-ceremony.ts'
import { pendingRoot, stageRoot } from '../publish/staging.ts'
import { askNewPassphrase, askRotation, type PassphraseOptions, type RotationWish } from './registry-prompt.ts'
import { type Answer, addCommand, answer, example, readCount, type ShellOptions } from './registry-shell.ts'

interface KeygenOptions extends ShellOptions, PassphraseOptions {
  name: string
}

interface RootOptions extends ShellOptions {
  staging: string
  date: string
  iKnow?: boolean
}

interface InitOptions extends RootOptions {
  key: string[]
  threshold: number
  targetsKey?: string[]
  targetsThreshold?: number
  online: string
}

interface RotateOptions extends RootOptions {
  repository: string
  add: string[]
  remove: string[]
  threshold?: number
  online?: string
  restart?: boolean
}

export function addKeyCommands(registry: Command): void {
  registry
    .command('keygen')
    .description('Make a signing key: FILE (encrypted, for you alone) and FILE.pub (to hand round).')
    .argument('<file>', 'where the key goes; never inside a Git repository')
    .requiredOption('--name <name>', 'whose key it is; shown to everyone')
    .option('--passphrase-file <file>', 'read the passphrase from a file (or set ZHENHAO_PASSPHRASE)')
    .option('--json', 'print JSON')
    .addHelpText('after', example('keygen ~/keys/li.key --name li'))
    .action((file: string, options: KeygenOptions) => answer(options, () => keygen(file, options)))
  const root = registry
    .command('root')
    .description('Make or rotate the root of trust.')
    .addHelpText('after', example('root init --help', 'root rotate --repository ../published'))
  addRootInit(root)
  addRootRotate(root)
}

function addRootInit(root: Command): void {
  rootCommand(root, 'init', 'Write the first root, unsigned, into the staging folder.')
    .requiredOption('--key <file.pub>', 'a holder; repeat it', collect, [])
    .requiredOption('--threshold <n>', 'how many holders it takes', readCount)
    .option('--targets-key <file.pub>', 'a holder for the data; the same people when left out', collect)
    .option('--targets-threshold <n>', 'how many of them; the same number when left out', readCount)
    .requiredOption('--online <file.pub>', 'the key of the daily job')
    .addHelpText(
      'after',
      example(
        'root init --key li.key.pub --key wang.key.pub --key zhao.key.pub \\\n    --threshold 2 --online online.key.pub',
      ),
    )
    .action((options: InitOptions) => answer(options, () => initRoot(options)))
}

function addRootRotate(root: Command): void {
  rootCommand(root, 'rotate', 'Write the next root: keys in, keys out. Run it again to see who still has to sign.')
    .requiredOption('--repository <dir>', 'the published folder')
    .option('--add <file.pub>', 'a new holder; repeat it', collect, [])
    .option('--remove <name>', 'a holder who goes, by the name in the key; repeat it', collect, [])
    .option('--threshold <n>', 'how many holders it takes from now on', readCount)
    .option('--online <file.pub>', 'a new key for the daily job')
    .option('--restart', 'throw the pending root away and begin again')
    .addHelpText('after', example('root rotate --repository ../published --remove zhao --add sun.key.pub'))
    .action((options: RotateOptions) => answer(options, () => rotate(options)))
}

function rootCommand(root: Command, name: string, description: string): Command {
  return addCommand(root, name, description, 'the day it counts from')
    .option('--staging <dir>', 'where pending documents wait', 'registry-staging')
    .option('--i-know', 'accept a threshold of one, or of all keys')
}

async function keygen(file: string, options: KeygenOptions): Promise<Answer> {
  const key = createKeyFile(file, options.name, await askNewPassphrase(options, `the new key of ${options.name}`))
  const lines = [
    `${file}: keep it and its passphrase apart, with a copy in another place`,
    `${file}.pub: hand it round`,
    `key id ${key.id}`,
  ]
  return { lines, json: { file, public: `${file}.pub`, id: key.id, name: options.name } }
}

function initRoot(options: InitOptions): Answer {
  const keys = options.key.map(readPublicKey)
  const targets = options.targetsKey?.map(readPublicKey) ?? keys
  const plan: RootPlan = {
    root: { keys, threshold: options.threshold },
    targets: { keys: targets, threshold: options.targetsThreshold ?? options.threshold },
    online: readPublicKey(options.online),
  }
  stageRoot(options.staging, createRoot(plan, { at: options.date, iKnow: options.iKnow ?? false }))
  return told(plan, options.staging, 1)
}

async function rotate(options: RotateOptions): Promise<Answer> {
  const repository = readRepository(options.repository)
  if (!repository) throw new Error(`${options.repository}: nothing was published here yet; use root init`)
  const pending = pendingRoot(options.staging)
  if (pending && !options.restart) {
    const missing = missingSignatures(signatureState(pending, [repository.root, pending]))
    const lines = [
      `root version ${pending.signed.version} waits in ${options.staging}`,
      ...sayPlan(planOf(pending)),
      missing ?? 'enough have signed: publish it',
    ]
    return { lines, json: { version: pending.signed.version, missing: missing ?? null } }
  }
  const old = planOf(repository.root)
  const plan = changedPlan(old, { ...options, ...(await wishedFor(old, options)) })
  const next = rotateRoot(repository.root, plan, { at: options.date, iKnow: options.iKnow ?? false })
  stageRoot(options.staging, next)
  return told(plan, options.staging, next.signed.version)
}

function changedPlan(plan: RootPlan, options: RotateOptions): RootPlan {
  const names = holderNames(plan)
  const stranger = options.remove.find((name) => !names.includes(name))
  if (stranger) throw new Error(`--remove ${stranger}: no holder has this name; there are ${names.join(', ')}`)
  const added = options.add.map(readPublicKey)
  const change = ({ keys, threshold }: RootPlan['root']) => ({
    keys: [...keys.filter((key: PublicKey) => !options.remove.includes(key.body.name)), ...added],
    threshold: options.threshold ?? threshold,
  })
  return {
    root: change(plan.root),
    targets: change(plan.targets),
    online: options.online ? readPublicKey(options.online) : plan.online,
  }
}

/** What the options say; asked step by step when they say nothing. */
async function wishedFor(plan: RootPlan, { add, remove, threshold, online }: RotateOptions): Promise<RotationWish> {
  const says = add.length + remove.length > 0 || threshold !== undefined || online !== undefined
  return says ? { add, remove } : askRotation(holderNames(plan))
}

function holderNames(plan: RootPlan): string[] {
  return [...new Set([...plan.root.keys, ...plan.targets.keys].map((key) => key.body.name))].sort()
}

function told(plan: RootPlan, staging: string, version: number): Answer {
  const lines = [
    `root version ${version} waits in ${staging}`,
    ...sayPlan(plan),
    'next: each holder signs it with registry sign',
  ]
  return { lines, json: { version, plan: sayPlan(plan) } }
}

function collect(value: string, all: string[] = []): string[] {
  return [...all, value]
}
