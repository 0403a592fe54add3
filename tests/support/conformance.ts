/**
 * A repository over real HTTP and a client under test for the scenarios of the public TUF conformance suite: the same
 * code as `tuf-client`, in this process, so that a test can set its clock as the suite does with faketime.
 */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runConformance } from '../../src/cli/conformance.ts'
import { type AuthorityOptions, type Bytes, createAuthority, type FakeAuthority, readJson } from './fake-authority.ts'
import { serveAuthority } from './repository-server.ts'

export interface Conformance {
  repo: FakeAuthority
  /** Exit codes; `at`: milliseconds since 1970, now when absent. */
  init(root?: Bytes): Promise<number>
  refresh(at?: number): Promise<number>
  download(name: string, at?: number): Promise<number>
  /** `root 2`, `timestamp`, `snapshot 1` …, in the order asked for; names as in the address. */
  metadataRequests(): string[]
  targetRequests(): string[]
  forgetRequests(): void
  /** `root 1`, `snapshot 1` …, sorted by name as stored. */
  trusted(): Promise<string[]>
  trustedBytes(role: string): Promise<Bytes>
  /** Contents of the downloaded files, oldest first. */
  downloaded(): Promise<string[]>
}

export const DAY = 86_400_000

/** The suite's repository: P-256 keys, no hashes of metadata. It ends with the test. */
export async function newConformance(options: AuthorityOptions = {}): Promise<Conformance> {
  const repo = await createAuthority({ kind: 'ecdsa', hashes: false, ...options })
  const server = await serveAuthority(repo)
  const folder = await mkdtemp(join(tmpdir(), 'tuf-conformance-'))
  onTestFinished(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })
  const metadata = join(folder, 'metadata')
  const targets = join(folder, 'targets')
  const run = async (args: string[], at = Date.now()): Promise<number> => {
    try {
      await runConformance(['--metadata-dir', metadata, ...args], at)
      return 0
    } catch {
      return 1
    }
  }
  const trustedBytes = async (role: string) => new Uint8Array(await readFile(join(metadata, `${role}.json`)))
  return {
    repo,
    init: async (root = fileOf(repo, 'metadata/1.root.json')) => {
      await writeFile(join(folder, 'initial_root.json'), root)
      return run(['init', join(folder, 'initial_root.json')])
    },
    refresh: (at) => run(['--metadata-url', `${server.url}metadata/`, 'refresh'], at),
    download: (name, at) =>
      run(
        [
          ...['--metadata-url', `${server.url}metadata/`, '--target-name', name, '--target-dir', targets],
          ...['--target-base-url', `${server.url}targets/`, 'download'],
        ],
        at,
      ),
    metadataRequests: () => server.asked.flatMap((path) => (path.startsWith('metadata/') ? [sayRequest(path)] : [])),
    targetRequests: () => server.asked.filter((path) => path.startsWith('targets/')),
    forgetRequests: () => void server.asked.splice(0),
    trusted: () => trustedIn(metadata, trustedBytes),
    trustedBytes,
    downloaded: () => contentsOf(targets),
  }
}

/** The file that the repository serves there. */
export function fileOf(repo: FakeAuthority, path: string): Bytes {
  const bytes = repo.files.get(path)
  if (bytes === undefined) throw new Error(`the repository has no ${path}`)
  return bytes
}

function sayRequest(path: string): string {
  const [, version, role] = /^metadata\/(?:(\d+)\.)?(.*)\.json$/.exec(path) ?? []
  return version === undefined ? `${role}` : `${role} ${version}`
}

async function trustedIn(folder: string, read: (role: string) => Promise<Bytes>): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const roles = names.sort().map((name) => name.replace(/\.json$/, ''))
  return Promise.all(roles.map(async (role) => `${role} ${readJson(await read(role)).signed.version}`))
}

async function contentsOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.map(async (name) => {
    const { mtimeMs } = await stat(join(folder, name))
    return { mtimeMs, text: await readFile(join(folder, name), 'utf8') }
  })
  return (await Promise.all(files)).sort((a, b) => a.mtimeMs - b.mtimeMs).map(({ text }) => text)
}
