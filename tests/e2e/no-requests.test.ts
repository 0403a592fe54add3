import { describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { type BrowserName, launchBrowser } from '../../src/launcher/browser.ts'
import { textSite } from '../../src/launcher/site.ts'

const pages = Object.fromEntries(
  Array.from({ length: 50 }, (_, page) => [
    `https://site-${page}.test/`,
    `<!doctype html><meta charset="utf-8"><p>微粒贷客服电话 95384，招商银行贷款热线 400-820-5555，第 ${page} 页</p>`,
  ]),
)

/** In a page of the extension: fifty look-ups. @returns the codes of the first verdicts. */
async function lookUpFifty(): Promise<string[]> {
  const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  const texts = Array.from({ length: 50 }, (_, at) => `您好，招商银行客服 ${at % 2 ? '95555' : `400-${100 + at}-4567`}`)
  const replies = await Promise.all(texts.map((text) => api.runtime.sendMessage({ name: 'lookUp', body: { text } })))
  return replies.map((reply) => reply.value[0].code)
}

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  it('must-hold 7: fifty pages and fifty look-ups ask for nothing', async () => {
    const browser = await launchBrowser(name, { extension: await buildExtension(name), site: textSite(pages) })
    const seen: string[] = []
    for (const address of Object.keys(pages)) {
      const tab = await browser.open(address)
      await expect.poll(async () => (await tab.frameMarks())[0]?.answer?.marks.length, { interval: 20 }).toBe(2)
      seen.push(...tab.requests().filter((asked) => asked !== address && !asked.endsWith('/favicon.ico')))
      await tab.close()
    }
    const own = await browser.openOwn('popup.html')
    const codes = await own.evaluate(lookUpFifty)
    expect(codes.filter((code) => code === 'official')).toHaveLength(25)
    expect(browser.extensionRequests()).toEqual([])
    expect(seen).toEqual([])
    await browser.close()
  })
})
