/** One tab of Chromium, opened and driven through Playwright. */
import type { BrowserContext, Page } from 'playwright-core'
import type { Tab } from './browser.ts'
import { isExtensions, isWeb } from './chromium-requests.ts'
import { joinFrames } from './frames.ts'
import { askFrames, isolatedCall, serialiseFrame, tabIds } from './in-page.ts'
import { newTab } from './new-tab.ts'
import { openPrivateInChromium } from './private-windows.ts'
import { pressInChromium } from './site-access.ts'

/** Replaced when the extension is reloaded. */
export interface Desk {
  page: Page
}

export function ownOrigin(desk: Desk | undefined): string {
  if (desk === undefined) throw new Error('this browser was launched without the extension')
  return desk.page.url()
}

export async function openTab(context: BrowserContext, desk: Desk | undefined, inPrivate: boolean) {
  const before = desk ? await desk.page.evaluate(tabIds) : []
  const page = inPrivate && desk ? await openPrivateInChromium(context, desk.page) : await context.newPage()
  return { page, tab: desk && (await newTab(before, () => desk.page.evaluate(tabIds))) }
}

export function makeTab(page: Page, desk: Desk | undefined, tab: number | undefined, context?: BrowserContext): Tab {
  const asked: string[] = []
  page.on('request', (request) => {
    if (isWeb(request) && !isExtensions(request)) asked.push(request.url())
  })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  return {
    requests: () => asked.slice(),
    errors: () => errors.slice(),
    evaluate: (work, argument = '') => page.evaluate(work, argument),
    async evaluateIsolated(work, argument = '') {
      if (desk === undefined || tab === undefined) throw new Error('this tab has no extension to ask')
      return desk.page.evaluate(isolatedCall(tab, work, argument))
    },
    serialise: async () => joinFrames(await Promise.all(page.frames().map((frame) => frame.evaluate(serialiseFrame)))),
    async frameMarks() {
      if (desk === undefined || tab === undefined) throw new Error('this tab has no extension to ask')
      return desk.page.evaluate(askFrames, tab)
    },
    async screenshot(file, { fullPage = false } = {}) {
      await page.screenshot({ path: file, fullPage })
    },
    pdf: () => page.pdf({ format: 'A4' }),
    resize: (size) => page.setViewportSize(size),
    click: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.insertText(text),
    toFront: () => page.bringToFront(),
    pressAction: () => pressInChromium(page.context(), page, new URL(ownOrigin(desk)).host),
    close: () => (context ?? page).close(),
  }
}
