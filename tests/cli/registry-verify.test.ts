import { execFile } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { hoursOn, newFolder, sampleHolders } from '../publish/sample-ceremony.ts'
import { firstRelease } from '../publish/sample-release.ts'
import { type FolderServer, serveFolder } from '../support/folder-server.ts'

// One process per line: slow on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const built = hoursOn(-5)
let folder = ''
let base = ''
const servers: FolderServer[] = []
beforeAll(async () => {
  folder = (await firstRelease(sampleHolders(), built)).folder
  base = readdirSync(join(folder, 'targets')).find((name) => name.endsWith('.base-1.json')) ?? ''
})
afterAll(() => Promise.all(servers.map((server) => server.close())))

/** The command as a maintainer runs it; the address stands as `URL` in what it says. */
async function verify(served: string, headers?: (path: string) => Record<string, string>, ...more: string[]) {
  const server = await serveFolder(served, headers)
  servers.push(server)
  const cli = join(import.meta.dirname, '../../src/cli/zhenhao.ts')
  const root = join(folder, 'metadata/1.root.json')
  const args = [cli, 'registry', 'verify', server.url, '--root', root, ...more]
  return new Promise<{ status: number; out: string; err: string }>((done) => {
    const child = execFile(process.execPath, args, { encoding: 'utf8' }, (_, out, err) =>
      done({
        status: child.exitCode ?? -1,
        out: out.replaceAll(server.url, 'URL/'),
        err: err.trimEnd().replaceAll(server.url, 'URL/'),
      }),
    )
  })
}

const accepted = () => {
  const day = (days: number) => new Date(Math.floor(Date.parse(built) / 1000) * 1000 + days * 86_400_000).toISOString()
  return [
    `publication 1 of ${built} (release): 3 files, accepted by both clients`,
    `timestamp until ${day(15)}, targets until ${day(180)}, root until ${day(730)}`,
  ]
}
const said = (...lines: string[]) => [...accepted(), ...lines, ''].join('\n')

describe.concurrent('registry verify URL', () => {
  it('accepts a host set up as the guide says', async () => {
    expect(await verify(folder)).toEqual({ status: 0, out: said(), err: '' })
  })

  it('answers in JSON with the same facts', async () => {
    const { status, out } = await verify(folder, undefined, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      seq: 1,
      versions: { root: 1, timestamp: 1, snapshot: 1, targets: 1 },
      files: 3,
      faults: [],
      advice: [],
    })
  })

  it('fails where no page may read the answers', async () => {
    const headers = () => ({ 'Access-Control-Allow-Origin': '' })
    expect(await verify(folder, headers)).toEqual({
      status: 1,
      out: said(
        'URL/metadata/timestamp.json: set Access-Control-Allow-Origin: *',
        `URL/targets/${base}: set Access-Control-Allow-Origin: *`,
        'URL/metadata/0.root.json: set Access-Control-Allow-Origin: * for missing files too',
      ),
      err: '',
    })
  })

  it('fails for a timestamp that caches may keep, advises for the rest', async () => {
    const headers = () => ({ 'Cache-Control': '' })
    expect(await verify(folder, headers)).toEqual({
      status: 1,
      out: said(
        'URL/metadata/timestamp.json: set Cache-Control: max-age=300, so that nobody is kept on an old timestamp',
        `URL/targets/${base}: set Cache-Control: public, max-age=31536000, immutable: the file never changes`,
      ),
      err: '',
    })
    const targetsOnly = (path: string): Record<string, string> =>
      path.startsWith('targets') ? { 'Cache-Control': '' } : {}
    expect((await verify(folder, targetsOnly)).status).toBe(0)
  })

  it('refuses other bytes of the same length, signed by nobody', async () => {
    const other = newFolder('wrong-bytes')
    cpSync(folder, other, { recursive: true })
    const file = join(other, 'targets', base)
    writeFileSync(file, readFileSync(file, 'utf8').replace('95588', '95589'))
    expect(await verify(other)).toEqual({
      status: 1,
      out: '',
      err: 'refused: base-1.json differs from its signed length or hash',
    })
  })

  it('refuses a host without a registry, and a root that did not sign it', async () => {
    expect(await verify(newFolder('empty'))).toEqual({
      status: 1,
      out: '',
      err: 'refused: URL/metadata/timestamp.json answered 404',
    })
    const stranger = (await firstRelease(sampleHolders())).folder
    expect(await verify(stranger)).toEqual({
      status: 1,
      out: '',
      err: 'refused: timestamp: 0 of 1 needed keys have signed',
    })
  })

  it('says which file --root must name, and refuses a date that is none', async () => {
    expect(await verify(folder, undefined, '--root', 'nowhere.json')).toEqual({
      status: 1,
      out: '',
      err: 'refused: nowhere.json: is missing or unreadable',
    })
    expect(await verify(folder, undefined, '--date', 'tomorrow')).toEqual({
      status: 2,
      out: '',
      err: "error: option '--date <iso>' argument 'tomorrow' is invalid. It must be a date like 2026-11-21 or 2026-11-21T08:00:00Z.\nAdd --help to see the options and an example.",
    })
  })
})
