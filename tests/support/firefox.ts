/** Firefox for the launcher: driven by puppeteer over WebDriver BiDi, behind a proxy that records what the extension asks. */
import { existsSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import puppeteer, {
  type Browser,
  type BrowserContext,
  type HTTPRequest,
  type KeyInput,
  type Page,
} from 'puppeteer-core'
import type { LaunchedBrowser, LaunchOptions, Tab } from './browser.ts'
import { joinFrames } from './frames.ts'
import { askFrames, backgroundIsLoaded, isolatedCall, serialiseFrame, tabIds } from './in-page.ts'
import { newTab } from './new-tab.ts'
import { homeWithPolicy } from './organisation-policy.ts'
import { allowInPrivateFirefox, openPrivateInFirefox } from './private-windows.ts'
import { findProgram } from './programs.ts'
import { startRecordingProxy, unexplained } from './recording-proxy.ts'
import { notServed } from './site.ts'
import { pressInFirefox, withholdInFirefox } from './site-access.ts'

/** Internal UUID given to the extension, so that its pages have a known address. */
const uuid = '7a68656e-6861-4f00-8000-000000000001'
const origin = `moz-extension://${uuid}`

/** What takes longer on a busy machine has failed. */
const patienceMs = 60_000

/** Firefox's own chatter that no preference silences. */
const browsersOwn = /^https?:\/\/([a-z0-9-]+\.)*(mozilla\.(com|org|net)|firefox\.com)[:/]/

export async function launchFirefox(options: LaunchOptions): Promise<LaunchedBrowser> {
  const proxy = await startRecordingProxy(options)
  const id = await readId(options.extension)
  if (options.profile !== undefined && options.extension) await installForGood(options.profile, options.extension, id)
  if (options.profile !== undefined && options.inPrivate) await allowInPrivateFirefox(options.profile, id)
  const home = options.policy && (await homeWithPolicy(id, options.policy))
  const firefox = await startFirefox(options, proxy.port, id, home)
  const pageRequests: string[] = []
  const desk = options.extension === undefined ? undefined : await openDesk(firefox, options)
  const closed = new Promise<void>((done) => firefox.once('disconnected', () => done()))
  return {
    name: 'firefox',
    async open(address, { apart = false, inPrivate = false } = {}) {
      const home = apart ? await firefox.createBrowserContext() : firefox.defaultBrowserContext()
      const { page, tab } = await openTab(home, desk, options, inPrivate)
      const asked: string[] = []
      const errors = recordErrors(page)
      await serve(page, options, (request) => {
        asked.push(request)
        pageRequests.push(request)
      })
      await page.goto(address, { waitUntil: 'load' })
      return makeTab(page, desk, tab, { asked, errors }, apart ? home : undefined)
    },
    async openOwn(path, { about, viewport, inPrivate = false } = {}) {
      const { page, tab } = await openTab(firefox.defaultBrowserContext(), desk, options, inPrivate)
      if (viewport) await page.setViewport(viewport)
      await about?.toFront()
      await gotoOwn(page, path)
      return makeTab(page, desk, tab, { asked: [], errors: recordErrors(page) })
    },
    narrowAccess: async () => desk?.evaluate(withholdInFirefox),
    extensionRequests: () => unexplained(proxy.asked(), pageRequests, browsersOwn),
    stopBackground: () => waitForUnload(desk),
    async runInDesk(work, argument = '') {
      if (desk === undefined) throw new Error('this browser was launched without the extension')
      return desk.evaluate(work, argument)
    },
    reloadExtension: () => Promise.reject(new Error('Firefox puts scripts into open pages anew by itself')),
    closed,
    async close() {
      await firefox.close()
      await proxy.close()
    },
  }
}

async function readId(extension: string | undefined): Promise<string> {
  if (extension === undefined) return ''
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'))
  const id: unknown = manifest.browser_specific_settings?.gecko?.id
  if (typeof id !== 'string') throw new Error(`${extension}/manifest.json names no gecko id, which Firefox needs`)
  return id
}

function startFirefox(options: LaunchOptions, proxyPort: number, id: string, home?: string): Promise<Browser> {
  const language = options.language ?? 'zh-CN'
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: findProgram('firefox'),
    headless: options.headed !== true,
    args: ['--remote-allow-system-access'],
    ...(home !== undefined && { env: { ...process.env, HOME: home } }),
    defaultViewport: null,
    timeout: 2 * patienceMs,
    protocolTimeout: patienceMs,
    ...(options.profile !== undefined && { userDataDir: options.profile }),
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      // Extensions in the profile's own folder: unsigned, and enabled without a question.
      'xpinstall.signatures.required': false,
      'extensions.autoDisableScopes': 0,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'network.http.speculative-parallel-limit': 0,
      'network.prefetch-next': false,
      'services.settings.server': 'data:,',
      'layout.css.prefers-color-scheme.content-override': options.colourScheme === 'dark' ? 0 : 1,
      'intl.accept_languages': language,
      ...(options.forcedColours && { 'browser.display.document_color_use': 2 }),
      ...(options.reducedMotion && { 'ui.prefersReducedMotion': 1 }),
      ...textSizes(options.textSize),
      // No dialog for optional permissions: nobody is there to answer it.
      'extensions.webextOptionalPermissionPrompts': false,
      ...(options.downloads !== undefined && {
        'browser.download.folderList': 2,
        'browser.download.dir': options.downloads,
        // The list of downloads would take the focus from the page.
        'browser.download.alwaysOpenPanel': false,
      }),
      'extensions.background.idle.timeout': options.backgroundIdleMs ?? 30_000,
    },
  })
}

