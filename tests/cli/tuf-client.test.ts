/** Every line of the conformance contract (design: registry.md, Trust) over real HTTP; the program itself where it matters. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runConformance } from '../../src/cli/conformance.ts'
import { TufError } from '../../src/registry/trust/tuf-error.ts'
import { createAuthority, type FakeAuthority, readJson, utf8 } from '../support/fake-authority.ts'
import { type RepositoryServer, serveAuthority } from '../support/repository-server.ts'
import { createSigner, type SignerKind } from '../support/signers.ts'

const CLIENT = join(import.meta.dirname, '../../src/cli/tuf-client.ts')

vi.setConfig({ testTimeout: 60_000 })

let folder = ''
let authority: FakeAuthority
let server: RepositoryServer

async function start(options: Parameters<typeof createAuthority>[0] = { kind: 'ecdsa' }): Promise<void> {
  authority = await createAuthority(options)
  server = await serveAuthority(authority)
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuf-client-'))
})

afterEach(async () => {
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

interface Outcome {
  code: number
  stdout: string
  stderr: string
}

function execute(file: string, args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      file,
      args,
      { env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'tuf-client-cache') } },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
        resolve({ code, stdout, stderr })
      },
    )
  })
}

/** In this process: a Node of its own for every call would cost half a second each. */
async function client(...args: string[]): Promise<{ code: number; stderr: string }> {
  try {
    await runConformance(['--metadata-dir', join(folder, 'metadata'), ...args], Date.now())
    return { code: 0, stderr: '' }
  } catch (error) {
    const code = error instanceof TufError ? `${error.code}: ` : ''
    return { code: 1, stderr: `${code}${error instanceof Error ? error.message : error}` }
  }
}

/** The program as it is installed. */
function program(...args: string[]): Promise<Outcome> {
  return execute(process.execPath, [CLIENT, '--metadata-dir', join(folder, 'metadata'), ...args])
}

async function init(bytes = authority.files.get('metadata/1.root.json')): Promise<{ code: number; stderr: string }> {
  await writeFile(join(folder, 'initial.json'), bytes ?? '')
  return client('init', join(folder, 'initial.json'))
}

const refresh = () => client('--metadata-url', `${server.url}metadata/`, 'refresh')

function download(...names: string[]): Promise<{ code: number; stderr: string }> {
  const targets = ['--target-dir', join(folder, 'targets'), '--target-base-url', `${server.url}targets`]
  const asked = names.flatMap((name) => ['--target-name', name])
  return client('--metadata-url', `${server.url}metadata`, ...asked, ...targets, 'download')
}

async function stored(): Promise<Record<string, number>> {
  const names = (await readdir(join(folder, 'metadata'))).sort()
  const entries = names.map(async (name) => [name, readJson(await bytesOf('metadata', name)).signed.version])
  return Object.fromEntries(await Promise.all(entries))
}

async function bytesOf(...path: string[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(join(folder, ...path)))
}

async function downloaded(): Promise<string[]> {
  const names = await readdir(join(folder, 'targets')).catch(() => [])
  return Promise.all(names.sort().map(async (name) => new TextDecoder().decode(await bytesOf('targets', name))))
}

describe('init', () => {
  test('stores the trusted root byte for byte and asks for nothing', async () => {
    await start()
    expect(await init()).toEqual({ code: 0, stderr: '' })
    expect(await bytesOf('metadata', 'root.json')).toEqual(authority.files.get('metadata/1.root.json'))
    expect(await stored()).toEqual({ 'root.json': 1 })
    expect(server.asked).toEqual([])
  })

  test('runs as an npm script', async () => {
    await start()
    await writeFile(join(folder, 'initial.json'), authority.files.get('metadata/1.root.json') ?? '')
    const metadata = ['--metadata-dir', join(folder, 'metadata')]
    const ran = await execute('npm', [
      'run',
      '-s',
      'tuf-client',
      '--',
      ...metadata,
      'init',
      join(folder, 'initial.json'),
    ])
    expect(ran).toMatchObject({ code: 0, stdout: '' })
    expect(await stored()).toEqual({ 'root.json': 1 })
  })

  test.each(['version', 'signature'])('a root with a bad %s: no refresh and no request', async (part) => {
    await start()
    const root = readJson(authority.files.get('metadata/1.root.json'))
    if (part === 'version') delete root.signed.version
    else root.signatures[0].sig = await authority.signers.targets?.[0]?.sign(utf8('something else'))
    await init(utf8(JSON.stringify(root)))
    expect((await refresh()).code).toBe(1)
    expect(server.asked).toEqual([])
  })
})

