/** `npm run -s inspect -- --json [--browser chromium|firefox] [--as URL] URL|FILE…`: a page in a real browser, as data. */
import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { buildExtension } from '../../scripts/build-extension.ts'
import { type BrowserName, launchBrowser } from '../launcher/browser.ts'
import { fileSite, type ServedFile } from '../launcher/site.ts'
import { type Inspection, inspectPages, type Target } from './inspect-page.ts'
import { runCommand } from './run-command.ts'

interface InspectOptions {
  json?: boolean
  browser: BrowserName
  as?: string
}

/** A page with the file behind it, when there is one. */
interface FileTarget extends Target {
  file?: string
}

const command = new Command('inspect')
  .description('Opens each page in a real browser with the built extension and prints what is marked.')
  .argument('<page...>', 'http(s) addresses or files')
  .addOption(new Option('--browser <name>', 'which browser').choices(['chromium', 'firefox']).default('chromium'))
  .option('--as <url>', 'serve the one FILE under this http(s) address', parseAddress)
  .option('--json', 'print JSON (the only format; accepted so that scripts can say it)')
  .action(inspect)

await runCommand(command)

async function inspect(pages: string[], options: InspectOptions): Promise<void> {
  const targets = readTargets(pages, options)
  const inspections = await inspectAll(targets, options.browser, await buildExtension(options.browser))
  process.stdout.write(`${JSON.stringify(inspections, null, 2)}\n`)
}

async function inspectAll(targets: FileTarget[], browser: BrowserName, extension: string): Promise<Inspection[]> {
  const served = targets.flatMap(({ address, file }): ServedFile[] => (file === undefined ? [] : [{ address, file }]))
  const options = { site: fileSite(served), network: served.length < targets.length }
  const withExtension = await launchBrowser(browser, { ...options, extension })
  const without = await launchBrowser(browser, options)
  try {
    return await inspectPages(targets, withExtension, without)
  } finally {
    await Promise.all([withExtension.close(), without.close()])
  }
}

function readTargets(pages: string[], options: InspectOptions): FileTarget[] {
  if (options.as !== undefined && (pages.length !== 1 || isAddress(pages[0] ?? ''))) {
    command.error('--as takes exactly one FILE')
  }
  return pages.map((page, index) => {
    if (isAddress(page)) return { page, address: page }
    const file = resolve(page)
    if (!existsSync(file)) command.error(`${page}: no such file, and not an http(s) address`)
    const address = options.as ?? `https://page-${index + 1}.test/${encodeURIComponent(basename(file))}`
    return { page, address, file }
  })
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text)
}

function parseAddress(text: string): string {
  if (!isAddress(text) || !URL.canParse(text)) throw new InvalidArgumentError('it must be an http(s) address')
  return text
}
