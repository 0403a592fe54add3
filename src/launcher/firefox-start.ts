/** Starts Firefox with the preferences of a browser that nobody sits at: no questions, no chatter, all through the proxy. */
import puppeteer, { type Browser } from 'puppeteer-core'
import type { LaunchOptions } from './browser.ts'
import { findProgram } from './programs.ts'

/** Internal UUID given to the extension, so that its pages have a known address. */
const uuid = '7a68656e-6861-4f00-8000-000000000001'
export const origin = `moz-extension://${uuid}`

/** What takes longer on a busy machine has failed. */
export const patienceMs = 60_000

/** `id`: the extension's own; `home`: a home folder other than the person's. */
export function startFirefox(options: LaunchOptions, proxyPort: number, id: string, home?: string): Promise<Browser> {
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
