/** The update path of the built extension in both browsers, against a real HTTP server that goes on from the package. */
import { readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildRegistry, signRepository, throwAwayKey } from '../../scripts/build-registry.ts'
import { type BrowserName, launchBrowser } from '../../src/launcher/browser.ts'
import type { RegistryStatus } from '../../src/protocol.ts'
import type { Outcome } from '../../src/registry/outcome.ts'
import type { Snapshot } from '../../src/registry/schema.ts'
import { stateBytes } from '../../src/registry/state.ts'
import { buildPointedAt } from '../support/pointed-build.ts'
import { testPages } from '../support/test-page.ts'

/** What the server has; null while it is broken. */
let files: Map<string, Uint8Array> | null = null
const asked: string[] = []
const headers: IncomingHttpHeaders[] = []
let server: Server
let address = ''
let packaged: Snapshot

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1)
    asked.push(path)
    headers.push(request.headers)
    const bytes = files?.get(path)
    response.setHeader('set-cookie', 'who=somebody; Path=/; Max-Age=86400')
    if (bytes === undefined) response.writeHead(files === null ? 503 : 404).end()
    else response.writeHead(200, { 'content-type': 'application/json', etag: '"somebody"' }).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const built = buildRegistry()
  const base = built.files.find((file) => file.startsWith('targets/')) ?? ''
  packaged = JSON.parse(readFileSync(join(built.folder, base), 'utf8'))
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** The publication after `seq`, with one institution more. */
function publication(seq: number): Map<string, Uint8Array> {
  const [first] = packaged.institutions
  if (first === undefined) throw new Error('the package has no institution')
  const next = { ...packaged, seq, institutions: [...packaged.institutions, { ...first, id: `new-bank-${seq}` }] }
  return signRepository(stateBytes(next), seq, Date.now(), throwAwayKey())
}

interface Told {
  status: RegistryStatus
  outcome?: Outcome
}

/** Runs in a page of the extension. */
async function tell(name: string): Promise<Told> {
  const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  const reply = await api.runtime.sendMessage({ name, body: null })
  return name === 'registryStatus' ? { status: reply.value } : reply.value
}

describe.each<BrowserName>(['chromium', 'firefox'])('updates in %s', (name) => {
  it('must-hold 7: a newer publication is fetched without query, cookie or identifier, verified, stored and answered from; a broken server changes nothing', async () => {
    const extension = await buildPointedAt(name, address)
    const browser = await launchBrowser(name, {
      extension,
      site: testPages,
      registry: address,
      network: true,
      backgroundIdleMs: 500,
    })
    try {
      const popup = await browser.openOwn('popup.html')
      const before = await popup.evaluate(tell, 'registryStatus')
      expect(before.status.stamp?.seq).toBe(packaged.seq)

      files = null
      const failed = await popup.evaluate(tell, 'updateRegistry')
      expect(failed.outcome).toMatchObject({ kind: 'failed', code: 'http' })
      expect(failed.status).toMatchObject({ stamp: { seq: packaged.seq }, update: { outcome: { kind: 'failed' } } })

      files = publication(packaged.seq + 1)
      asked.length = 0
      headers.length = 0
      const updated = await popup.evaluate(tell, 'updateRegistry')
      expect(updated.outcome).toMatchObject({ kind: 'updated', seq: packaged.seq + 1, by: 'base' })
      expect(updated.status.institutions).toBe(before.status.institutions + 1)
      expect(asked.map((path) => path.replace(/[0-9a-f]{64}/, 'HASH'))).toEqual([
        'metadata/2.root.json',
        'metadata/timestamp.json',
        `metadata/${packaged.seq + 1}.snapshot.json`,
        `metadata/${packaged.seq + 1}.targets.json`,
        `targets/HASH.base-${packaged.seq + 1}.json`,
      ])

      // Nothing that names anybody: what the browser says of itself is the same in every installation.
      const identifying = /^(cookie|authorization|referer|if-none-match|if-modified-since|x-.*)$/
      expect(headers).toHaveLength(5)
      expect(headers.flatMap((sent) => Object.keys(sent).filter((name) => identifying.test(name)))).toEqual([])
      expect(headers.map(({ origin }) => origin ?? '').filter((origin) => origin.startsWith('moz-'))).toEqual([])

      await browser.stopBackground()
      const later = await (await browser.openOwn('popup.html')).evaluate(tell, 'registryStatus')
      expect(later.status).toMatchObject({ stamp: { seq: packaged.seq + 1, ageDays: 0 }, storage: 'database' })
      expect(browser.extensionRequests().every((request) => request.startsWith(address))).toBe(true)
    } finally {
      await browser.close()
      rmSync(extension, { recursive: true, force: true })
    }
  })
})
