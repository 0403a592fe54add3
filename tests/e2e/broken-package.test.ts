import { globSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type BrowserName, launchBrowser } from '../../src/launcher/browser.ts'
import { orderMarks } from '../../src/launcher/frames.ts'
import { enPopup } from '../../src/locales/en/popup.ts'
import { zhPopup } from '../../src/locales/zh-CN/popup.ts'
import { alteredBuild, type Changes, flipByte } from '../support/altered-build.ts'
import { repositoryRoot } from '../support/repository.ts'
import { testPageAddress, testPages } from '../support/test-page.ts'

const both: BrowserName[] = ['chromium', 'firefox']

/** What the page's marks say with a changed package; the popup must come to say one of `said`, something must ask for `asked`. */
async function withChanges(name: BrowserName, changes: Changes, said: string[] = [], asked?: string) {
  const extension = await alteredBuild(name, changes)
  const browser = await launchBrowser(name, { extension, site: testPages })
  try {
    const tab = await browser.open(testPageAddress('sample'))
    const marks = orderMarks(await framesAtRest(tab))
    const popup = await browser.openOwn('popup.html')
    // The popup asks for the registry's state after it has drawn the rest.
    const told = async () => {
      const text = await popup.evaluate(() => document.body.textContent)
      return said.some((words) => text.includes(words)) ? 'told' : text
    }
    if (said.length > 0) await expect.poll(told).toBe('told')
    if (asked) await expect.poll(() => browser.extensionRequests().join()).toContain(asked)
    return { codes: new Set(marks.map((mark) => mark.code)), requests: browser.extensionRequests() }
  } finally {
    await browser.close()
    await rm(extension, { recursive: true })
  }
}

describe.each([
  ['the shipped data', 'damaged', { 'registry/targets/*.base-*.json': flipByte(5_000) }],
  ['its signed description', 'damaged', { 'registry/metadata/*.targets.json': flipByte(-100) }],
  ['the signature of the timestamp', 'signature', { 'registry/metadata/timestamp.json': flipByte(110) }],
  ['the trust root', 'signature', { 'registry/root.json': flipByte(110) }],
] satisfies [string, 'damaged' | 'signature', Changes][])('with a flipped byte in %s', (_, problem, changes) => {
  it.each(both)('must-hold 6: no number is green in %s and the popup says why', async (name) => {
    const reasons = [zhPopup[`problem.${problem}`], enPopup[`problem.${problem}`]]
    const { codes } = await withChanges(name, changes, reasons)
    expect([...codes]).toEqual(['cannot-check'])
  })
})

describe('a request planted in the background', () => {
  const plant = (code: Buffer) => `void fetch('https://planted.example/x').catch(() => undefined);${code}`
  const openPolicy = (manifest: Buffer) =>
    JSON.stringify({ ...JSON.parse(manifest.toString()), content_security_policy: undefined })

  it.each(both)('is recorded in %s when the policy is taken away', async (name) => {
    const changes = { 'background.js': plant, 'manifest.json': openPolicy }
    const { codes } = await withChanges(name, changes, [], 'https://planted.example/')
    expect(codes).toContain('official')
  })

  it.each(both)('is stopped in %s by the policy of the real build', async (name) => {
    const { requests, codes } = await withChanges(name, { 'background.js': plant })
    expect(requests).toEqual([])
    expect(codes).toContain('official')
  })
})

it.each(both)('what is tested is what ships, without the names of its source files: %s', async (name) => {
  const folder = await buildExtension(name)
  const scripts = globSync('**/*.js', { cwd: folder })
  expect(scripts).toContain('card.js')
  expect(scripts.filter((file) => readFileSync(join(folder, file), 'utf8').includes(repositoryRoot))).toEqual([])
})
