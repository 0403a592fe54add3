/** “Check this page”: a person narrowed the site access; the popup says so and reads the page on demand, once. */
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { orderMarks } from '../../src/launcher/frames.ts'
import { type Site, textSite } from '../../src/launcher/site.ts'
import { enPopup } from '../../src/locales/en/popup.ts'
import { zhPopup } from '../../src/locales/zh-CN/popup.ts'
import type { PageMarks } from '../../src/protocol.ts'
import { pressLabelled } from '../support/in-page.ts'
import { textOf } from '../support/own-page-steps.ts'
import { markLine, ownViews } from '../support/own-views.ts'
import { buildWithFixtureRegistry, fixtureSite, ownViewAddress } from '../support/sms-build.ts'

const VIEW = ownViewAddress('message-table')
const FRAMED = 'https://frames.example.com/'
const CLOSED = { chromium: 'chrome://version/', firefox: 'https://addons.mozilla.org/' }

const framed = textSite({
  [CLOSED.firefox]: '<!doctype html><p>工商银行客服热线 95588</p>',
  [FRAMED]:
    '<!doctype html><title>客服</title><p>工商银行客服热线 95588</p><iframe srcdoc="<p>建设银行客服热线 95533</p>"></iframe>',
})
const site: Site = async (address) => (await framed(address)) ?? fixtureSite(address)

const either = (key: keyof typeof zhPopup & keyof typeof enPopup) => new RegExp(`${zhPopup[key]}|${enPopup[key]}`)

const marks = async (tab: Tab) => orderMarks(await tab.frameMarks()).map(markLine)
const answers = async (tab: Tab) =>
  (await tab.frameMarks()).flatMap(({ answer }): PageMarks[] => (answer ? [answer] : []))

/**
 * Chromium: access is withheld, the toolbar button gives it for one page. Firefox would then run the declared script by
 * itself (below); there a build that declares none stands for pages that were open before access was given back.
 */
const unread: Record<BrowserName, () => Promise<{ extension: string; browser: LaunchedBrowser }>> = {
  async chromium() {
    const extension = await buildWithFixtureRegistry('chromium')
    const browser = await launchBrowser('chromium', { extension, site })
    await browser.narrowAccess()
    return { extension, browser }
  },
  async firefox() {
    const extension = await buildWithFixtureRegistry('firefox', { 'manifest.json': withoutContentScripts })
    return { extension, browser: await launchBrowser('firefox', { extension, site }) }
  },
}

function withoutContentScripts(content: Buffer): string {
  const { content_scripts: _, ...manifest } = JSON.parse(content.toString())
  return JSON.stringify(manifest)
}

describe.each<BrowserName>(['chromium', 'firefox'])('a page on demand in %s', (name) => {
  let extension: string
  let browser: LaunchedBrowser
  beforeAll(async () => {
    ;({ extension, browser } = await unread[name]())
  })
  afterAll(async () => {
    await browser.close()
    await rm(extension, { recursive: true })
  })

  /** Opens the popup over the tab as the person does, and presses its one button. */
  async function checkPage(tab: Tab): Promise<Tab> {
    await tab.pressAction()
    const popup = await browser.openOwn('popup.html', { about: tab })
    await expect.poll(() => textOf(popup)).toMatch(either('page.unchecked'))
    await expect
      .poll(() => popup.evaluate(pressLabelled, `${zhPopup['page.check']}|${enPopup['page.check']}`))
      .toBe(true)
    return popup
  }

  it('a message view is read as usual once the person asks, and goes on being read', async () => {
    const { first, all } = ownViews['message-table']
    const tab = await browser.open(VIEW)
    await tab.pressAction()
    expect(await answers(tab)).toEqual([])
    const popup = await checkPage(tab)
    await expect.poll(() => marks(tab)).toEqual(first)
    await expect.poll(() => textOf(popup)).toContain('95533')
    expect(await textOf(popup)).not.toMatch(either('page.unchecked'))
    expect((await answers(tab))[0]?.sms?.view).toBe('generic')
    await tab.evaluate(() => (Reflect.get(window, '__fx') as { all(): Promise<void> }).all())
    await expect.poll(() => marks(tab)).toEqual(all)
    await popup.close()
    await tab.close()
  })

  it('all frames that it may enter are read', async () => {
    const tab = await browser.open(FRAMED)
    const popup = await checkPage(tab)
    await expect.poll(() => marks(tab)).toEqual(['95588→official', '95533→official'])
    await popup.close()
    await tab.close()
  })

  it('where no extension may look, the popup says so and offers nothing', async () => {
    const tab = await browser.open(CLOSED[name])
    const popup = await browser.openOwn('popup.html', { about: tab })
    await expect.poll(() => textOf(popup)).toMatch(either('page.unreadable'))
    expect(await popup.evaluate(pressLabelled, `${zhPopup['page.check']}|${enPopup['page.check']}`)).toBe(false)
    await popup.close()
    await tab.close()
  })
})

describe('access that was taken away in firefox', () => {
  let extension: string
  let browser: LaunchedBrowser
  beforeAll(async () => {
    extension = await buildWithFixtureRegistry('firefox')
    browser = await launchBrowser('firefox', { extension, site })
    await browser.narrowAccess()
  })
  afterAll(async () => {
    await browser.close()
    await rm(extension, { recursive: true })
  })

  it('comes with the toolbar button, and the popup shows the numbers', async () => {
    const tab = await browser.open(FRAMED)
    await expect(answers(tab)).rejects.toThrow('Missing host permission')
    await tab.pressAction()
    const popup = await browser.openOwn('popup.html', { about: tab })
    await expect.poll(() => textOf(popup)).toContain('95588')
    await expect.poll(() => marks(tab)).toContain('95588→official')
    await popup.close()
    await tab.close()
  })
})
