/** Chromium for the launcher: Debian's browser driven by Playwright, the extension loaded unpacked. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { LaunchedBrowser, LaunchOptions } from './browser.ts'
import { type RequestLog, watchRequests } from './chromium-requests.ts'
import { type Desk, makeTab, openTab, ownOrigin } from './chromium-tab.ts'
import { chromiumWithPolicy } from './organisation-policy.ts'
import { allowInPrivateChromium } from './private-windows.ts'
import { findProgram } from './programs.ts'
import { startRecordingProxy, unexplained } from './recording-proxy.ts'
import { withholdInChromium } from './site-access.ts'

/** What takes longer on a busy machine has failed. */
const patienceMs = 60_000

const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--enable-unsafe-extension-debugging',
]

/** Chromium's own chatter that no switch silences. */
const browsersOwn = /^https?:\/\/([a-z0-9-]+\.)*(google|googleapis|gstatic|gvt1|chromium)\.(com|org)[:/]/

/** A control browser has no extension; its tabs are made in contexts of their own on request. */
export async function launchChromium(options: LaunchOptions): Promise<LaunchedBrowser> {
  const proxy = await startRecordingProxy(options)
  const context = await chromium.launchPersistentContext(await profileFor(options), {
    ...contextOptions(options, proxy.port),
    executablePath: await programFor(options),
    timeout: 2 * patienceMs,
  })
  context.setDefaultTimeout(patienceMs)
  const log = await watchRequests(context, options)
  const desk =
    options.extension === undefined ? undefined : { page: await openDesk(context, options.inPrivate === true) }
  const closed = new Promise<void>((done) => context.once('close', () => done()))
  return {
    name: 'chromium',
    async open(address, { apart = false, inPrivate = false } = {}) {
      const home = apart ? await newContext(context, options, log) : context
      const { page, tab } = await openTab(home, desk, inPrivate)
      const opened = makeTab(page, desk, tab, apart ? home : undefined)
      await page.goto(address, { waitUntil: 'load' })
      return opened
    },
    async openOwn(path, { about, viewport, inPrivate = false } = {}) {
      const { page, tab } = await openTab(context, desk, inPrivate)
      if (viewport) await page.setViewportSize(viewport)
      await about?.toFront()
      await page.goto(new URL(`/${path}`, ownOrigin(desk)).href, { waitUntil: 'load' })
      return makeTab(page, desk, tab)
    },
    narrowAccess: () => withholdInChromium(context, new URL(ownOrigin(desk)).host),
    extensionRequests: () => [...log.extension, ...unexplained(proxy.asked(), log.pages, browsersOwn)],
    stopBackground: () => stopWorker(context, desk),
    async runInDesk(work, argument = '') {
      if (desk === undefined) throw new Error('this browser was launched without the extension')
      return desk.page.evaluate(work, argument)
    },
    async reloadExtension() {
      if (desk !== undefined) desk.page = await reloadExtension(context, desk.page)
    },
    closed,
    async close() {
      await context.unrouteAll({ behavior: 'ignoreErrors' })
      await context.close()
      await proxy.close()
    },
  }
}

async function programFor({ extension, policy }: LaunchOptions): Promise<string> {
  return extension && policy ? chromiumWithPolicy(extension, policy) : findProgram('chromium')
}

function contextOptions(options: LaunchOptions, proxyPort: number) {
  const extension =
    options.extension === undefined
      ? ['--disable-extensions']
      : [`--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`]
  const language = options.language ?? 'zh-CN'
  return {
    ...pageOptions(options),
    headless: options.headed !== true,
    ignoreDefaultArgs: options.backForwardCache ? ['--disable-back-forward-cache'] : [],
    ...(options.downloads !== undefined && { downloadsPath: options.downloads }),
    proxy: { server: `http://127.0.0.1:${proxyPort}` },
    args: [...quiet, ...extension, `--lang=${language}`],
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
  }
}

function pageOptions(options: LaunchOptions) {
  return {
    viewport: options.viewport ?? { width: 1280, height: 900 },
    colorScheme: options.colourScheme ?? ('light' as const),
    ...(options.forcedColours && { forcedColors: 'active' as const }),
    ...(options.reducedMotion && { reducedMotion: 'reduce' as const }),
    locale: options.language ?? 'zh-CN',
  }
}

async function newContext(main: BrowserContext, options: LaunchOptions, log: RequestLog): Promise<BrowserContext> {
  const browser = main.browser()
  if (browser === null) throw new Error('Chromium gave no browser object for a separate context')
  const context = await browser.newContext(pageOptions(options))
  await watchRequests(context, options, log)
  return context
}

/** A page of the extension that runs nothing of its own and has its API: from here tabs are asked. */
async function openDesk(context: BrowserContext, inPrivate: boolean): Promise<Page> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  const desk = context.pages()[0] ?? (await context.newPage())
  if (inPrivate) await allowInPrivateChromium(desk, new URL(worker.url()).host)
  await desk.goto(new URL('/manifest.json', worker.url()).href)
  return desk
}

/** As the browser does for an update: the extension's own pages close, those of the web stay open. */
async function reloadExtension(context: BrowserContext, desk: Page): Promise<Page> {
  const origin = desk.url()
  const closed = desk.waitForEvent('close')
  const next = await context.newPage()
  await desk.evaluate(() => void setTimeout(() => Reflect.get(globalThis, 'chrome').runtime.reload()))
  await closed
  const until = Date.now() + patienceMs
  for (;;) {
    // Refused, or an error page, until the extension is there again.
    const visit = next.goto(origin).then(() => next.evaluate(() => 'runtime' in Reflect.get(globalThis, 'chrome')))
    if (await visit.catch(() => false)) return next
    if (Date.now() > until) throw new Error('the extension did not come back after its reload')
    await wait(100)
  }
}

/** Empty: a new one, by Playwright. The size of text is a setting of the profile. */
async function profileFor({ profile, textSize }: LaunchOptions): Promise<string> {
  if (profile !== undefined || textSize === undefined) return profile ?? ''
  const made = await mkdtemp(join(tmpdir(), 'zhenhao-text-size-'))
  await mkdir(join(made, 'Default'))
  const preferences = { webkit: { webprefs: { default_font_size: textSize } } }
  await writeFile(join(made, 'Default', 'Preferences'), JSON.stringify(preferences))
  return made
}

async function stopWorker(context: BrowserContext, desk: Desk | undefined): Promise<void> {
  if (desk === undefined) throw new Error('this browser was launched without the extension')
  const session = await context.newCDPSession(desk.page)
  const stopped = new Promise<void>((done) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some((version) => version.runningStatus === 'stopped')) done()
    })
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await stopped
  await session.detach()
}
