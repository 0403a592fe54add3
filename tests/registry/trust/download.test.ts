/** Transport: limits on decoded bytes, total deadlines, what counts as an answer, and target files. */
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { matches } from '../../../src/registry/trust/digest.ts'
import { downloadTarget } from '../../../src/registry/trust/download-target.ts'
import { fetchBytes } from '../../../src/registry/trust/fetch-bytes.ts'
import { findTarget } from '../../../src/registry/trust/find-target.ts'
import { createAuthority, type FakeAuthority, sha256, utf8 } from '../../support/fake-authority.ts'
import { authorityFetch, type MemoryClient, memoryClient } from '../../support/memory-trust.ts'
import { type RepositoryServer, serveAuthority } from '../../support/repository-server.ts'

let authority: FakeAuthority
let client: MemoryClient

beforeEach(async () => {
  authority = await createAuthority()
  await authority.addTarget('targets', 'dir/file', 'content')
  await authority.publish('targets', 'snapshot', 'timestamp')
  client = memoryClient(authority)
})

const targetFile = () => [...authority.files.keys()].find((name) => name.startsWith('targets/')) ?? ''

async function download(path = 'dir/file', options = {}): Promise<string> {
  const set = await client.run(options)
  const target = await findTarget(set, path)
  if (target === undefined) throw new Error(`${path} is not listed`)
  return new TextDecoder().decode(await downloadTarget(set, target))
}

describe('over real HTTP', () => {
  let server: RepositoryServer
  const over = (limits = {}) => ({
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    mirror: { metadata: `${server.url}metadata`, targets: `${server.url}targets` },
    limits,
  })

  beforeEach(async () => {
    server = await serveAuthority(authority)
  })
  afterEach(() => server.close())

  test('a sound repository', async () => {
    expect(await download('dir/file', over())).toBe('content')
  })

  test('10 endless metadata is cut at the limit', async () => {
    server.intercept = (path, response) => {
      if (!path.endsWith('timestamp.json')) return false
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'.repeat(8192)), 1)
      response.on('close', () => clearInterval(timer))
      return true
    }
    await expect(client.run(over())).rejects.toMatchObject({ code: 'too-large' })
  })

  test('10 a gzip bomb is cut at the limit on decoded bytes', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 0x20))
    expect(bomb.length).toBeLessThan(100_000)
    server.intercept = (path, response) => {
      if (!path.endsWith('timestamp.json')) return false
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
      return true
    }
    await expect(client.run(over())).rejects.toMatchObject({ code: 'too-large' })
  })

  test('11 a connection that is cut', async () => {
    server.intercept = (path, response) => {
      if (!path.endsWith('timestamp.json')) return false
      response.writeHead(200, { 'content-length': 1000 })
      response.write('{"signed"', () => response.destroy())
      return true
    }
    await expect(client.run(over())).rejects.toMatchObject({ code: 'network' })
  })

  test('12 a slow loris: the deadline covers the body', async () => {
    server.intercept = (path, response) => {
      if (!path.endsWith('timestamp.json')) return false
      response.writeHead(200)
      const timer = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(timer))
      return true
    }
    await expect(client.run(over({ deadlineMs: 150 }))).rejects.toMatchObject({ code: 'timeout' })
  })

  test('12 an answer that never begins', async () => {
    server.intercept = (path) => path.endsWith('timestamp.json')
    await expect(client.run(over({ deadlineMs: 100 }))).rejects.toMatchObject({ code: 'timeout' })
  })

  test('13 a captive portal: 200 and a web page', async () => {
    server.intercept = (_path, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>login</html>')
      return true
    }
    await expect(client.run(over())).rejects.toMatchObject({ code: 'captive-portal' })
  })

  test('14 a redirect, to wherever, is not followed', async () => {
    server.intercept = (path, response) => {
      if (path.startsWith('elsewhere')) return false
      response.writeHead(302, { location: `${server.url}elsewhere` }).end()
      return true
    }
    await expect(client.run(over())).rejects.toMatchObject({ code: 'network' })
    expect(server.asked).toEqual(['metadata/2.root.json'])
  })

  test('an address where nothing listens', async () => {
    await server.close()
    await expect(client.run(over())).rejects.toMatchObject({ code: 'network' })
  })
})

