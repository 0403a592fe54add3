/** A conversation of 5,000 messages under the built extension: main-thread share while it scrolls, and the longest task. */
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { buildExtension } from '../../scripts/build-extension.ts'
import { findProgram } from '../../src/launcher/programs.ts'
import type { BenchRow } from './row.ts'

const seconds = 5
const views = [
  { name: 'adapter', address: 'https://messages.google.com/web/conversations/9', markup: 'google' },
  { name: 'generic', address: 'https://sms.bench.test/', markup: 'plain' },
] as const

interface Run {
  /** Percent of the main thread. */
  share: number
  /** Ms; 0 when no task took 50 ms or more. */
  longest: number
}

export async function benchSms(): Promise<BenchRow[]> {
  const extension = await buildExtension('chromium')
  const rows: BenchRow[] = []
  for (const view of views) {
    const [ours, control] = [await measure(view, extension), await measure(view, undefined)]
    const note = `5,000 messages, ${seconds} s at 60 updates/s, whole page with ours / without`
    rows.push(
      row(`sms ${view.name}: main thread while scrolling`, ours.share, control.share, '% of the main thread', note),
      row(
        `sms ${view.name}: longest task`,
        ours.longest,
        control.longest,
        'ms',
        'tasks of 50 ms and more only; 0: none',
      ),
    )
  }
  return rows
}

function row(name: string, ours: number, peer: number, unit: string, note: string): BenchRow {
  return { name, ours, peer, ratio: peer === 0 ? (ours === 0 ? 1 : Number.POSITIVE_INFINITY) : ours / peer, unit, note }
}

async function measure(view: (typeof views)[number], extension: string | undefined): Promise<Run> {
  const context = await launch(extension)
  try {
    await context.route(/^https?:/, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(view.markup) }),
    )
    const page = await context.newPage()
    await page.goto(view.address)
    await page.waitForTimeout(2500)
    await page.bringToFront()
    const run = await scroll(page)
    const marked = await page.evaluate(() => CSS.highlights.size)
    if (marked > 0 !== (extension !== undefined)) throw new Error(`${view.name}: ${marked} kinds of marks`)
    return run
  } finally {
    await context.close()
  }
}

function launch(extension: string | undefined): Promise<BrowserContext> {
  const loaded =
    extension === undefined ? [] : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
  return chromium.launchPersistentContext('', {
    executablePath: findProgram('chromium'),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...loaded,
    ],
  })
}

async function scroll(page: Page): Promise<Run> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0
  }
  const before = await busy()
  const { worst, steps } = await page.evaluate(async (ms) => {
    let worst = 0
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) worst = Math.max(worst, entry.duration)
    })
    observer.observe({ type: 'longtask' })
    const steps = await (Reflect.get(window, 'scrollFor') as (ms: number) => Promise<number>)(ms)
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { worst, steps }
  }, seconds * 1000)
  if (steps < seconds * 45) throw new Error(`only ${steps} updates in ${seconds} s`)
  return { share: (((await busy()) - before) / (seconds + 0.3)) * 100, longest: worst }
}

/** A virtual list: 24 rows of 5,000 in the document, two of them exchanged at each frame. */
function pageOf(markup: 'google' | 'plain'): string {
  const google = markup === 'google'
  const row = google
    ? 'const w=document.createElement("mws-message-wrapper");w.setAttribute("msg-id",i);w.setAttribute("is-outgoing",String(own));const d=document.createElement("div");d.setAttribute("data-e2e-message-content","");d.textContent=text;w.append(d);return w'
    : 'const w=document.createElement("div");w.className="row";if(own)w.style.textAlign="right";const d=document.createElement("div");d.className="b";d.textContent=text;const t=document.createElement("small");t.textContent="10:0"+i%10;w.append(d,t);return w'
  return `<!doctype html><meta charset="utf-8"><title>短信</title>
<style>.b{display:inline-block;max-width:60%} #list{height:600px;overflow:auto} mws-message-wrapper{display:block}</style>
<mw-conversation-container><h2 ${google ? 'data-e2e-header-title' : ''}>106900000117</h2><div id="list"></div><textarea placeholder="短信"></textarea></mw-conversation-container>
<script>
const list=document.getElementById("list");
const texts=["【工商银行】您的融e借应还1,024.16元，详询95588。","【招商银行】验证码482913，请勿泄露。","【京东金融】您的金条已逾期，请联系400-444-0117。","收到，谢谢","【建设银行】快贷还款日11月22日，客服95533。"];
function make(i){const text=texts[i%5]+(i%7===0?" 编号"+i:"");const own=i%5===3;${row}}
let at=0,steps=0;for(;at<24;at++)list.append(make(at));
window.scrollFor=(ms)=>new Promise((done)=>{const end=performance.now()+ms;function step(){steps++;for(let k=0;k<2;k++){list.firstElementChild.remove();list.append(make(at++%5000))}performance.now()<end?requestAnimationFrame(step):done(steps)}requestAnimationFrame(step)});
</script>`
}
