/** The README's pictures of the real extension: a page with a card, and the popup over it. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { middleOfText } from '../../src/launcher/in-page.ts'
import { testPageAddress, testPages } from '../../tests/support/test-page.ts'

/** Which the README shows; the page in dark colours is nowhere. */
const pictures = [
  { name: 'zh', language: 'zh-CN', colourScheme: 'light', page: true },
  { name: 'zh', language: 'zh-CN', colourScheme: 'dark', page: false },
  { name: 'en', language: 'en-US', colourScheme: 'light', page: true },
] as const

export async function readmePictures(folder: string, extension: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const { name, language, colourScheme, page } of pictures) {
    const viewport = { width: 1080, height: 860 }
    const browser = await launchBrowser('chromium', { extension, site: testPages, language, colourScheme, viewport })
    try {
      const tab = await browser.open(testPageAddress('sample'))
      await framesAtRest(tab)
      if (page) await picturePage(tab, join(folder, `page-${name}-${colourScheme}.png`))
      await picturePopup(browser, tab, join(folder, `popup-${name}-${colourScheme}.png`))
    } finally {
      await browser.close()
    }
  }
}

/** The sample page with the card of the number that belongs to another bank. */
async function picturePage(tab: Tab, file: string): Promise<void> {
  const { x, y } = await tab.evaluate(middleOfText, '95508')
  await tab.click(x, y)
  await wait(1_000) // the card comes with the first click and fades in
  await tab.screenshot(file)
  await tab.press('Escape')
}

/** The popup as it is over the sample page. */
async function picturePopup(browser: LaunchedBrowser, about: Tab, file: string): Promise<void> {
  const popup = await browser.openOwn('popup.html', { about, viewport: { width: 360, height: 600 } })
  await wait(1_000) // the page's frames answer one by one
  await popup.screenshot(file)
}