describe('refresh', () => {
  test('asks N+1.root.json until 404, timestamp.json, V.snapshot.json, V.targets.json', async () => {
    await start()
    await init()
    expect(await refresh()).toEqual({ code: 0, stderr: '' })
    const asked = [
      'metadata/2.root.json',
      'metadata/timestamp.json',
      'metadata/1.snapshot.json',
      'metadata/1.targets.json',
    ]
    expect(server.asked).toEqual(asked)
  })

  test('the folder holds the four roles only, byte for byte as received', async () => {
    await start()
    const padded = utf8(`${new TextDecoder().decode(authority.files.get('metadata/timestamp.json'))} \n`)
    authority.files.set('metadata/timestamp.json', padded)
    await init()
    expect((await refresh()).code).toBe(0)
    expect(await stored()).toEqual({ 'root.json': 1, 'snapshot.json': 1, 'targets.json': 1, 'timestamp.json': 1 })
    expect(await bytesOf('metadata', 'timestamp.json')).toEqual(padded)
    for (const role of ['snapshot', 'targets']) {
      expect(await bytesOf('metadata', `${role}.json`)).toEqual(authority.files.get(`metadata/1.${role}.json`))
    }
  })

  test.each([
    ['root', ['root.json']],
    ['timestamp', ['root.json']],
    ['snapshot', ['root.json', 'timestamp.json']],
    ['targets', ['root.json', 'snapshot.json', 'timestamp.json']],
  ])('stores step by step: an unsigned %s leaves what came before it', async (role, left) => {
    await start()
    await init()
    authority.signers[role] = []
    await authority.publish('root', 'targets', 'snapshot', 'timestamp')
    expect(await refresh()).toMatchObject({ code: 1, stderr: expect.stringContaining('threshold') })
    expect(Object.keys(await stored())).toEqual(left)
    expect((await stored())['root.json']).toBe(role === 'root' ? 1 : 2)
  })

  test('403 ends the root chain as 404 does; 500 aborts', async () => {
    await start()
    await init()
    server.intercept = (path, response) => {
      if (path !== 'metadata/2.root.json') return false
      response.writeHead(403).end()
      return true
    }
    expect((await refresh()).code).toBe(0)
    server.intercept = (_path, response) => {
      response.writeHead(500).end()
      return true
    }
    expect(await refresh()).toMatchObject({ code: 1, stderr: expect.stringContaining('http') })
  })

  test('an unchanged repository costs one root and one timestamp request', async () => {
    await start()
    await init()
    await refresh()
    server.asked.length = 0
    expect((await refresh()).code).toBe(0)
    expect(server.asked).toEqual(['metadata/2.root.json', 'metadata/timestamp.json'])
  })

  test.each(['ed25519', 'ecdsa', 'rsa-pss', 'rsa-pkcs1'] satisfies SignerKind[])('accepts %s keys', async (kind) => {
    await start({ kind: 'ecdsa' })
    await init()
    const signer = await createSigner(kind)
    authority.addSigner('root', signer)
    authority.documents.root.roles.root.threshold = 2
    await authority.publish('root')
    expect((await refresh()).code).toBe(0)
    expect((await stored())['root.json']).toBe(2)
    // The next root is signed by a key of the same kind that is not the listed one.
    authority.signers.root = [
      ...(authority.signers.root ?? []).slice(0, 1),
      { ...(await createSigner(kind)), id: signer.id },
    ]
    await authority.publish('root')
    expect((await refresh()).code).toBe(1)
    expect((await stored())['root.json']).toBe(2)
  })
})

