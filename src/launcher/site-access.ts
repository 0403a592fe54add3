/** Site access as a person changes it: withheld in the browser's settings, given for one tab by the toolbar button. */
import type { BrowserContext, Page } from 'playwright-core'
import type { Browser } from 'puppeteer-core'

/** Chromium: “on click” in the extension's details. */
export async function withholdInChromium(context: BrowserContext, id: string): Promise<void> {
  const details = await context.newPage()
  await details.goto('chrome://extensions')
  await details.evaluate(async (extensionId) => {
    const { developerPrivate } = Reflect.get(globalThis, 'chrome')
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' })
  }, id)
  await details.close()
}

/** Chromium: the DevTools protocol presses the button; it wants the tab, not the page in it. */
export async function pressInChromium(context: BrowserContext, page: Page, id: string): Promise<void> {
  const browser = context.browser()
  if (browser === null) throw new Error('Chromium gave no browser object')
  await page.bringToFront()
  const session = await browser.newBrowserCDPSession()
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] })
  const tab = targetInfos.find(({ url, ...info }) => url === page.url() && isActive(info))
  if (!tab) throw new Error(`no active tab shows ${page.url()}`)
  await Reflect.apply(session.send, session, ['Extensions.triggerAction', { id, targetId: tab.targetId }])
  await session.detach()
}

function isActive(info: object): boolean {
  const { tabActive } = Reflect.get(info, 'embedderData') ?? {}
  return tabActive === true
}

/** Firefox: what the switch in the add-on's permissions does. Runs in a page of the extension. */
export async function withholdInFirefox(): Promise<void> {
  await Reflect.get(globalThis, 'browser').permissions.remove({ origins: ['<all_urls>'] })
}

/** Firefox: the button's own shortcut, run in the browser's window; WebDriver types into pages only. An open popup is closed. */
export async function pressInFirefox(firefox: Browser): Promise<void> {
  const { connection } = firefox as Browser & { connection: Chrome }
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const [window] = result.contexts ?? []
  if (!window) throw new Error('Firefox shows no window of its own')
  const press = `for (const panel of document.querySelectorAll('panel')) panel.hidePopup(); [...document.querySelectorAll('keyset[id^="ext-keyset"] key')].find((key) => key.getAttribute('key') === 'Z').doCommand()`
  const target = { context: window.context }
  await connection.send('script.evaluate', { expression: press, target, awaitPromise: true })
}

interface Chrome {
  send(method: string, parameters: object): Promise<{ result: { contexts?: { context: string }[] } }>
}
