/** In real browsers: from a killed worker to the first verdict (Chromium), and look-ups against bare Dexie. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { buildExtension } from '../../scripts/build-extension.ts'
import { type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import type { Served } from '../../src/launcher/site.ts'
import type { LookUpFigures } from './in-page/look-up.ts'
import type { BenchRow } from './row.ts'

const RUNS = 9
const nothing = async (): Promise<Served | undefined> => undefined

export async function benchRegistryBrowser(): Promise<BenchRow[]> {
  return [await coldStart(), ...(await lookUps('chromium')), ...(await lookUps('firefox'))]
}

async function coldStart(): Promise<BenchRow> {
  const echo = await writeEcho()
  const ours = await firstAnswer(await buildExtension('chromium'), { name: 'lookUp', body: { text: '95555' } })
  const peer = await firstAnswer(echo, { name: 'echo' })
  await rm(echo, { recursive: true })
  return {
    name: 'cold start: killed worker to first verdict',
    ours,
    peer,
    ratio: ours / peer,
    unit: 'ms',
    note: `median of ${RUNS}: message to a stopped worker until the verdict is there / until a bare worker echoes`,
  }
}

/** An extension whose worker says back what it is told, and nothing else. */
async function writeEcho(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhenhao-echo-'))
  const background = { service_worker: 'background.js' }
  const manifest = { manifest_version: 3, name: 'echo', version: '1', background, permissions: ['scripting'] }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(
    join(folder, 'background.js'),
    'chrome.runtime.onMessage.addListener((message, sender, reply) => { reply(message) })',
  )
  await writeFile(join(folder, 'popup.html'), '<!doctype html><title>popup</title>')
  return folder
}

async function firstAnswer(extension: string, message: object): Promise<number> {
  const browser = await launchBrowser('chromium', { extension, site: nothing })
  try {
    const tab = await browser.openOwn('popup.html')
    await timedAnswer(tab, message)
    const times: number[] = []
    for (let run = 0; run < RUNS; run++) times.push(await afterStop(browser, tab, message))
    return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
  } finally {
    await browser.close()
  }
}

async function afterStop(browser: LaunchedBrowser, tab: Tab, message: object): Promise<number> {
  await browser.stopBackground()
  return timedAnswer(tab, message)
}

/** Milliseconds until the background's answer, by the page's clock. */
function timedAnswer(tab: Tab, message: object): Promise<number> {
  return tab.evaluate(async (text) => {
    const api = Reflect.get(globalThis, 'chrome')
    const start = performance.now()
    await api.runtime.sendMessage(JSON.parse(text))
    return performance.now() - start
  }, JSON.stringify(message))
}

async function lookUps(name: 'chromium' | 'firefox'): Promise<BenchRow[]> {
  const script = await bundle(join(import.meta.dirname, 'in-page/look-up.ts'))
  const page = `<!doctype html><title>bench</title><script type="module">${script.replaceAll('</script', '<\\/script')}</script>`
  const site = async () => ({ status: 200, contentType: 'text/html; charset=utf-8', body: Buffer.from(page) })
  const browser = await launchBrowser(name, { site })
  try {
    const tab = await browser.open('https://bench.test/')
    const figures = await tab.evaluate(async (): Promise<LookUpFigures> => {
      while (window.figures === undefined) await new Promise((resolve) => setTimeout(resolve, 100))
      return window.figures
    })
    return rowsOf(figures, name)
  } finally {
    await browser.close()
  }
}

function rowsOf({ index, bulkGet, open, names, bareRead }: LookUpFigures, browser: string): BenchRow[] {
  const row = (name: string, ours: number, peer: number, note: string): BenchRow => ({
    name: `${name}, ${browser}`,
    ours,
    peer,
    ratio: ours / peer,
    unit: 'ms',
    note: `${note}, medians`,
  })
  const bare = 'bare read and JSON.parse'
  return [
    row(
      'look-up of 1,000 numbers, 100,000 hotlines',
      index,
      bulkGet,
      'index in memory / Dexie bulkGet on as many rows',
    ),
    row(
      'from the store to the lines of a number, 100,000 hotlines',
      open,
      bareRead,
      `read, hash, walk, table / ${bare}`,
    ),
    row('from the store to the names in a text, 100,000 hotlines', names, bareRead, `the same and all names / ${bare}`),
  ]
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'esnext', lib: { entry, formats: ['es'], fileName: 'bench' } },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (output === undefined || !('output' in output)) throw new Error('the bench page could not be bundled')
  return output.output[0].code
}
