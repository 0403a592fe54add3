/** Pauses as the person sets them in the popup: this site, an hour everywhere; both outlive a restart of the browser. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { type Site, textSite } from '../../src/launcher/site.ts'
import { appWords } from '../../src/locales/app-words.ts'
import { eventually, press, speak } from '../support/own-page-steps.ts'
import { testPageAddress, testPages } from '../support/test-page.ts'

const HERE = testPageAddress('sample')
const ELSEWHERE = 'https://elsewhere.test/'
const elsewhere = textSite({ [ELSEWHERE]: '<!doctype html><p>工商银行客服热线 95588</p>' })
const site: Site = async (address) => (await testPages(address)) ?? elsewhere(address)

const words = appWords['zh-CN']
const marks = async (tab: Tab) => (await tab.frameMarks()).flatMap(({ answer }) => answer?.marks ?? []).length
/** What a reader sees of them: highlights as the page itself counts them. */
const painted = (tab: Tab) =>
  tab.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0))

describe.each<BrowserName>(['chromium', 'firefox'])('a pause in %s', (name) => {
  let profile: string
  let browser: LaunchedBrowser
  const start = async () => launchBrowser(name, { extension: await buildExtension(name), site, profile })
  const inPopup = async (about: Tab, ...buttons: string[]) => {
    const popup = await browser.openOwn('popup.html', { about, viewport: { width: 360, height: 600 } })
    for (const button of buttons) await press(popup, button)
    return popup
  }

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'zhenhao-pause-'))
    browser = await start()
    await speak(browser, 'zh-CN')
  })
  afterAll(async () => {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  })

  it('must-hold 11: this site or an hour in two presses; marks vanish at once, a restart keeps both, one press ends each', async () => {
    const [before, other] = [await browser.open(HERE), await browser.open(ELSEWHERE)]
    await eventually(() => marks(before)).toBe(7)
    await eventually(() => marks(other)).toBe(1)
    await inPopup(before, words['pause.title'], words['pause.site'])
    await eventually(() => painted(before)).toBe(0)
    expect([await marks(before), await marks(other)]).toEqual([0, 1])
    await inPopup(other, words['pause.title'], words['pause.hour'])
    await eventually(() => painted(other)).toBe(0)
    await eventually(() => browser.runInDesk(settingsKept)).toMatch(
      /"pausedUntil":\d+.*pages\.test|pages\.test.*"pausedUntil":\d+/,
    )

    await browser.close()
    browser = await start()
    const [here, there] = [await browser.open(HERE), await browser.open(ELSEWHERE)]
    await Promise.all([here, there].map(framesAtRest))
    expect([await marks(here), await marks(there)]).toEqual([0, 0])
    await inPopup(there, words['pause.resume'])
    await eventually(() => marks(there)).toBe(1)
    expect(await marks(here)).toBe(0)
    await inPopup(here, words['pause.resume'])
    await eventually(() => marks(here)).toBe(7)
  })
})

/** In a page of the extension. */
async function settingsKept(): Promise<string> {
  const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  return JSON.stringify(await storage.local.get('settings'))
}
