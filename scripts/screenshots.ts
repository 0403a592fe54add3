/**
 * `npm run screenshots`: the README's pictures of the real extension, in both languages, light and dark.
 * `npm run screenshots -- --gallery`: contact sheets of every screen and state, into `.output/gallery`.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { framesAtRest } from '../src/cli/inspect-page.ts'
import { type LaunchedBrowser, launchBrowser, type Tab } from '../tests/support/browser.ts'
import { middleOfText } from '../tests/support/in-page.ts'
import { testPageAddress, testPages } from '../tests/support/test-page.ts'
import { buildExtension } from './build-extension.ts'

const folder = fileURLToPath(new URL('../docs/screenshots', import.meta.url))
const languages = [
  { name: 'zh', language: 'zh-CN' },
  { name: 'en', language: 'en-US' },
] as const

if (process.argv.includes('--gallery')) {
  process.exit(makeGallery())
}

mkdirSync(folder, { recursive: true })
const extension = await buildExtension('chromium')
for (const { name, language } of languages) {
  for (const colourScheme of ['light', 'dark'] as const) {
    const viewport = { width: 1180, height: 1240 }
    const browser = await launchBrowser('chromium', { extension, site: testPages, language, colourScheme, viewport })
    try {
      const tab = await picturePage(browser, `page-${name}-${colourScheme}`)
      await picturePopup(browser, tab, `popup-${name}-${colourScheme}`)
    } finally {
      await browser.close()
    }
  }
}

/** The browser tests' own screens, drawn by the tests that write pictures when VITE_SHOTS says where. */
function makeGallery(): number {
  const sheets = fileURLToPath(new URL('../.output/gallery', import.meta.url))
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'browser', 'gallery', 'tests/ui'], {
    stdio: 'inherit',
    env: { ...process.env, VITE_SHOTS: sheets },
  })
  console.log(sheets)
  return status ?? 1
}

/** The sample page with the card of the number that belongs to another bank. */
async function picturePage(browser: LaunchedBrowser, name: string): Promise<Tab> {
  const tab = await browser.open(testPageAddress('sample'))
  await framesAtRest(tab)
  const { x, y } = await tab.evaluate(middleOfText, '95508')
  await tab.click(x, y)
  await wait(1_000) // the card comes with the first click and fades in
  await save(tab, name)
  await tab.press('Escape')
  return tab
}

/** The popup as it is over the sample page. */
async function picturePopup(browser: LaunchedBrowser, about: Tab, name: string): Promise<void> {
  const popup = await browser.openOwn('popup.html', { about, viewport: { width: 360, height: 600 } })
  await wait(1_000)
  await save(popup, name)
}

async function save(tab: Tab, name: string): Promise<void> {
  const file = join(folder, `${name}.png`)
  await tab.screenshot(file)
  console.log(file)
}
