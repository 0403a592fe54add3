/** What an organisation sets for the extension, given to one browser only. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram } from './programs.ts'

export type OrganisationPolicy = Record<string, unknown>

/** Chromium reads policies from one folder of the machine, which only root may change. */
export function maySetPolicy(): boolean {
  return process.getuid?.() === 0
}

/** @returns a program that starts Chromium with the policy in force for the unpacked extension in this folder. */
export async function chromiumWithPolicy(extension: string, policy: OrganisationPolicy): Promise<string> {
  return mayMount() ? inOwnNamespace(extension, policy) : onThisMachine(extension, policy)
}

/** A mount namespace gives the browser a folder of its own; some containers forbid it. */
function mayMount(): boolean {
  return spawnSync('unshare', ['-m', 'sh', '-c', 'mount --bind /tmp /etc/chromium']).status === 0
}

/** Names one test build only, and goes with this process. */
async function onThisMachine(extension: string, policy: OrganisationPolicy): Promise<string> {
  const managed = '/etc/chromium/policies/managed'
  const file = join(managed, `zhenhao-test-${unpackedId(extension)}.json`)
  await mkdir(managed, { recursive: true })
  await writeFile(file, policyFile(extension, policy))
  process.once('exit', () => rmSync(file, { force: true }))
  return findProgram('chromium')
}

async function inOwnNamespace(extension: string, policy: OrganisationPolicy): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhenhao-policy-'))
  const managed = join(folder, 'etc/policies/managed')
  await mkdir(managed, { recursive: true })
  await writeFile(join(managed, 'zhenhao.json'), policyFile(extension, policy))
  const program = join(folder, 'chromium')
  const inside = `mount --bind ${join(folder, 'etc')} /etc/chromium && exec ${findProgram('chromium')} "$@"`
  await writeFile(program, `#!/bin/sh\nexec unshare -m sh -c '${inside}' chromium "$@"\n`)
  await chmod(program, 0o755)
  return program
}

function policyFile(extension: string, policy: OrganisationPolicy): string {
  return JSON.stringify({ '3rdparty': { extensions: { [unpackedId(extension)]: policy } } })
}

/** @returns a home folder in which Firefox finds the policy for the extension of this id. */
export async function homeWithPolicy(id: string, policy: OrganisationPolicy): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'zhenhao-home-'))
  const folder = join(home, '.mozilla/managed-storage')
  await mkdir(folder, { recursive: true })
  const manifest = { name: id, description: 'test', type: 'storage', data: policy }
  await writeFile(join(folder, `${id}.json`), JSON.stringify(manifest))
  return home
}

/** Chromium's id for an extension without a key: the beginning of its folder's SHA-256, written with a–p. */
function unpackedId(extension: string): string {
  const digits = createHash('sha256').update(extension).digest('hex').slice(0, 32)
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}
