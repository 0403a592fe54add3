/** The popup of the built extension in real Chromium: navigation to the first picture and to an answer, worker warm and killed. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildExtension } from '../../scripts/build-extension.ts'
import { buildRegistry, signRepository, throwAwayKey } from '../../scripts/build-registry.ts'
import { type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { stateBytes } from '../../src/registry/state.ts'
import { bigState } from './big-state.ts'
import type { BenchRow } from './row.ts'

const RUNS = 9
const BIG = 100_000

/** Milliseconds since the navigation began. */
interface Times {
  /** First contentful paint; of the popup: with the field to type into. */
  paint: number
  /** The frame with the answer. */
  answer: number
}

/** Runs in the head of the popup, before our script: notes the frame in which an answer stands. */
const watcher = `const seen = () => {
  if (!document.querySelector('.verdict')) return
  watching.disconnect()
  requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.answer = performance.now() }))
}
const watching = new MutationObserver(seen)
watching.observe(document, { childList: true, subtree: true })`

export async function benchPopup(): Promise<BenchRow[]> {
  return [...(await measure('', () => undefined)), ...(await measure(`, ${BIG} hotlines`, putBigRegistry))]
}

interface Samples {
  bare: Times[]
  warm: Times[]
  cold: Times[]
}

async function measure(what: string, change: (folder: string) => Promise<void> | undefined): Promise<BenchRow[]> {
  const extension = await preparedBuild(change)
  const browser = await launchBrowser('chromium', { extension, site: async () => undefined })
  try {
    const samples = await takeSamples(browser)
    const peer = median(samples.bare.map(({ paint }) => paint))
    const rowOf = (name: string, times: Times[], field: keyof Times): BenchRow => {
      const ours = median(times.map((each) => each[field]))
      const until = field === 'paint' ? 'the first paint, field ready' : 'the answer for a handed number'
      const note = `median of ${RUNS}: navigation to ${until} / first paint of a bare page of the extension`
      return { name: `popup ${name}${what}`, ours, peer, ratio: ours / peer, unit: 'ms', note }
    }
    return [
      rowOf('opens', samples.warm, 'paint'),
      rowOf('opens, worker killed before', samples.cold, 'paint'),
      rowOf('answers', samples.warm, 'answer'),
      rowOf('answers, worker killed before', samples.cold, 'answer'),
    ]
  } finally {
    await browser.close()
    await rm(extension, { recursive: true })
  }
}

/** In turn, so that a busy machine is equally unkind to each; the first round is not counted. */
async function takeSamples(browser: LaunchedBrowser): Promise<Samples> {
  const desk = await browser.openOwn('bare.html')
  await desk.evaluate(untilReady)
  const samples: Samples = { bare: [], warm: [], cold: [] }
  for (let round = 0; round <= RUNS; round++) {
    const bare = await timesOf(await browser.openOwn('bare.html'))
    const warm = await popupOnce(browser, desk)
    await browser.stopBackground()
    const cold = await popupOnce(browser, desk)
    if (round === 0) continue
    samples.bare.push(bare)
    samples.warm.push(warm)
    samples.cold.push(cold)
  }
  return samples
}

/** A copy of the build with a bare page in it and a watcher in the popup. */
async function preparedBuild(change: (folder: string) => Promise<void> | undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhenhao-popup-'))
  await cp(await buildExtension('chromium'), folder, { recursive: true })
  await writeFile(join(folder, 'bare.html'), '<!doctype html><meta charset="utf-8"><title>bare</title><p>真号</p>')
  await writeFile(join(folder, 'watch.js'), watcher)
  const popup = join(folder, 'popup.html')
  const html = await readFile(popup, 'utf8')
  await writeFile(popup, html.replace('<head>', '<head><script src="/watch.js"></script>'))
  await change(folder)
  return folder
}

/** The number of the packaged publication is part of the worker: the big one takes the same. */
async function putBigRegistry(folder: string): Promise<void> {
  const { seq } = buildRegistry()
  const state = { ...bigState(BIG, seq), channel: 'development' as const, builtAt: new Date().toISOString() }
  await rm(join(folder, 'registry'), { recursive: true })
  for (const [path, bytes] of signRepository(stateBytes(state), seq, Date.now(), throwAwayKey())) {
    const file = join(folder, 'registry', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
  }
}

/** Runs in a page of the extension: the registry is open and stored. */
async function untilReady(): Promise<void> {
  const { runtime } = Reflect.get(globalThis, 'chrome')
  const { value } = await runtime.sendMessage({ name: 'registryStatus', body: null })
  if (!value?.stamp || value.storage !== 'database') throw new Error(`no registry: ${JSON.stringify(value)}`)
}

/** The number is handed over as the context menu does. */
async function popupOnce(browser: LaunchedBrowser, desk: Tab): Promise<Times> {
  await desk.evaluate(async () => {
    const { storage } = Reflect.get(globalThis, 'chrome')
    await storage.session.set({ 'handed-text': '400-123-4567' })
  })
  const popup = await browser.openOwn('popup.html')
  await popup.evaluate(async () => {
    while (!document.querySelector('#ask') || !document.documentElement.dataset.answer)
      await new Promise((next) => setTimeout(next, 5))
  })
  return timesOf(popup)
}

async function timesOf(tab: Tab): Promise<Times> {
  const times = await tab.evaluate(async () => {
    const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime
    while (painted() === undefined) await new Promise((next) => setTimeout(next, 5))
    return { paint: painted() ?? 0, answer: Number(document.documentElement.dataset.answer ?? 0) }
  })
  await tab.close()
  return times
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
