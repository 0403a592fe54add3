/** What the built extension costs a page: the same page loaded in Chromium with it and without it, in turn. */
import { buildExtension } from '../../scripts/build-extension.ts'
import { type LaunchedBrowser, launchBrowser } from '../../src/launcher/browser.ts'
import { textSite } from '../../src/launcher/site.ts'
import type { BenchRow } from './row.ts'

const address = 'https://bench.test/'
const rounds = 9

interface Load {
  /** Milliseconds from navigation to the end of `load`. */
  load: number
  /** Milliseconds that tasks over 50 ms held the page up, until 1.5 s after `load`. */
  blocked: number
}

/** About 2 MB of prose in 5,000 paragraphs, a lender's number in every fifth. */
function longPage(): string {
  const prose = '本次更新说明了还款日期、账单分期与额度的计算方法，读者可以按步骤在手机上核对自己的记录。'
  const paragraphs = Array.from({ length: 5_000 }, (_, at) => {
    const number = at % 5 === 0 ? `招商银行贷款客服电话 95555，${at} 人看过。` : ''
    return `<p>${prose.repeat(3)}${number}</p>`
  })
  return `<!doctype html><meta charset="utf-8"><title>长文</title>${paragraphs.join('')}`
}

export async function benchPageLoad(): Promise<BenchRow[]> {
  const site = textSite({ [address]: longPage() })
  const withExtension = await launchBrowser('chromium', { extension: await buildExtension('chromium'), site })
  const without = await launchBrowser('chromium', { site })
  try {
    const ours: Load[] = []
    const peers: Load[] = []
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await loadOnce(withExtension))
      peers.push(await loadOnce(without))
    }
    const note = `5,000 paragraphs, 1,000 marks; median of ${rounds}; peer: the same page without the extension`
    return [
      row('page load', ours, peers, 'load', note),
      row('page held up by long tasks', ours, peers, 'blocked', note),
    ]
  } finally {
    await Promise.all([withExtension.close(), without.close()])
  }
}

async function loadOnce(browser: LaunchedBrowser): Promise<Load> {
  const tab = await browser.open(address)
  const measured = await tab.evaluate(async () => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    let blocked = 0
    const watch = new PerformanceObserver((list) => {
      for (const task of list.getEntries()) blocked += task.duration - 50
    })
    watch.observe({ type: 'longtask', buffered: true })
    await new Promise((done) => setTimeout(done, 1_500))
    return { load: navigation?.loadEventEnd ?? 0, blocked }
  })
  await tab.close()
  return measured
}

function row(name: string, ours: Load[], peers: Load[], field: keyof Load, note: string): BenchRow {
  const [mine, theirs] = [median(ours.map((load) => load[field])), median(peers.map((load) => load[field]))]
  return { name, ours: mine, peer: theirs, ratio: mine / Math.max(theirs, 1), unit: 'ms', note }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
