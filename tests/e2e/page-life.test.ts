/** Pages that come back, sleep, are replaced or outlive the extension: marks right, once each, and the badge with them. */
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { textSite } from '../../src/launcher/site.ts'
import { developerProfile } from '../support/developer-profile.ts'
import { eventually } from '../support/own-page-steps.ts'

const head = '<!doctype html><meta charset="utf-8"><title>贷款客服</title>'
const site = textSite({
  'https://a.test/first': `${head}<p>工商银行客服热线 95588</p><p>贷款客服 400-123-4567</p><iframe src="https://b.test/inner"></iframe><script>
    addEventListener('pageshow', ({ persisted }) => Reflect.set(window, 'persisted', persisted))
    addEventListener('error', ({ message }) => { document.title = message })
  </script>`,
  'https://b.test/inner': `${head}<p>贷款客服请致电 400-123-4567</p>`,
  'https://a.test/inner': `${head}<p>贷款客服请致电 400-123-4567，或 400-765-4321</p>`,
  'https://a.test/second': `${head}<p>收到</p>`,
})

const texts = ['95588', '400-123-4567', '400-123-4567']
const marksOf = async (tab: Tab) =>
  (await tab.frameMarks().catch(() => [])).flatMap(({ answer }) => answer?.marks.map(({ text }) => text) ?? [])
/** Highlights as the page itself counts them: an orphan's would be among them. */
const painted = (tab: Tab) =>
  tab.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0))

function badgeOf(browser: LaunchedBrowser, path: string): Promise<string> {
  return browser.runInDesk(async (wanted) => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
    const tabs: { id: number; url?: string }[] = await api.tabs.query({})
    return api.action.getBadgeText({ tabId: tabs.find((tab) => tab.url?.endsWith(wanted))?.id })
  }, path)
}

/** In a page of the extension: pauses for so many milliseconds. @returns when the pause ends. */
async function pauseFor(ms: string): Promise<number> {
  const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  const pausedUntil = Date.now() + Number(ms)
  await storage.local.set({ settings: { pausedUntil } })
  return pausedUntil
}

/** In a page of the extension. */
async function alarmTimes(): Promise<number[]> {
  const { alarms } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  return (await alarms.getAll()).map((alarm: { scheduledTime: number }) => alarm.scheduledTime)
}

async function leave(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    location.href = 'https://a.test/second'
  })
  await eventually(() => tab.evaluate(() => location.pathname).catch(() => '')).toBe('/second')
}

async function back(tab: Tab): Promise<void> {
  await tab.evaluate(() => history.back()).catch(() => undefined)
  await eventually(() => tab.evaluate(() => location.pathname).catch(() => '')).toBe('/first')
}

