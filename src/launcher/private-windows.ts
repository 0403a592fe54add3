/** Private windows: the person's leave for the extension to be there, and opening one. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type * as playwright from 'playwright-core'
import type * as puppeteer from 'puppeteer-core'

interface ExtensionApi {
  windows: { create(options: object): Promise<unknown> }
  developerPrivate: {
    updateProfileConfiguration(change: object): Promise<void>
    updateExtensionConfiguration(change: object): Promise<void>
    getExtensionInfo(id: string): Promise<{ state: string; incognitoAccess: { isActive: boolean } }>
  }
}

declare const chrome: ExtensionApi
declare const browser: ExtensionApi | undefined

/** The switch on the browser's own page of extensions, which loads the extension anew. */
export async function allowInPrivateChromium(page: playwright.Page, id: string): Promise<void> {
  await page.goto('chrome://extensions/')
  await page.evaluate(async (extensionId) => {
    // Without developer mode an unpacked extension is not loaded a second time.
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
    await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true })
  }, id)
  await page.waitForFunction(async (extensionId) => {
    const { state, incognitoAccess } = await chrome.developerPrivate.getExtensionInfo(extensionId)
    return state === 'ENABLED' && incognitoAccess.isActive
  }, id)
}

/** What the switch in the add-on manager writes; read when the profile is new. */
export function allowInPrivateFirefox(profile: string, id: string): Promise<void> {
  const granted = { [id]: { permissions: ['internal:privateBrowsingAllowed'], origins: [] } }
  return writeFile(join(profile, 'extension-preferences.json'), JSON.stringify(granted))
}

/** @param desk a page of the extension. */
export async function openPrivateInChromium(
  context: playwright.BrowserContext,
  desk: playwright.Page,
): Promise<playwright.Page> {
  const opened = context.waitForEvent('page')
  await desk.evaluate(newPrivateWindow)
  return opened
}

/** @param desk a page of the extension. */
export async function openPrivateInFirefox(
  home: puppeteer.BrowserContext,
  desk: puppeteer.Page,
): Promise<puppeteer.Page> {
  const before = await home.pages()
  await desk.evaluate(newPrivateWindow)
  const until = performance.now() + 60_000
  for (;;) {
    const opened = (await home.pages()).find((page) => !before.includes(page))
    if (opened) return opened
    if (performance.now() > until) throw new Error('Firefox opened no private window')
    await wait(50)
  }
}

/** In a page of the extension. */
async function newPrivateWindow(): Promise<void> {
  const api = typeof browser === 'undefined' ? chrome : browser
  await api.windows.create({ incognito: true, url: 'about:blank' })
}
