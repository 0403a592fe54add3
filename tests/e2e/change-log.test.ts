/** Twelve publications by the real command line; the options page of a client from the first one tells the last ten. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserName, launchBrowser } from '../../src/launcher/browser.ts'
import { putRecord, sampleLine, sampleRecord } from '../publish/sample-records.ts'
import { type FolderServer, serveFolder } from '../support/folder-server.ts'
import { eventually, speak } from '../support/own-page-steps.ts'
import { buildPointedAt } from '../support/pointed-build.ts'
import { runRegistry } from '../support/run-registry.ts'
import { testPages } from '../support/test-page.ts'

const desk = mkdtempSync(join(tmpdir(), 'zhenhao-log-'))
const published = join(desk, 'published')
const browsers: BrowserName[] = ['chromium', 'firefox']
const extensions = new Map<BrowserName, string>()
let server: FolderServer | undefined

async function registry(...words: string[]): Promise<void> {
  const { code, text } = await runRegistry(desk, words)
  if (code !== 0) throw new Error(`registry ${words.join(' ')}: ${text}`)
}

/** Publication `seq`: one line more than the last one. */
async function release(seq: number, ...signers: string[]): Promise<void> {
  const hotlines = Array.from({ length: seq + 3 }, (_, at) => sampleLine(`400-800-${1000 + at}`))
  putRecord(join(desk, 'data'), sampleRecord('a-bank', { hotlines, dense: true }))
  await registry('build', '--repository', 'published', '--why', `reason of ${seq}`)
  const known = seq === 1 ? [] : ['--repository', 'published']
  for (const name of signers) await registry('sign', '--key', `keys/${name}.key`, '--yes', ...known)
  await registry('publish', 'published', '--online', 'keys/online.key')
}

beforeAll(async () => {
  mkdirSync(join(desk, 'data/institutions'), { recursive: true })
  for (const name of ['li', 'wang', 'zhao', 'online']) await registry('keygen', `keys/${name}.key`, '--name', name)
  const keys = ['li', 'wang', 'zhao'].flatMap((name) => ['--key', `keys/${name}.key.pub`])
  await registry('root', 'init', ...keys, '--threshold', '2', '--online', 'keys/online.key.pub')
  for (const name of ['li', 'wang']) await registry('sign', '--role', 'root', '--key', `keys/${name}.key`, '--yes')
  await release(1, 'li', 'wang')
  server = await serveFolder(published)
  const { url } = server
  for (const browser of browsers) extensions.set(browser, await buildPointedAt(browser, url, published))
  for (let seq = 2; seq <= 12; seq++) await release(seq, seq % 2 === 0 ? 'wang' : 'li', 'zhao')
}, 240_000)

afterAll(async () => {
  await server?.close()
  for (const folder of [desk, ...extensions.values()]) rmSync(folder, { recursive: true, force: true })
})

/** Runs in the options page: presses the button; false while it is not there. */
function pressUpdate(): boolean {
  const button = document.querySelector<HTMLButtonElement>('.update button')
  button?.click()
  return button !== null
}

/** Runs in the options page. */
const said = () => document.querySelector('.update [role=status]')?.textContent

/** Runs in the options page. */
function readDetails() {
  const texts = (selector: string) => [...document.querySelectorAll(selector)].map((each) => each.textContent ?? '')
  return { signatures: texts('.signatures > li'), publications: texts('.publication') }
}

describe.each(browsers)('the change log in %s', (name) => {
  it('shows the last ten of twelve after one update by delta: date, reason, who signed, which numbers', async () => {
    const extension = extensions.get(name)
    if (extension === undefined || server === undefined) throw new Error('not built')
    const browser = await launchBrowser(name, { extension, site: testPages, registry: server.url, network: true })
    try {
      await speak(browser, 'zh-CN')
      const options = await browser.openOwn('options.html')
      await eventually(() => options.evaluate(pressUpdate)).toBe(true)
      await eventually(() => options.evaluate(said)).toBe('名录已更新到第 12 版。')
      await eventually(async () => (await options.evaluate(readDetails)).publications.length).toBeGreaterThan(1)
      const { signatures, publications } = await options.evaluate(readDetails)
      expect(signatures.slice(0, 2)).toEqual([
        expect.stringMatching(/^信任根.*li、wang（3 把钥匙里至少要 2 把）有效到/),
        expect.stringMatching(/^号码数据.*wang、zhao（3 把钥匙里至少要 2 把）有效到/),
      ])
      expect(publications).toHaveLength(10)
      for (const [index, text] of publications.entries()) {
        const seq = 12 - index
        expect(text).toMatch(new RegExp(`^第 ${seq} 版 · \\d{4}-\\d\\d-\\d\\d原因：reason of ${seq}签名：`))
        expect(text).toContain(seq % 2 === 0 ? '签名：wang、zhao' : '签名：li、zhao')
        expect(text).toContain(`400-800-${1002 + seq} 样例a-bank`)
      }
    } finally {
      await browser.close()
    }
  })
})
