/** Firefox for the launcher: driven by puppeteer over WebDriver BiDi, behind a proxy that records what the extension asks. */
import { existsSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import type { LaunchedBrowser, LaunchOptions } from './browser.ts'
import { origin, patienceMs, startFirefox } from './firefox-start.ts'
import { makeTab, openTab, recordErrors, serve } from './firefox-tab.ts'
import { backgroundIsLoaded } from './in-page.ts'
import { homeWithPolicy } from './organisation-policy.ts'
import { allowInPrivateFirefox } from './private-windows.ts'
import { startRecordingProxy, unexplained } from './recording-proxy.ts'
import { withholdInFirefox } from './site-access.ts'

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

/** Firefox offers no command for it: with a short idle limit it unloads the background page by itself. */
async function waitForUnload(desk: Page | undefined): Promise<void> {
  if (desk === undefined) throw new Error('this browser was launched without the extension')
  const until = Date.now() + 60_000
  while (await desk.evaluate(backgroundIsLoaded)) {
    if (Date.now() > until) throw new Error('Firefox kept the background page: launch with backgroundIdleMs')
    await new Promise((done) => setTimeout(done, 200))
  }
}
