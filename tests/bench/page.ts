/** What our reading costs the page, in real Chromium: scans of 0.1, 1 and 5 MB, a burst of nodes, typing. */
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type LaunchedBrowser, launchBrowser } from '../support/browser.ts'
import type { Served } from '../support/site.ts'
import { pageOfSize } from './page-text.ts'
import type { BenchRow } from './row.ts'

const home = 'https://bench.test/'
const inPage = `${home}tests/bench/scan-page.ts`
const megabytes = [0.1, 1, 5]

export async function benchPage(): Promise<BenchRow[]> {
  const browser = await launchBrowser('chromium', { site: serve })
  try {
    const rows: BenchRow[] = []
    for (const size of megabytes) rows.push(...(await scanRows(browser, size)))
    return [...rows, ...(await burstRows(browser)), await typingRow(browser)]
  } finally {
    await browser.close()
  }
}

/** Pages by size, and the project's own modules with their types stripped. */
async function serve(address: string): Promise<Served | undefined> {
  const path = address.slice(home.length)
  if (!address.startsWith(home)) return undefined
  const size = /^page\/([\d.]+)$/.exec(path)?.[1]
  if (size) return text('text/html; charset=utf-8', pageOfSize(Number(size) * 1_000_000))
  if (!/^(src|tests\/bench)\/[\w/-]+\.ts$/.test(path)) return undefined
  const source = await readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
  return text('text/javascript; charset=utf-8', stripTypeScriptTypes(source))
}

function text(contentType: string, body: string): Served {
  return { status: 200, contentType, body: Buffer.from(body) }
}

async function scanRows(browser: LaunchedBrowser, size: number): Promise<BenchRow[]> {
  const tab = await browser.open(`${home}page/${size}`)
  const figures = await tab.evaluate(async (module) => {
    const { barePass, scanOnce } = await import(module)
    const bare: number[] = []
    const ours: { total: number; longest: number; elapsed: number }[] = []
    for (let round = 0; round < 3; round++) {
      bare.push(barePass())
      ours.push(await scanOnce())
    }
    return { bare, ours }
  }, inPage)
  await tab.close()
  const bare = Math.min(...figures.bare)
  const total = Math.min(...figures.ours.map((run) => run.total))
  const longest = Math.max(...figures.ours.map((run) => run.longest))
  return [
    {
      name: `page scan ${size} MB`,
      ours: total,
      peer: bare,
      ratio: total / bare,
      unit: 'ms',
      note: 'main-thread time against a bare TreeWalker + class-table pass (goal ≤ 3)',
    },
    longestRow(`page scan ${size} MB`, longest),
  ]
}

async function burstRows(browser: LaunchedBrowser): Promise<BenchRow[]> {
  const tab = await browser.open(`${home}page/0.1`)
  const { alone, both } = await tab.evaluate(async (module) => {
    const { appendBurst } = await import(module)
    await appendBurst(true)
    return { alone: await appendBurst(false), both: await appendBurst(true) }
  }, inPage)
  await tab.close()
  const ours = both.page + both.ours
  return [
    {
      name: '10,000 nodes in a second',
      ours,
      peer: alone.page,
      ratio: ours / alone.page,
      unit: 'ms',
      note: 'main-thread time of appending 5,000 paragraphs with their texts, with us against without us',
    },
    longestRow('10,000 nodes in a second', both.longest),
  ]
}

const keys = 200

async function typingRow(browser: LaunchedBrowser): Promise<BenchRow> {
  const tab = await browser.open(`${home}page/0.1`)
  const { alone, both } = await tab.evaluate(async (argument) => {
    const [module = '', count] = argument.split(' ')
    const { typeInEditor } = await import(module)
    await typeInEditor(true, 20)
    return { alone: await typeInEditor(false, Number(count)), both: await typeInEditor(true, Number(count)) }
  }, `${inPage} ${keys}`)
  await tab.close()
  const note = 'main-thread time of one key typed into an editor, with us against without us'
  return { name: 'typing in an editor', ours: both, peer: alone, ratio: both / alone, unit: 'ms', note }
}

function longestRow(name: string, longest: number): BenchRow {
  const note = 'longest task of ours against a long task of 50 ms (goal ≤ 1)'
  return { name: `${name}, longest task`, ours: longest, peer: 50, ratio: longest / 50, unit: 'ms', note }
}

if (import.meta.main) console.table(await benchPage())
