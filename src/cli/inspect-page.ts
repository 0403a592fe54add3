/** Looks at one page with and without the extension: what gets marked, whether the DOM stays as it is, what is asked for. */
import { setTimeout as wait } from 'node:timers/promises'
import type { FrameMarks, LaunchedBrowser, Tab } from '../launcher/browser.ts'
import { orderMarks } from '../launcher/frames.ts'
import type { PageMark } from '../protocol.ts'

export interface Inspection {
  page: string
  marks: Pick<PageMark, 'text' | 'code' | 'canonical' | 'institutions' | 'modifiers'>[]
  /** Null when two runs without the extension already differ. */
  domUnchanged: boolean | null
  /** Addresses that the extension asked for. */
  requests: string[]
  /** Uncaught errors, unhandled rejections and console errors that are not there without the extension. */
  errors: string[]
}

/** Milliseconds without a new batch after which a page counts as quiet, and how long to wait for that once it rested. */
const quietMs = 1_500
const patienceMs = 10_000

/** How long a page may take on a busy machine until it answers, and until it has been read once; milliseconds. */
const answerMs = 30_000
const readMs = 60_000

/** A page that changes by itself is compared with every state that a control run passes around the same moment. */
const sampleSpanMs = 1_000
const sampleEveryMs = 250

/** What was seen with the extension; the control runs are still to come. */
interface Look {
  address: string
  dom: string
  /** Milliseconds from `load` until the DOM was taken. */
  elapsed: number
  asked: string[]
  errors: string[]
  found: Pick<Inspection, 'page' | 'marks' | 'requests'>
}

/** A page to inspect, as the caller named it, and its http(s) address. */
export interface Target {
  page: string
  address: string
}

/**
 * Inspects the pages one after another; the control runs of one overlap with the next.
 * @throws when a page cannot be opened, or no content script answers in its top frame
 */
export async function inspectPages(
  targets: Target[],
  withExtension: LaunchedBrowser,
  without: LaunchedBrowser,
): Promise<Inspection[]> {
  const inspections: Inspection[] = []
  let told = 0
  let comparing: Promise<Inspection | undefined> = Promise.resolve(undefined)
  for (const target of targets) {
    const [compared, look] = await Promise.all([comparing, lookAtPage(target, withExtension)])
    if (compared) inspections.push(compared)
    look.found.requests = withExtension.extensionRequests().slice(told)
    told += look.found.requests.length
    comparing = compareWithout(look, without)
  }
  const last = await comparing
  if (last)
    inspections.push({ ...last, requests: [...last.requests, ...withExtension.extensionRequests().slice(told)] })
  return inspections
}

async function lookAtPage({ page, address }: Target, browser: LaunchedBrowser): Promise<Look> {
  const tab = await browser.open(address)
  const loaded = performance.now()
  const marks = orderMarks(await framesAtRest(tab))
  const elapsed = performance.now() - loaded
  const dom = await tab.serialise()
  const asked = tab.requests()
  const errors = tab.errors()
  await tab.close()
  return { address, dom, elapsed, asked, errors, found: { page, marks: marks.map(pickFields), requests: [] } }
}

function pickFields({ text, code, canonical, institutions, modifiers }: PageMark): Inspection['marks'][number] {
  return { text, code, canonical, institutions, modifiers }
}

async function compareWithout(
  { address, dom, elapsed, asked, errors, found }: Look,
  browser: LaunchedBrowser,
): Promise<Inspection> {
  const run = () => controlRun(browser, address, elapsed, dom)
  const [first, second] = await Promise.all([run(), run()])
  return {
    ...found,
    domUnchanged: compareDoms(dom, first.doms, second.doms),
    requests: [...found.requests, ...extraRequests(asked, first.requests, second.requests)],
    errors: errors.filter((error) => !first.errors.includes(error) && !second.errors.includes(error)),
  }
}

/** Waits until every frame answers and is quiet, at most ten seconds after all that answer have been read once. */
export async function framesAtRest(tab: Tab): Promise<FrameMarks[]> {
  const asked = performance.now()
  let rested: number | undefined
  for (;;) {
    const frames = await tab.frameMarks()
    const now = performance.now()
    const top = frames.some(({ path, answer }) => path.length === 0 && answer !== undefined)
    if (!top && now > asked + answerMs) throw new Error('the extension does not answer on this page')
    if (top && frames.every(({ answer }) => answer?.atRest !== false)) rested ??= now
    const late = now > (rested === undefined ? asked + readMs : rested + patienceMs)
    if (top && (late || frames.every(isQuiet))) return frames
    await wait(100)
  }
}

/** A frame that does not answer yet may still have much to say. */
function isQuiet({ answer }: FrameMarks): boolean {
  return answer?.atRest === true && answer.quietMs >= quietMs
}

interface ControlRun {
  doms: Set<string>
  requests: string[]
  errors: string[]
}

/** The page's states around `elapsed` milliseconds after its load without the extension, up to the sought one. */
async function controlRun(
  browser: LaunchedBrowser,
  address: string,
  elapsed: number,
  sought: string,
): Promise<ControlRun> {
  const tab = await browser.open(address, { apart: true })
  const loaded = performance.now()
  const doms = new Set<string>()
  await wait(Math.max(0, elapsed - sampleSpanMs))
  while (!doms.has(sought) && performance.now() - loaded < elapsed + sampleSpanMs) {
    doms.add(await tab.serialise())
    await wait(sampleEveryMs)
  }
  const [requests, errors] = [tab.requests(), tab.errors()]
  await tab.close()
  return { doms, requests, errors }
}

/** Pure. `null`: the two control runs have no state in common, so nothing can be said about the third. */
export function compareDoms(dom: string, first: ReadonlySet<string>, second: ReadonlySet<string>): boolean | null {
  if (![...first].some((state) => second.has(state))) return null
  return first.has(dom) || second.has(dom)
}

/** What the page's content asked for only with the extension, when both control runs asked for the same. Pure. */
export function extraRequests(asked: string[], first: string[], second: string[]): string[] {
  const same = first.every((address) => second.includes(address)) && second.every((address) => first.includes(address))
  return same ? asked.filter((address) => !first.includes(address)) : []
}
