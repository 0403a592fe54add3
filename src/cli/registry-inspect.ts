/** `zhenhao registry verify | status | log`: what is published, whether it holds, who did it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { readChangeLog, signersOf } from '../publish/change-log.ts'
import { FOLDER_MIRROR, folderFetch } from '../publish/folder-fetch.ts'
import { readRepository } from '../publish/read-repository.ts'
import { readWhole } from '../publish/read-whole.ts'
import { repositoryStatus, SOON_DAYS } from '../publish/repository-status.ts'
import type { RoleState } from '../publish/role-signatures.ts'
import { checkHeaders } from '../publish/verify-headers.ts'
import { type Place, verifyOwn, verifySecond } from '../publish/verify-repository.ts'
import { adapterReport } from './adapter-report.ts'
import { type Answer, addCommand, answer, example, paint, progress, type ShellOptions } from './registry-shell.ts'

interface VerifyOptions extends ShellOptions {
  root?: string
  date: string
}

interface StatusOptions extends ShellOptions {
  staging: string
  date: string
}

const BUNDLED_ROOT = 'data/trust/root.json'

export function addInspectCommands(registry: Command): void {
  inspectCommand(registry, 'verify', 'Check a published repository with two clients, and the headers of its host.')
    .argument('<url-or-dir>', 'the folder, or the address above metadata/ and targets/')
    .option('--root <file>', `the root to start from (default: ${BUNDLED_ROOT}, for a folder its own first root)`)
    .addHelpText('after', example('verify https://registry.example/zhenhao/'))
    .action((place: string, options: VerifyOptions) => answer(options, () => verify(place, options)))
  inspectCommand(registry, 'status', 'Versions, days left, who signed, what waits for whom.')
    .argument('<dir>', 'the published folder')
    .option('--staging <dir>', 'where pending documents wait', 'registry-staging')
    .addHelpText('after', example('status ../published'))
    .action((folder: string, options: StatusOptions) => answer(options, () => status(folder, options)))
  inspectCommand(registry, 'log', 'The public change log: who, what, why.')
    .argument('<dir>', 'the published folder')
    .addHelpText('after', example('log ../published'))
    .action((folder: string, options: ShellOptions) => answer(options, () => log(folder)))
}

function inspectCommand(registry: Command, name: string, description: string): Command {
  return addCommand(registry, name, description, 'the moment it is measured against')
}

async function verify(where: string, options: VerifyOptions): Promise<Answer> {
  const isAddress = /^https?:\/\//.test(where)
  const place = isAddress ? addressPlace(where) : { mirror: FOLDER_MIRROR, fetch: folderFetch(where) }
  const known = new Map([['root', readAnchor(where, isAddress, options.root)]])
  progress('checking with our client')
  const verified = await verifyOwn(place, known, Date.parse(options.date))
  progress('checking with tuf-js')
  const base = `base-${verified.state.seq}.json`
  await verifySecond(place, known, [base])
  const none = { faults: [], advice: [] }
  const { faults, advice } = isAddress ? await checkHeaders(place.mirror, `${verified.baseHash}.${base}`) : none
  const views = verified.adapters && adapterReport(verified.adapters)
  const lines = [
    `publication ${verified.state.seq} of ${verified.state.builtAt} (${verified.state.channel}): ${verified.files} files, accepted by both clients`,
    `timestamp until ${verified.expires.timestamp}, targets until ${verified.expires.targets}, root until ${verified.expires.root}`,
    ...(views?.lines ?? []),
    ...(views?.refused ?? []).map((text) => paint(views?.failed ? 'red' : 'yellow', text)),
    ...faults.map((fault) => paint('red', fault)),
    ...advice.map((text) => paint('yellow', text)),
  ]
  const { versions, expires, files } = verified
  return {
    lines,
    json: { seq: verified.state.seq, versions, expires, files, faults, advice, ...(views && { messageViews: views }) },
    failed: faults.length > 0 || views?.failed === true,
  }
}

function addressPlace(address: string): Place {
  const base = address.endsWith('/') ? address : `${address}/`
  return {
    mirror: { metadata: `${base}metadata/`, targets: `${base}targets/` },
    fetch: (url, init) => fetch(url, init),
  }
}

function readAnchor(where: string, isAddress: boolean, given: string | undefined): Uint8Array<ArrayBuffer> {
  if (!isAddress && !existsSync(where))
    throw new Error(`${where}: there is no such folder; give a published folder or its address (https://…)`)
  const own = isAddress ? undefined : join(where, 'metadata', '1.root.json')
  const file = given ?? own ?? BUNDLED_ROOT
  if (given === undefined && !existsSync(file))
    throw new Error(`${file}: there is no root to start from; give one with --root`)
  return Uint8Array.from(readWhole(file))
}

function status(folder: string, options: StatusOptions): Answer {
  const found = repositoryStatus(readRepository(folder), options.staging, options.date)
  const soon = new Map<string, number>(Object.entries(SOON_DAYS))
  const lines = [
    found.seq === 0 ? `${folder}: nothing was published here yet` : `publication ${found.seq}`,
    ...found.documents.map(({ role, version, expires, daysLeft }) => {
      const line = `${role} ${version}: until ${expires}, ${daysLeft} days left`
      return daysLeft < (soon.get(role) ?? 0) ? paint('red', line) : line
    }),
    ...found.signatures.map(saySigned),
    ...found.waiting.map(
      (state) => `waiting: ${saySigned(state)}; ${state.open.join(', ') || 'nobody'} can still sign`,
    ),
  ]
  return { lines, json: found }
}

function saySigned({ role, threshold, signed }: RoleState): string {
  return `${role} signed by ${signed.join(', ') || 'nobody'} (${threshold} needed)`
}

function log(folder: string): Answer {
  const repository = readRepository(folder)
  if (!repository) throw new Error(`${folder}: nothing was published here yet`)
  const entries = readChangeLog(repository).map((entry) => ({
    ...entry,
    signedBy: signersOf(folder, entry.targetsVersion),
  }))
  const lines = entries.flatMap(({ seq, builtAt, why, changes, signedBy }) => [
    `${seq}  ${builtAt}  ${signedBy.join(', ')}: ${why}`,
    ...changes.map((change) => `    ${change}`),
  ])
  return { lines, json: entries }
}