describe('requests', () => {
  test('must-hold 7: carry no query, no cookies, no cache, no referrer, one language, and follow nothing', async () => {
    const inits: RequestInit[] = []
    const fetch = authorityFetch(authority.files, (_path, init) => void inits.push(init))
    await download('dir/file', { fetch })
    expect(inits.length).toBe(5)
    for (const init of inits) {
      expect(init).toMatchObject({
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        headers: { 'Accept-Language': '*' },
      })
      expect(init.signal?.aborted).toBe(true) // released when done
    }
    expect(fetch.asked.join(' ')).not.toContain('?')
  })

  test.each([
    ['root', '2.root.json', 'root'],
    ['timestamp', 'timestamp.json', 'timestamp'],
  ] as const)('the limit of %s is kept to the byte', async (_name, file, limit) => {
    if (file === '2.root.json') await authority.publish('root')
    const { length } = authority.files.get(`metadata/${file}`) ?? utf8('')
    await client.run({ limits: { [limit]: length } })
    client.store.rows.set('root', authority.files.get('metadata/1.root.json') ?? utf8(''))
    await expect(client.run({ limits: { [limit]: length - 1 } })).rejects.toMatchObject({ code: 'too-large' })
  })

  test.each(['snapshot', 'targets'] as const)('the limit of %s holds where no length is listed', async (role) => {
    authority = await createAuthority({ hashes: false })
    client = memoryClient(authority)
    await expect(client.run({ limits: { [role]: 100 } })).rejects.toMatchObject({ code: 'too-large' })
  })

  test('a longer file than listed is cut before it is read whole', async () => {
    authority.files.set('metadata/2.snapshot.json', utf8(' '.repeat(100_000)))
    await expect(client.run()).rejects.toMatchObject({ code: 'too-large' })
  })

  test('an empty answer is an empty file', async () => {
    expect(await fetchBytes(async () => new Response(null), 'u', 10, 1000)).toEqual(new Uint8Array())
    await expect(
      client.run({
        fetch: authorityFetch(authority.files, (path) =>
          path.endsWith('timestamp.json') ? new Response(null) : undefined,
        ),
      }),
    ).rejects.toMatchObject({ code: 'malformed' })
  })

  test('the deadline timer is cleared', async () => {
    const clear = vi.spyOn(globalThis, 'clearTimeout')
    await fetchBytes(async () => new Response('x'), 'u', 10, 1_000_000)
    expect(clear).toHaveBeenCalled()
    clear.mockRestore()
  })
})

describe('targets', () => {
  test.each([
    ['longer', 'content and more', 'too-large'],
    ['shorter', 'conten', 'hash-mismatch'],
    ['other', 'CONTENT', 'hash-mismatch'],
  ])('11 a %s file', async (_name, content, code) => {
    authority.files.set(targetFile(), utf8(content))
    await expect(download()).rejects.toMatchObject({ code })
  })

  test('16 a missing file', async () => {
    authority.files.delete(targetFile())
    await expect(download()).rejects.toMatchObject({ code: 'http', status: 404 })
  })

  test.each(['a b', 'a?b', 'a#b', 'a%2fb', '名录', "it's!", '.hidden', 'a..b', '/leading', 'a//b', 'a\\b'])(
    '46 the name %s is one address below the folder',
    async (path) => {
      await authority.addTarget('targets', path, 'content')
      await authority.publish('targets', 'snapshot', 'timestamp')
      expect(await download(path)).toBe('content')
      const { pathname, search, hash } = new URL(`https://registry.test/${client.fetch.asked.at(-1)}`)
      expect([search, hash]).toEqual(['', ''])
      expect(pathname.startsWith('/targets/')).toBe(true)
    },
  )

  test.each(['..', '../root.json', 'a/../../b', './a', 'a/.'])('46 the name %s is refused', async (path) => {
    await authority.addTarget('targets', path, 'content')
    await authority.publish('targets', 'snapshot', 'timestamp')
    await expect(download(path)).rejects.toMatchObject({ code: 'unsafe-path' })
  })

  test('SHA-512 is checked too; unknown algorithms beside are passed over, alone they are refused', async () => {
    const bytes = utf8('content')
    const sha512 = [...new Uint8Array(await crypto.subtle.digest('SHA-512', bytes))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')
    const hashes = (entries: Record<string, string>) => ({ hashes: new Map(Object.entries(entries)) })
    expect(await matches(bytes, hashes({ sha256: await sha256(bytes), sha512, md5: 'x' }))).toBe(true)
    expect(await matches(bytes, hashes({ sha512 }))).toBe(true)
    expect(await matches(bytes, hashes({ sha256: await sha256(bytes), sha512: '00' }))).toBe(false)
    expect(await matches(bytes, hashes({ md5: 'x' }))).toBe(false)
    expect(await matches(bytes, hashes({}))).toBe(false)
    expect(await matches(bytes, { length: 7 })).toBe(true)
    expect(await matches(bytes, { length: 8 })).toBe(false)
    const file = authority.documents.targets.targets['dir/file']
    authority.files.set(`targets/dir/${sha512}.file`, bytes)
    file.hashes = { sha512 }
    await authority.publish('targets', 'snapshot', 'timestamp')
    expect(await download()).toBe('content')
    file.hashes = { md5: 'x' }
    await authority.publish('targets', 'snapshot', 'timestamp')
    await expect(download()).rejects.toMatchObject({ code: 'malformed' })
  })

  test('without consistent snapshots the name is plain, and unknown algorithms alone do not pass', async () => {
    authority = await createAuthority({ consistent: false })
    client = memoryClient(authority)
    await authority.addTarget('targets', 'file', 'content')
    await authority.publish('targets', 'snapshot', 'timestamp')
    expect(await download('file')).toBe('content')
    expect(client.fetch.asked.at(-1)).toBe('targets/file')
    authority.documents.targets.targets.file.hashes = { md5: 'x' }
    await authority.publish('targets', 'snapshot', 'timestamp')
    await expect(download('file')).rejects.toMatchObject({ code: 'hash-mismatch' })
  })
})
