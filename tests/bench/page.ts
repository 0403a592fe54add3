/** What our reading costs the page, in real Chromium: scans of 0.1, 1 and 5 MB, a burst of nodes, typing. */
import { rm } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { writeBenchExtension } from './bench-extension.ts'
import type { Timed } from './in-page/answer-jobs.ts'
import { ask, busyWhile, launchBench, openPage, type Side } from './page-tab.ts'
import type { BenchRow } from './row.ts'

/** Sizes, and the tabs opened for each: small pages need more of them until the best time is the same every time. */
const sizes: readonly { megabytes: number; tabs: number }[] = [
  { megabytes: 0.1, tabs: 10 },
  { megabytes: 1, tabs: 8 },
  { megabytes: 5, tabs: 3 },
]
/** Pages that follow the first one in the same tab. */
const nextPages = 4
/** Pages with and without us for the other figures. */
const pairs = 3
const keys = 200

/** Figures of several pages, by what was measured. */
type Figures = Record<'startUp' | 'first' | 'next' | 'longest', number[]>

export async function benchPage(): Promise<BenchRow[]> {
  const extension = await writeBenchExtension()
  const context = await launchBench(extension)
  try {
    const rows: BenchRow[] = []
    for (const { megabytes, tabs } of sizes) rows.push(...(await scanRows(context, megabytes, tabs)))
    return [...rows, ...(await burstRows(context)), await typingRow(context)]
  } finally {
    await context.close()
    await rm(extension, { recursive: true })
  }
}

async function scanRows(context: BrowserContext, size: number, tabs: number): Promise<BenchRow[]> {
  const figures: Record<Side, Figures> = { ours: noFigures(), bare: noFigures() }
  for (let round = 0; round < tabs; round++) {
    for (const side of ['bare', 'ours'] as const) await scanPages(context, side, size, figures[side])
  }
  const { ours, bare } = figures
  const row = (name: string, field: keyof Figures, note: string): BenchRow =>
    rowOf(name, Math.min(...ours[field]), Math.min(...bare[field]), `${note}; best of ${tabs} tabs each`)
  const goal = 'main-thread time against a bare TreeWalker + class-table pass in the same state (goal ≤ 3)'
  return [
    row(`page scan ${size} MB`, 'next', `a further page of a site: ${goal}`),
    row(`page scan ${size} MB, first page`, 'first', `nothing compiled yet on either side: ${goal}`),
    longestRow(`page scan ${size} MB`, median(ours.longest)),
    row(`page scan ${size} MB, start-up`, 'startUp', 'compiling and starting the reading script, fixed, first page'),
  ]
}

function noFigures(): Figures {
  return { startUp: [], first: [], next: [], longest: [] }
}

async function scanPages(context: BrowserContext, side: Side, size: number, into: Figures): Promise<void> {
  const page = await openPage(context, side, size)
  into.startUp.push((await ask(page, 'startUp')).total)
  const first = await ask(page, 'scan')
  into.first.push(first.total)
  into.longest.push(first.longest)
  for (let n = 0; n < nextPages; n++) {
    await page.reload({ waitUntil: 'load' })
    into.next.push((await ask(page, 'scan')).total)
  }
  await page.close()
}

interface SideBySide {
  /** Main-thread time of the page with us and without us, and what our tasks and the page's script took of it, ms. */
  both: number
  alone: number
  script: number
  ours: number
  longest: number
}

/** Does `work` in pages with our session and in pages without; medians. */
async function sideBySide(context: BrowserContext, work: (page: Page) => Promise<number>): Promise<SideBySide> {
  const both: number[] = []
  const alone: number[] = []
  const script: number[] = []
  const ours: Timed[] = []
  for (let round = 0; round < pairs; round++) {
    const withUs = await openPage(context, 'ours', 0.1)
    await ask(withUs, 'start')
    both.push(
      await busyWhile(withUs, async () => {
        await work(withUs)
        ours.push(await ask(withUs, 'stop'))
      }),
    )
    await withUs.close()
    const without = await openPage(context, 'bare', 0.1)
    alone.push(await busyWhile(without, async () => script.push(await work(without))))
    await without.close()
  }
  return {
    both: median(both),
    alone: median(alone),
    script: median(script),
    ours: median(ours.map((run) => run.total)),
    longest: Math.max(...ours.map((run) => run.longest)),
  }
}

async function burstRows(context: BrowserContext): Promise<BenchRow[]> {
  const { both, alone, script, ours, longest } = await sideBySide(context, appendBurst)
  const name = '10,000 nodes in a second'
  const what = `5,000 paragraphs with their texts, median of ${pairs} pages`
  return [
    rowOf(name, both, alone, `main-thread time of the page with us against without us, rendering included: ${what}`),
    rowOf(
      `${name}, script only`,
      script + ours,
      script,
      `the page's own script and our tasks against the former: ${what}`,
    ),
    longestRow(name, longest),
  ]
}

/** 10,000 nodes within a second. Milliseconds of the page's own script. */
function appendBurst(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const box = document.createElement('div')
    document.body.append(box)
    let script = 0
    for (let round = 0; round < 100; round++) {
      const begin = performance.now()
      for (let n = 0; n < 50; n++) {
        const entry = document.createElement('p')
        entry.append(`第${round}条：还款计划已更新，请在应用内查看。${n === 7 ? '客服 95588' : ''}`)
        box.append(entry)
      }
      script += performance.now() - begin
      await new Promise((resolve) => setTimeout(resolve, 8))
    }
    return script
  })
}

async function typingRow(context: BrowserContext): Promise<BenchRow> {
  const { both, alone } = await sideBySide(context, typeInEditor)
  const note = `main-thread time of one key typed into an editor, with us against without us, median of ${pairs} pages`
  return rowOf('typing in an editor', both / keys, alone / keys, note)
}

/** Keys typed into a rich editor, layout asked after each. */
function typeInEditor(page: Page): Promise<number> {
  return page.evaluate(async (count) => {
    const editor = document.createElement('div')
    editor.contentEditable = 'true'
    document.body.prepend(editor)
    editor.focus()
    const begin = performance.now()
    for (let n = 0; n < count; n++) {
      document.execCommand('insertText', false, '客服 95588 '.charAt(n % 9))
      editor.getBoundingClientRect()
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
    return performance.now() - begin
  }, keys)
}

function longestRow(name: string, longest: number): BenchRow {
  return rowOf(`${name}, longest task`, longest, 50, 'longest task of ours against a long task of 50 ms (goal ≤ 1)')
}

function rowOf(name: string, ours: number, peer: number, note: string): BenchRow {
  return { name, ours, peer, ratio: ours / peer, unit: 'ms', note }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

if (import.meta.main) console.table(await benchPage())
