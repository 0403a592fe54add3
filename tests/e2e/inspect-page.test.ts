import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspectPages } from '../../src/cli/inspect-page.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser } from '../../src/launcher/browser.ts'
import { textSite } from '../../src/launcher/site.ts'
import { writeTinyExtension } from '../support/tiny-extension.ts'

const site = textSite({
  'https://a.test/still': '<b>1</b><iframe srcdoc="<b>2</b>"></iframe><b>3</b>',
  'https://a.test/edited': '<b class="to-edit">1</b>',
  'https://a.test/ticking':
    '<b>0</b><script>let n = 0; setInterval(() => { document.querySelector("b").textContent = ++n }, 700)</script>',
  'https://a.test/random': '<b></b><script>document.querySelector("b").textContent = Math.random()</script>',
  'https://a.test/failing':
    '<b class="to-fail">1</b><script>console.error("said by the page"); throw new Error("made by the page")</script>',
  'https://a.test/asking': '<b class="to-ask">1</b><img src="/picture.png">',
})

describe.each<BrowserName>(['chromium', 'firefox'])('inspectPage in %s', (name) => {
  let folder: string
  let withExtension: LaunchedBrowser
  let without: LaunchedBrowser
  const look = (...pages: string[]) =>
    inspectPages(
      pages.map((page) => ({ page, address: `https://a.test/${page}` })),
      withExtension,
      without,
    )

  beforeAll(async () => {
    folder = await writeTinyExtension()
    withExtension = await launchBrowser(name, { extension: folder, site })
    without = await launchBrowser(name, { site })
  })
  afterAll(async () => {
    await Promise.all([withExtension.close(), without.close()])
    await rm(folder, { recursive: true })
  })

  it('says of each page what is marked, whether the DOM is as it was, and what was asked for', async () => {
    // What the background asks for when it starts counts for the first page.
    await expect.poll(() => withExtension.extensionRequests()).not.toEqual([])
    const [still, edited, ticking, random, asking] = await look('still', 'edited', 'ticking', 'random', 'asking')
    expect(still?.marks.map((mark) => mark.text)).toEqual(['1', '2', '3'])
    expect(still?.marks[0]).toEqual({ text: '1', code: 'official', canonical: '1', institutions: [], modifiers: [] })
    expect(still?.domUnchanged).toBe(true)
    expect(still?.requests.join()).toContain('https://planted.example/')
    expect(edited).toMatchObject({ page: 'edited', domUnchanged: false, requests: [] })
    expect(ticking?.domUnchanged).toBe(true)
    expect(random?.domUnchanged).toBeNull()
    expect(still?.errors).toEqual([])
    expect(asking?.requests.length).toBeGreaterThan(0)
    expect(asking?.requests.every((address) => address.startsWith('https://planted.example/'))).toBe(true)
  })

  it('says what went wrong in the page only with the extension', async () => {
    const [failing] = await look('failing')
    expect(failing?.errors.map((error) => error.replace(/^Error: /, '')).sort()).toEqual([
      'planted error',
      'planted on the console',
      'planted rejection',
    ])
  })
})