describe.each<BrowserName>(['chromium', 'firefox'])('the life of a page in %s', (name) => {
  let browser: LaunchedBrowser
  beforeAll(async () => {
    browser = await launchBrowser(name, { extension: await buildExtension(name), site, backForwardCache: true })
  })
  afterAll(() => browser.close())

  it('comes back out of the back/forward cache with its marks, once each, its badge, and alive', async () => {
    const tab = await browser.open('https://a.test/first')
    await eventually(() => marksOf(tab)).toEqual(texts)
    await eventually(() => badgeOf(browser, '/first')).toBe('2')
    await leave(tab)
    await eventually(() => badgeOf(browser, '/second')).toBe('')
    await back(tab)
    await eventually(() => tab.evaluate(() => Reflect.get(window, 'persisted'))).toBe(true)
    await eventually(() => marksOf(tab)).toEqual(texts)
    await eventually(() => painted(tab)).toBe(2)
    await eventually(() => badgeOf(browser, '/first')).toBe('2')
    await tab.evaluate(() => document.body.append('贷款客服 400-765-4321'))
    await eventually(() => marksOf(tab)).toContain('400-765-4321')
    await eventually(() => badgeOf(browser, '/first')).toBe('3')
    await tab.close()
  })

  it.each([
    ['body.replaceChildren', () => document.body.replaceChildren('贷款客服 400-765-4321')],
    [
      'document.open and write',
      () => {
        document.open()
        Reflect.get(document, 'write').call(document, '<p>贷款客服 400-765-4321</p>')
        document.close()
      },
    ],
    [
      'a new documentElement',
      () => {
        const html = document.createElement('html')
        html.append(document.createElement('body'))
        html.lastElementChild?.append('贷款客服 400-765-4321')
        document.replaceChild(html, document.documentElement)
      },
    ],
  ])('%s: old marks go, new ones come', async (_, replace) => {
    const tab = await browser.open('https://a.test/first')
    await framesAtRest(tab)
    await tab.evaluate(replace as () => void)
    await eventually(() => marksOf(tab)).toEqual(['400-765-4321'])
    await eventually(() => painted(tab)).toBe(1)
    await tab.close()
  })

  it('a frame that the page takes out is counted no more, one that goes elsewhere counts what it shows there', async () => {
    const tab = await browser.open('https://a.test/first')
    await eventually(() => badgeOf(browser, '/first')).toBe('2')
    await tab.evaluate(() => document.querySelector('iframe')?.setAttribute('src', 'https://a.test/inner'))
    await eventually(() => badgeOf(browser, '/first')).toBe('3')
    await tab.evaluate(() => document.querySelector('iframe')?.remove())
    await eventually(() => badgeOf(browser, '/first')).toBe('1')
    await tab.close()
  })

  it('a pause for an hour ends by itself, with the worker dead meanwhile; marks and badge come back', async () => {
    const tab = await browser.open('https://a.test/first')
    await eventually(() => marksOf(tab)).toEqual(texts)
    await browser.runInDesk(pauseFor, '3600000')
    await eventually(() => marksOf(tab)).toEqual([])
    await eventually(() => badgeOf(browser, '/first')).toBe('')
    // The rest of the hour, made short.
    const until = await browser.runInDesk(pauseFor, '3000')
    // A slow machine may see it only when it is over.
    const alarmIsSet = async () => (await browser.runInDesk(alarmTimes)).includes(until) || Date.now() > until
    await eventually(alarmIsSet).toBe(true)
    if (name === 'chromium') await browser.stopBackground()
    await eventually(() => marksOf(tab)).toEqual(texts)
    await eventually(() => badgeOf(browser, '/first')).toBe('2')
    await tab.close()
  })

  // Playwright keeps every page of Chromium visible: there tests/page/session.browser.test.ts shows it.
  if (name === 'firefox') {
    it('a tab in the background is read when it comes to the front', async () => {
      const front = await browser.open('https://a.test/second')
      const tab = await browser.open('https://a.test/first')
      await eventually(() => marksOf(tab)).toEqual(texts)
      await front.toFront()
      await eventually(() => tab.evaluate(() => document.visibilityState)).toBe('hidden')
      await tab.evaluate(() => document.body.append('贷款客服 400-765-4321'))
      await tab.toFront()
      await eventually(() => marksOf(tab)).toContain('400-765-4321')
      await front.close()
      await tab.close()
    })
  }
})

describe('in chromium only', () => {
  let browser: LaunchedBrowser
  let profile: string
  beforeAll(async () => {
    profile = await developerProfile()
    browser = await launchBrowser('chromium', { extension: await buildExtension('chromium'), site, profile })
  })
  afterAll(async () => {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  })

  it('an update beneath an open page: the old script falls silent, the new one goes on, the page sees no error', async () => {
    const tab = await browser.open('https://a.test/first')
    await eventually(() => marksOf(tab)).toEqual(texts)
    const before = await tab.serialise()
    const names = () => tab.evaluate(() => [...CSS.highlights.keys()].sort().join())
    const old = await names()
    await browser.reloadExtension()
    await eventually(() => marksOf(tab)).toEqual(texts)
    await eventually(() => painted(tab)).toBe(2)
    expect(await names()).not.toBe(old)
    expect(await tab.serialise()).toBe(before)
    expect(await tab.evaluate(() => document.title)).toBe('贷款客服')
    await eventually(() => badgeOf(browser, '/first')).toBe('2')
    await tab.close()
  })

  it('a discarded tab that is woken has its marks and its badge', async () => {
    const tab = await browser.open('https://a.test/first')
    await eventually(() => marksOf(tab)).toEqual(texts)
    const other = await browser.open('https://a.test/second')
    const asleep = await browser.runInDesk(async () => {
      const { tabs } = Reflect.get(globalThis, 'chrome')
      const [sleeper] = await tabs.query({ url: '*://a.test/first' })
      const { id, discarded } = await tabs.discard(sleeper.id)
      await tabs.update(id, { active: true })
      return discarded
    })
    expect(asleep).toBe(true)
    // The driver has lost the tab that slept: the extension is asked for it.
    const woken = () =>
      browser.runInDesk(async () => {
        const { tabs } = Reflect.get(globalThis, 'chrome')
        const [{ id }] = await tabs.query({ url: '*://a.test/first' })
        const reply = await tabs.sendMessage(id, { name: 'pageMarks', body: null }, { frameId: 0 }).catch(() => null)
        return reply?.value.marks.map((mark: { text: string }) => mark.text)
      })
    await eventually(woken).toEqual(['95588', '400-123-4567'])
    await eventually(() => badgeOf(browser, '/first')).toBe('2')
    await other.close()
  })
})
