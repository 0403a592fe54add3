/** One tab of Firefox, opened and driven through puppeteer over WebDriver BiDi. */
import type { BrowserContext, HTTPRequest, KeyInput, Page } from 'puppeteer-core'
import type { LaunchOptions, Tab } from './browser.ts'
import { patienceMs } from './firefox-start.ts'
import { joinFrames } from './frames.ts'
import { askFrames, isolatedCall, serialiseFrame, tabIds } from './in-page.ts'
import { newTab } from './new-tab.ts'
import { openPrivateInFirefox } from './private-windows.ts'
import { notServed } from './site.ts'
import { pressInFirefox } from './site-access.ts'

export async function openTab(
  home: BrowserContext,
  desk: Page | undefined,
  options: LaunchOptions,
  inPrivate: boolean,
) {
  const before = desk ? await desk.evaluate(tabIds) : []
  // A new tab comes in the window in front, which may be a private one.
  if (options.inPrivate && !inPrivate) await desk?.bringToFront()
  const page = inPrivate && desk ? await openPrivateInFirefox(home, desk) : await home.newPage()
  page.setDefaultTimeout(patienceMs)
  await page.setViewport(options.viewport ?? { width: 1280, height: 900 })
  return { page, tab: desk && (await newTab(before, () => desk.evaluate(tabIds))) }
}

/** Answers the page from the site; what is not served goes to the network or gets 404. */
export async function serve(page: Page, options: LaunchOptions, record: (address: string) => void): Promise<void> {
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    const address = request.url()
    if (!/^https?:/.test(address)) return request.continue()
    record(address)
    return answer(request, options).catch((error) => {
      if (!page.isClosed()) throw error // a page that has gone meanwhile needs no answer
    })
  })
}

export function recordErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  return errors
}

async function answer(request: HTTPRequest, options: LaunchOptions): Promise<void> {
  const served = (await options.site(request.url())) ?? (options.network ? undefined : notServed)
  if (served === undefined) await request.continue()
  else await request.respond(served)
}

export function makeTab(
  page: Page,
  desk: Page | undefined,
  tab: number | undefined,
  { asked, errors }: { asked: string[]; errors: string[] },
  context?: BrowserContext,
): Tab {
  return {
    requests: () => asked.slice(),
    errors: () => errors.slice(),
    evaluate: (work, argument = '') => page.evaluate(work, argument),
    async evaluateIsolated<T>(work: (argument: string) => T, argument = '') {
      if (desk === undefined || tab === undefined) throw new Error('this tab has no extension to ask')
      return desk.evaluate(isolatedCall(tab, work, argument)) as Promise<T>
    },
    serialise: async () => joinFrames(await Promise.all(page.frames().map((frame) => frame.evaluate(serialiseFrame)))),
    async frameMarks() {
      if (desk === undefined || tab === undefined) throw new Error('this tab has no extension to ask')
      return desk.evaluate(askFrames, tab)
    },
    async screenshot(file, { fullPage = false } = {}) {
      await page.screenshot({ path: file as `${string}.png`, fullPage })
    },
    pdf: () => page.pdf({ format: 'A4' }),
    resize: (size) => page.setViewport(size),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => pressKeys(page, key.split('+') as KeyInput[]),
    type: (text) => page.keyboard.type(text),
    toFront: () => page.bringToFront(),
    async pressAction() {
      await page.bringToFront()
      await pressInFirefox(page.browser())
    },
    close: () => (context ?? page).close(),
  }
}

async function pressKeys(page: Page, keys: KeyInput[]): Promise<void> {
  const [last, ...held] = keys.toReversed()
  for (const key of held.toReversed()) await page.keyboard.down(key)
  if (last) await page.keyboard.press(last)
  for (const key of held) await page.keyboard.up(key)
}
