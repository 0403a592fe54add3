/** `npm start [-- URL|FILE] [--firefox] [--headed]`: builds the extension and shows it at work on a page. */
import { existsSync, mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { framesAtRest } from '../src/cli/inspect-page.ts'
import { runCommand } from '../src/cli/run-command.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser } from '../src/launcher/browser.ts'
import { orderMarks } from '../src/launcher/frames.ts'
import { fileSite } from '../src/launcher/site.ts'
import { buildExtension } from './build-extension.ts'
import { marksTable } from './marks-table.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const sample = join(root, 'tests/pages/sample.html')

const command = new Command('npm start --')
  .description('Opens a page in a browser with the extension; without a page, a sample of a search result.')
  .argument('[page]', 'http(s) address or file', sample)
  .option('--firefox', 'in Firefox instead of Chromium')
  .option('--headed', 'with a window (the default where there is a display)')
  .option('--headless', 'without a window: print the table and make a screenshot')
  .action(demo)

await runCommand(command)

async function demo(page: string, options: { firefox?: boolean; headed?: boolean; headless?: boolean }): Promise<void> {
  const name: BrowserName = options.firefox ? 'firefox' : 'chromium'
  const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  const headed = options.headed ?? (display && !options.headless)
  if (headed && !display && process.platform === 'linux') command.error('--headed needs a display: DISPLAY is not set')
  const { address, site } = readPage(page)
  const extension = await buildExtension(name)
  console.error(`· opening ${page} in ${name}${headed ? '' : ' (headless)'}`)
  const browser = await launchBrowser(name, { extension, headed, ...site })
  try {
    await show(browser, page, address)
    if (headed) await untilClosed(browser)
  } finally {
    await browser.close()
  }
}

async function show(browser: LaunchedBrowser, page: string, address: string): Promise<void> {
  const tab = await browser.open(address)
  const marks = orderMarks(await framesAtRest(tab))
  const folder = join(root, '.dev')
  mkdirSync(folder, { recursive: true })
  const picture = join(folder, `demo-${browser.name}.png`)
  await tab.screenshot(picture, { fullPage: true })
  console.log(`\n${page}\n`)
  for (const line of marksTable(marks)) console.log(line)
  console.log(`\nscreenshot: ${picture}`)
}

async function untilClosed(browser: LaunchedBrowser): Promise<void> {
  console.log('\nThe window stays open: close it, or press Ctrl-C here, to end.')
  await browser.closed
}

function readPage(page: string): { address: string; site: { site: ReturnType<typeof fileSite>; network?: boolean } } {
  if (/^https?:\/\//i.test(page)) {
    if (!URL.canParse(page)) command.error(`${page}: not an address`)
    return { address: page, site: { site: fileSite([]), network: true } }
  }
  const file = resolve(page)
  if (!existsSync(file)) command.error(`${page}: no such file, and not an http(s) address`)
  const address = `https://sample.test/${encodeURIComponent(basename(file))}`
  return { address, site: { site: fileSite([{ address, file }]) } }
}
