import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserName, type LaunchedBrowser, launchBrowser } from '../../src/launcher/browser.ts'
import { orderMarks } from '../../src/launcher/frames.ts'
import { textSite } from '../../src/launcher/site.ts'
import { writeTinyExtension } from '../support/tiny-extension.ts'

const page = 'https://bank.test/page'
const site = textSite({
  [page]: '<b>1</b><iframe srcdoc="<b>2</b>"></iframe><b>3</b><iframe src="https://other.test/frame"></iframe><b>5</b>',
  'https://other.test/frame':
    '<b>4</b><p id="host"></p><script>host.attachShadow({mode:"open"}).innerHTML="<i>deep"</script>',
})

describe.each<BrowserName>(['chromium', 'firefox'])('launcher in %s', (name) => {
  let folder: string
  let browser: LaunchedBrowser

  beforeAll(async () => {
    folder = await writeTinyExtension()
    browser = await launchBrowser(name, { extension: folder, site, backgroundIdleMs: 500 })
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  it('serves a page under any address and orders the marks over all frames', async () => {
    const tab = await browser.open(`${page}?q=1`)
    expect(await tab.evaluate(() => location.href)).toBe(`${page}?q=1`)
    const frames = await tab.frameMarks()
    expect(orderMarks(frames).map((mark) => mark.text)).toEqual(['1', '2', '3', '4', '5'])
    await tab.close()
  })

  it('serialises every frame with its open shadow roots', async () => {
    const tab = await browser.open(page)
    const dom = await tab.serialise()
    expect(dom).toContain('"deep"')
    expect(dom.indexOf('"5"')).toBeLessThan(dom.indexOf('"2"'))
    expect(await tab.serialise()).toBe(dom)
    await tab.evaluate(() => document.body.append('changed'))
    expect(await tab.serialise()).not.toBe(dom)
    await tab.close()
  })

  it('records what the background asks for, and only that', async () => {
    await expect.poll(() => browser.extensionRequests().join()).toContain('https://planted.example/')
    expect(browser.extensionRequests().every((address) => address.includes('planted.example'))).toBe(true)
    const tab = await browser.open(page)
    expect(tab.requests()).toContain(page)
    expect(tab.requests().join()).not.toContain('planted.example')
    await tab.close()
  })

  it('stops the background, which starts again for the next message', async () => {
    const own = await browser.openOwn('popup.html')
    await browser.stopBackground()
    const before = browser.extensionRequests().length
    const said = await own.evaluate(() => {
      const api = 'browser' in globalThis ? Reflect.get(globalThis, 'browser') : Reflect.get(globalThis, 'chrome')
      return api.runtime.sendMessage({ name: 'after' })
    })
    expect(said).toBe('asked')
    await expect.poll(() => browser.extensionRequests().length - before).toBeGreaterThanOrEqual(2)
    await own.close()
  })
})

it('a control run knows no extension', async () => {
  const control = await launchBrowser('chromium', { site })
  const first = await control.open(page, { apart: true })
  const second = await control.open(page, { apart: true })
  expect(await first.serialise()).toBe(await second.serialise())
  await expect(first.frameMarks()).rejects.toThrow('no extension')
  expect(control.extensionRequests()).toEqual([])
  await control.close()
})
