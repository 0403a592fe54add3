import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { orderMarks } from '../../src/launcher/frames.ts'
import { middleOfText } from '../../src/launcher/in-page.ts'
import { cardWords } from '../../src/locales/card-words.ts'
import { enVerdicts } from '../../src/locales/en/verdicts.ts'
import { zhVerdicts } from '../../src/locales/zh-CN/verdicts.ts'
import { cardText, pressInCard } from '../support/in-page.ts'
import { eventually, textOf } from '../support/own-page-steps.ts'
import { testPageAddress, testPages } from '../support/test-page.ts'

/** The chip as this browser's language says it. */
const chips = (code: 'official' | 'official-other' | 'unlisted-service' | 'unknown-brand') => {
  const [zh, en] = [zhVerdicts[`chip.${code}`], enVerdicts[`chip.${code}`]]
  return new RegExp(`${zh}|${en}`, 'g')
}
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

describe.each<BrowserName>(['chromium', 'firefox'])('popup and card in %s', (name) => {
  let browser: LaunchedBrowser
  let page: Tab

  beforeAll(async () => {
    browser = await launchBrowser(name, { extension: await buildExtension(name), site: testPages })
    page = await browser.open(testPageAddress('sample'))
    await framesAtRest(page)
  })
  afterAll(() => browser.close())

  it('lists the numbers of the page in front, and says that the registry is a development one', async () => {
    const popup = await browser.openOwn('popup.html', { about: page })
    await expect.poll(() => textOf(popup)).toContain('④⓪⓪-①②③-④⑤⑥⑦')
    // The words about the list come after the numbers.
    await expect.poll(() => textOf(popup)).toMatch(/开发版名录|[Dd]evelopment/)
    const text = await textOf(popup)
    expect(text.match(/95384|400-820-5555|95508|400-123-4567|④⓪⓪-①②③-④⑤⑥⑦|\+95588|12378/g)).toHaveLength(7)
    expect(count(text, chips('official'))).toBe(2)
    expect(count(text, chips('official-other'))).toBe(1)
    expect(count(text, chips('unlisted-service'))).toBe(2)
    await popup.close()
  })

  it.each([
    ['a number', '９５３８４', chips('official'), /微众银行|WeBank/],
    ['a name', '微众银行', /95384/g, /微众银行|WeBank/],
    ['a name that is not listed', '借钱快', chips('unknown-brand'), /12378|App/],
    ['a message', '【微粒贷】您的额度需整改，请致电400-123-4567，否则冻结', chips('unlisted-service'), /95384/],
  ])('judges %s that is pasted', async (_, pasted, expected, also) => {
    const popup = await browser.openOwn('popup.html')
    await expect.poll(() => popup.evaluate(() => document.querySelector('#ask') !== null)).toBe(true)
    await popup.evaluate(() => document.querySelector<HTMLTextAreaElement>('#ask')?.focus())
    await popup.type(pasted)
    await popup.press('Enter')
    const answers = () =>
      popup.evaluate(() => [...document.querySelectorAll('.answer')].map((each) => each.textContent).join())
    await eventually(answers).toMatch(expected)
    await eventually(answers).toMatch(also)
    await popup.close()
  })

  it('opens the card with a click on a mark and leaves nothing behind when it closes', async () => {
    await page.toFront()
    const hosts = () => page.evaluate(() => document.querySelectorAll('html > *').length)
    const [before, dom] = [await hosts(), await page.serialise()]
    const { x, y } = await page.evaluate(middleOfText, '95508')
    await page.click(x, y)
    await expect.poll(hosts).toBe(before + 1)
    expect(await page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot)).toBeNull()
    await page.press('Escape')
    await expect.poll(hosts).toBe(before)
    await expect.poll(() => page.serialise()).toBe(dom)
  })

  it('counts the flagged numbers on the toolbar', async () => {
    const own = await browser.openOwn('popup.html')
    const badge = () =>
      own.evaluate(async () => {
        const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
        const tabs: { id: number; url?: string }[] = await api.tabs.query({})
        const sample = tabs.find((tab) => tab.url?.includes('sample.html'))
        return api.action.getBadgeText({ tabId: sample?.id })
      })
    await expect.poll(badge).toBe('4')
    await own.close()
  })

  it('takes every mark off the site when its card says so, and keeps no other host', async () => {
    await page.toFront()
    const { x, y } = await page.evaluate(middleOfText, '95508')
    await page.click(x, y)
    await expect.poll(() => page.evaluate(() => document.querySelector(':popover-open') !== null)).toBe(true)
    const words = [cardWords['zh-CN'], cardWords.en].map((one) => one['card.mute.site']).join('|')
    await eventually(() => page.evaluateIsolated(cardText)).toContain('95508')
    await eventually(() => page.evaluateIsolated(pressInCard, words)).toBe(true)
    await expect.poll(async () => orderMarks(await page.frameMarks())).toEqual([])
    const kept = await browser.runInDesk(async () => {
      const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
      return (await storage.local.get('settings')).settings
    }, '')
    expect(kept).toMatchObject({ muted: [], pausedSites: [new URL(testPageAddress('sample')).hostname] })
  })

  it('asked for nothing', () => {
    expect(browser.extensionRequests()).toEqual([])
  })
})
