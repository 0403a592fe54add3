import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkHeaders } from '../../src/publish/verify-headers.ts'
import { type FolderServer, serveFolder } from '../support/folder-server.ts'

let server: FolderServer | undefined
afterEach(() => server?.close())

/** Faults with the address shortened to its path. `more`: files that lie there too. */
async function faults(headers: (path: string) => Record<string, string>, more: string[] = []): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhenhao-host-'))
  for (const part of ['metadata', 'targets']) mkdirSync(join(folder, part))
  for (const path of ['metadata/timestamp.json', 'targets/ab.base-1.json', ...more])
    writeFileSync(join(folder, path), '{}')
  const started = await serveFolder(folder, headers)
  server = started
  const { url } = started
  const found = await checkHeaders({ metadata: `${url}metadata/`, targets: `${url}targets` }, 'ab.base-1.json')
  return [...found.faults, ...found.advice.map((text) => `advice: ${text}`)].map((text) => text.replace(url, ''))
}

describe('checkHeaders', () => {
  it('finds nothing at a host set up as the guide says', async () => {
    expect(await faults(() => ({}))).toEqual([])
  })

  it('tells what each answer lacks', async () => {
    const found = await faults((path) => ({
      'Access-Control-Allow-Origin': path.startsWith('targets') ? 'https://one.example' : '*',
      'Cache-Control': path.startsWith('targets') ? '' : 'max-age=86400',
      'Content-Type': path.startsWith('targets') ? 'text/html' : 'application/json',
      'Set-Cookie': path.startsWith('targets') ? '' : 'id=1',
    }))
    expect(found).toEqual([
      'metadata/timestamp.json: sets a cookie; the registry must not',
      'metadata/timestamp.json: set Cache-Control: max-age=300, so that nobody is kept on an old timestamp',
      'targets/ab.base-1.json: set Access-Control-Allow-Origin: *',
      'targets/ab.base-1.json: is served as text/html, set application/json',
      'advice: targets/ab.base-1.json: set Cache-Control: public, max-age=31536000, immutable: the file never changes',
    ])
  })

  it('asks for a missing file, as every client does for the next root', async () => {
    const path = 'metadata/0.root.json'
    expect(await faults((each) => (each === path ? { 'Access-Control-Allow-Origin': '' } : {}))).toEqual([
      `${path}: set Access-Control-Allow-Origin: * for missing files too`,
    ])
    await server?.close()
    expect(await faults(() => ({}), [path])).toEqual([`${path}: is missing, so answer 404 and not 200`])
  })

  it('takes no-cache for the timestamp, and misses a silent one', async () => {
    expect(await faults((path) => (path.endsWith('timestamp.json') ? { 'Cache-Control': 'no-cache' } : {}))).toEqual([])
    await server?.close()
    expect(await faults((path) => (path.endsWith('timestamp.json') ? { 'Cache-Control': '' } : {}))).toEqual([
      'metadata/timestamp.json: set Cache-Control: max-age=300, so that nobody is kept on an old timestamp',
    ])
  })
})
