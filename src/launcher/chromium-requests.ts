/** What Chromium's pages and extension ask for: recorded, pages answered from the site, the extension stopped. */
import type { BrowserContext, Request } from 'playwright-core'
import type { LaunchOptions } from './browser.ts'
import { notServed } from './site.ts'

export interface RequestLog {
  extension: string[]
  pages: string[]
}

/**
 * Answers pages from the site and blocks the extension; gives the growing lists of what either asks for. A worker that
 * asks before Playwright has attached to it is seen by the proxy alone.
 */
export async function watchRequests(
  context: BrowserContext,
  options: LaunchOptions,
  log: RequestLog = { extension: [], pages: [] },
): Promise<RequestLog> {
  context.on('request', (request) => {
    if (isWeb(request)) (isExtensions(request) ? log.extension : log.pages).push(request.url())
  })
  await context.route(/^https?:/, async (route) => {
    if (isExtensions(route.request()))
      return options.registry && route.request().url().startsWith(options.registry) ? route.continue() : route.abort()
    const served = (await options.site(route.request().url())) ?? (options.network ? undefined : notServed)
    if (served === undefined) return route.continue()
    return route.fulfill({ status: served.status, contentType: served.contentType, body: served.body })
  })
  return log
}

export function isWeb(request: Request): boolean {
  return /^(https?|wss?):/.test(request.url())
}

export function isExtensions(request: Request): boolean {
  const worker = request.serviceWorker()
  if (worker) return worker.url().startsWith('chrome-extension:')
  return !request.isNavigationRequest() && request.frame().url().startsWith('chrome-extension:')
}