describe('download', () => {
  test('refreshes first, then asks for dir/HASH.name and stores the bytes', async () => {
    await start()
    await authority.addTarget('targets', 'path/to/file.txt', 'content')
    await authority.publish('targets', 'snapshot', 'timestamp')
    await init()
    expect(await download('path/to/file.txt')).toEqual({ code: 0, stderr: '' })
    const hash = authority.documents.targets.targets['path/to/file.txt'].hashes.sha256
    expect(server.asked.at(-1)).toBe(`targets/path/to/${hash}.file.txt`)
    expect(await downloaded()).toEqual(['content'])
    expect((await stored())['targets.json']).toBe(2)
  })

  test('an unknown target: exit 1, metadata updated', async () => {
    await start()
    await init()
    expect(await download('nothing')).toMatchObject({ code: 1, stderr: expect.stringContaining('no-target') })
    expect((await stored())['targets.json']).toBe(1)
  })

  test('a present file with the right hash is not fetched again, a changed one is', async () => {
    await start()
    await authority.addTarget('targets', 'file', 'one')
    await authority.publish('targets', 'snapshot', 'timestamp')
    await init()
    await download('file')
    const [name = ''] = await readdir(join(folder, 'targets'))
    const before = await stat(join(folder, 'targets', name))
    server.asked.length = 0
    expect((await download('file')).code).toBe(0)
    expect(server.asked.filter((path) => path.startsWith('targets/'))).toEqual([])
    expect((await stat(join(folder, 'targets', name))).mtimeMs).toBe(before.mtimeMs)
    await authority.addTarget('targets', 'file', 'two')
    await authority.publish('targets', 'snapshot', 'timestamp')
    expect((await download('file')).code).toBe(0)
    expect(await downloaded()).toEqual(['two'])
  })

  test('a substituted file is refused and the good one stays', async () => {
    await start()
    await authority.addTarget('targets', 'file', 'good')
    await authority.addTarget('targets', 'other', 'fine')
    await authority.publish('targets', 'snapshot', 'timestamp')
    await init()
    await download('file')
    for (const path of authority.files.keys()) if (path.startsWith('targets/')) authority.files.set(path, utf8('evil'))
    expect(await download('other')).toMatchObject({ code: 1, stderr: expect.stringContaining('hash-mismatch') })
    expect((await download('file')).code).toBe(0)
    expect(await downloaded()).toEqual(['good'])
  })

  test('several names: all good ones arrive, one bad one makes exit 1', async () => {
    await start()
    await authority.addTarget('targets', 'a', 'A')
    await authority.addTarget('targets', 'b', 'B')
    await authority.publish('targets', 'snapshot', 'timestamp')
    await init()
    expect((await download('a', 'missing', 'b')).code).toBe(1)
    expect(await downloaded()).toEqual(['A', 'B'])
    expect((await download('a', 'b')).code).toBe(0)
  })

  test.each(['?', '#', '/delegatedrole', '../delegatedrole', '.', '..', '%2f', "it's (a) role!*"])(
    'a delegated role called %s is asked for and stored percent-encoded',
    async (role) => {
      await start()
      await authority.delegate('targets', role)
      await authority.publish(role, 'targets', 'snapshot', 'timestamp')
      await init()
      expect((await download('nonexistent')).code).toBe(1)
      const encoded = authority.fileName(role).replace('metadata/1.', '')
      expect(encoded).not.toMatch(/[?#/'()!*]/)
      expect(server.asked.at(-1)).toBe(`metadata/1.${encoded}`)
      expect(Object.keys(await stored()).sort()).toEqual(
        [encoded, 'root.json', 'snapshot.json', 'targets.json', 'timestamp.json'].sort(),
      )
    },
  )

  test('a role stored under one delegator is verified anew under another', async () => {
    await start()
    const shared = await createSigner('ecdsa')
    await authority.delegate('targets', 'A', { paths: ['a/*'] })
    await authority.delegate('targets', 'B', { paths: ['b/*'] })
    await authority.delegate('A', 'C', { paths: ['*/*'] }, shared)
    await authority.addTarget('C', 'a/file', 'a')
    await authority.addTarget('C', 'b/file', 'b')
    await authority.delegate('B', 'C', { paths: ['*/*'] })
    authority.signers.C = [shared]
    await authority.publish('C', 'A', 'B', 'targets', 'snapshot', 'timestamp')
    await init()
    expect((await download('a/file')).code).toBe(0)
    expect((await download('a/file', 'b/file')).code).toBe(1)
    expect(await downloaded()).toEqual(['a'])
  })

  test('without consistent snapshots nothing is prefixed but root', async () => {
    await start({ consistent: false })
    await authority.addTarget('targets', 'file', 'content')
    await authority.publish('targets', 'snapshot', 'timestamp')
    await init()
    expect((await download('file')).code).toBe(0)
    expect(server.asked).toEqual([
      'metadata/2.root.json',
      'metadata/timestamp.json',
      'metadata/snapshot.json',
      'metadata/targets.json',
      'targets/file',
    ])
  })
})

test('the program: exit code 0 and silence, or 1 and the reason on standard error', async () => {
  await start()
  await writeFile(join(folder, 'initial.json'), authority.files.get('metadata/1.root.json') ?? '')
  expect(await program('init', join(folder, 'initial.json'))).toEqual({ code: 0, stdout: '', stderr: '' })
  const metadata = ['--metadata-url', `${server.url}metadata/`]
  expect(await program(...metadata, 'refresh')).toEqual({ code: 0, stdout: '', stderr: '' })
  const asked = ['--target-name', 'nothing', '--target-base-url', server.url, '--target-dir', join(folder, 'targets')]
  expect(await program(...metadata, ...asked, 'download')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'tuf-client: no-target: no trusted role lists nothing\n',
  })
})

test('a missing option or command is one clear sentence and exit 1', async () => {
  await start()
  expect(await client()).toMatchObject({ code: 1, stderr: expect.stringContaining('unknown command') })
  expect(await client('refresh')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--metadata-url is missing'),
  })
  expect(await client('init')).toMatchObject({ code: 1, stderr: expect.stringContaining('trusted root file') })
})