/** Of the kinds of text that our pages have. */
function textSizes(size: number | undefined): Record<string, number> {
  const kinds = size === undefined ? [] : ['x-western', 'zh-CN', 'x-unicode']
  return Object.fromEntries(kinds.map((kind) => [`font.size.variable.${kind}`, size ?? 0]))
}

/** As a person's own installation: it is there when the browser starts, and stays when it ends. */
async function installForGood(profile: string, extension: string, id: string): Promise<void> {
  const place = join(profile, 'extensions', id)
  if (!existsSync(place)) await cp(extension, place, { recursive: true })
}

/** A page of the extension that runs nothing of its own and has its API: from here tabs are asked. */
async function openDesk(firefox: Browser, { extension = '', profile }: LaunchOptions): Promise<Page> {
  if (profile === undefined) await firefox.installExtension(extension)
  const desk = (await firefox.pages())[0] ?? (await firefox.newPage())
  const until = Date.now() + patienceMs
  for (;;) {
    // An extension of the profile is started by and by: until then its address is unknown or shows an error.
    const visit = desk.goto(`${origin}/manifest.json`, { waitUntil: [] }).then(() => desk.evaluate(isOwnPage))
    if (await visit.catch(() => false)) return desk
    if (Date.now() > until) throw new Error('Firefox did not start the extension')
    await new Promise((done) => setTimeout(done, 100))
  }
}

function isOwnPage(): boolean {
  return location.protocol === 'moz-extension:' && 'browser' in globalThis
}

/** Firefox reports no load of its own pages over BiDi: wait for the address instead. */
async function gotoOwn(page: Page, path: string): Promise<void> {
  const address = `${origin}/${path}`
  await page.goto(address, { waitUntil: [] })
  await page.waitForFunction((wanted) => location.href === wanted && document.readyState === 'complete', {}, address)
}

async function openTab(home: BrowserContext, desk: Page | undefined, options: LaunchOptions, inPrivate: boolean) {
  const before = desk ? await desk.evaluate(tabIds) : []
  // A new tab comes in the window in front, which may be a private one.
  if (options.inPrivate && !inPrivate) await desk?.bringToFront()
  const page = inPrivate && desk ? await openPrivateInFirefox(home, desk) : await home.newPage()
  page.setDefaultTimeout(patienceMs)
  await page.setViewport(options.viewport ?? { width: 1280, height: 900 })
  return { page, tab: desk && (await newTab(before, () => desk.evaluate(tabIds))) }
}

async function serve(page: Page, options: LaunchOptions, record: (address: string) => void): Promise<void> {
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

function recordErrors(page: Page): string[] {
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

function makeTab(
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

/** Firefox offers no command for it: with a short idle limit it unloads the background page by itself. */
async function waitForUnload(desk: Page | undefined): Promise<void> {
  if (desk === undefined) throw new Error('this browser was launched without the extension')
  const until = Date.now() + 60_000
  while (await desk.evaluate(backgroundIsLoaded)) {
    if (Date.now() > until) throw new Error('Firefox kept the background page: launch with backgroundIdleMs')
    await new Promise((done) => setTimeout(done, 200))
  }
}
