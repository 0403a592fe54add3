/** The browser of the page measurement: pages of a given size, each with one side's content script, and how it is asked. */
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { findProgram } from '../../src/launcher/programs.ts'
import type { sides } from './bench-extension.ts'
import type { Job, Timed } from './in-page/answer-jobs.ts'
import { pageOfSize } from './page-text.ts'

export type Side = keyof typeof sides

export async function launchBench(extension: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext('', {
    executablePath: findProgram('chromium'),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  })
  // Isolated pages have a clock of 5 µs, others one of 100 µs.
  const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }
  await context.route(/^https?:/, (route) => {
    const size = Number(/\/([\d.]+)$/.exec(route.request().url())?.[1] ?? 0)
    return route.fulfill({
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
      body: pageOfSize(size * 1_000_000),
    })
  })
  return context
}

/** A page of `size` MB with one side's script. */
export async function openPage(context: BrowserContext, side: Side, size: number): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`https://bench.test/${side}/${size}`, { waitUntil: 'load' })
  await page.bringToFront()
  return page
}

/** Asks the page's content script. */
export function ask(page: Page, job: Job): Promise<Timed> {
  return page.evaluate(
    (name) =>
      new Promise<Timed>((resolve) => {
        const listen = ({ data }: MessageEvent<{ figures?: Timed }>): void => {
          if (!data.figures) return
          window.removeEventListener('message', listen)
          resolve(data.figures)
        }
        window.addEventListener('message', listen)
        window.postMessage({ job: name })
      }),
    job,
  )
}

/** Main-thread time of the page while `work` is done, by the browser's own account, ms. */
export async function busyWhile(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const before = await taskTime(session)
  await work()
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))))
  const time = (await taskTime(session)) - before
  await session.detach()
  return time
}

/** Milliseconds of all tasks of the page's main thread, rendering included. */
async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0)
}
