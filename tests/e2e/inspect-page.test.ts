import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspectPage } from '../../src/cli/inspect-page.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser } from '../support/browser.ts'
import { textSite } from '../support/site.ts'
import { writeTinyExtension } from '../support/tiny-extension.ts'

const site = textSite({
  'https://a.test/still': '<b>1</b><iframe srcdoc="<b>2</b>"></iframe><b>3</b>',
  'https://a.test/edited': '<b class="to-edit">1</b>',
  'https://a.test/ticking':
    '<b>0</b><script>let n = 0; setInterval(() => { document.querySelector("b").textContent = ++n }, 700)</script>',
  'https://a.test/random': '<b></b><script>document.querySelector("b").textContent = Math.random()</script>',
  'https://a.test/asking': '<b class="to-ask">1</b><img src="/picture.png">',
})

describe.each<BrowserName>(['chromium', 'firefox'])('inspectPage in %s', (name) => {
  let folder: string
  let withExtension: LaunchedBrowser
  let without: LaunchedBrowser
  const seen = { requests: 0 }
  const look = (page: string) => inspectPage(page, `https://a.test/${page}`, withExtension, without, seen)

  beforeAll(async () => {
    folder = await writeTinyExtension()
    withExtension = await launchBrowser(name, { extension: folder, site })
    without = await launchBrowser(name, { site })
  })
  afterAll(async () => {
    await Promise.all([withExtension.close(), without.close()])
    await rm(folder, { recursive: true })
  })

  it('gives the marks in document order, the unchanged DOM and the request planted in the background', async () => {
    const still = await look('still')
    expect(still.marks.map((mark) => mark.text)).toEqual(['1', '2', '3'])
    expect(still.marks[0]).toEqual({ text: '1', code: 'official', canonical: '1', institutions: [], modifiers: [] })
    expect(still.domUnchanged).toBe(true)
    expect(still.requests.join()).toContain('https://planted.example/')
  })

  it('sees an attribute that the extension adds', async () => {
    expect(await look('edited')).toMatchObject({ domUnchanged: false, requests: [] })
  })

  it('compares a page that changes by itself at the same step, and says null when it cannot', async () => {
    expect((await look('ticking')).domUnchanged).toBe(true)
    expect((await look('random')).domUnchanged).toBeNull()
  })

  it('sees a request of the content script, and not those of the page', async () => {
    const { requests } = await look('asking')
    expect(requests.length).toBeGreaterThan(0)
    expect(requests.every((address) => address.startsWith('https://planted.example/'))).toBe(true)
  })
})
