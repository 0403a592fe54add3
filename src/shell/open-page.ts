/** Reads what is marked in the tab in front, over all of its frames. Needs no permission beyond `activeTab`. */
import { browser } from 'wxt/browser'
import { askFrame } from '../messages.ts'
import type { PageMark } from '../protocol.ts'

/** The tab in front, as its frames describe it now. */
export interface OpenPage {
  kind: 'ready'
  tabId: number
  host: string
  /** Top frame first; in document order within a frame. */
  marks: { frameId: number; mark: PageMark }[]
  /** No frame is still reading. */
  atRest: boolean
  /** A frame keeps removing our marks. */
  spoofed: boolean
  /** A message view could not be read by its adapter. */
  blind: boolean
}

export type SeenPage =
  | { kind: 'loading' }
  | OpenPage
  /** Our script is not there: site access was narrowed, or the page was open before the extension came. */
  | { kind: 'unchecked'; tabId: number; host: string }
  /** The browser's own pages, stores: no extension may look. */
  | { kind: 'unreadable' }
  /** Our script was to be brought in, and the browser did not let it. */
  | { kind: 'refused' }

/** Milliseconds between two looks: while the page is still reading, and at one that is at rest. */
const pace = { busy: 400, calm: 1000 }

/** A browser that waits for the person's click before it lets us in does not answer at all, ms. */
const accessPatienceMs = 1500

const contentScript = '/page.js'

export interface PageWatch {
  /** Reads from the start: a setting has changed. */
  again(): void
  /** “Check this page”. */
  check(): void
}

/** Tells what the page says, again and again: it changes, and a health check may speak up late. */
export function watchOpenPage(tell: (page: SeenPage) => void): PageWatch {
  let reading = new AbortController()
  let seen: SeenPage = { kind: 'loading' }

  function show(page: SeenPage): void {
    seen = page
    tell(page)
  }

  async function follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const page = await readOpenPage()
      if (signal.aborted) return
      show(page)
      if (page.kind !== 'ready') return
      await wait(page.atRest ? pace.calm : pace.busy)
    }
  }

  function again(): void {
    reading.abort()
    reading = new AbortController()
    void follow(reading.signal)
  }

  async function check(): Promise<void> {
    if (seen.kind !== 'unchecked') return
    const { tabId } = seen
    show({ kind: 'loading' })
    if (await bringScript(tabId)) again()
    else show({ kind: 'refused' })
  }

  return { again, check: () => void check() }
}

async function readOpenPage(): Promise<SeenPage> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined) return { kind: 'unreadable' }
  const tabId = tab.id
  const host = hostOf(tab.url)
  const replies = await askFrames(tabId)
  if (replies.length === 0) return { kind: 'unreadable' }
  const read = replies.flatMap(({ frameId, reply }) => (reply.ok ? [{ frameId, page: reply.value }] : []))
  if (!read.some(({ frameId }) => frameId === 0)) return { kind: 'unchecked', tabId, host }
  return {
    kind: 'ready',
    tabId,
    host,
    marks: read.flatMap(({ frameId, page }) => page.marks.map((mark) => ({ frameId, mark }))),
    atRest: read.every(({ page }) => page.atRest),
    spoofed: read.some(({ page }) => page.spoofed),
    blind: read.some(({ page }) => page.sms?.blind !== undefined),
  }
}

async function askFrames(tabId: number) {
  const frameIds = await framesOf(tabId)
  return Promise.all(
    frameIds.map(async (frameId) => ({ frameId, reply: await askFrame(tabId, frameId, 'pageMarks', null) })),
  )
}

/**
 * Brings our script into the frames that have none, by the access that opening the popup gave
 * (`activeTab`). It lasts until the tab goes elsewhere. False: the browser did not let us.
 */
async function bringScript(tabId: number): Promise<boolean> {
  const silent = (await askFrames(tabId)).filter(({ reply }) => !reply.ok)
  const tries = await Promise.allSettled(
    silent.map(({ frameId }) =>
      browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [contentScript] }),
    ),
  )
  return silent.length === 0 || tries.some(({ status }) => status === 'fulfilled')
}

/** Asking every frame for its id is the one way that needs no `webNavigation` permission. Refused: no access here. */
export async function framesOf(tabId: number): Promise<number[]> {
  const asked = browser.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => 0 }).catch(() => [])
  const results = await Promise.race([asked, wait(accessPatienceMs).then(() => [])])
  return results.map((result) => result.frameId).sort((a, b) => a - b)
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : ''
}

/** Goes to a mark on the page and lets the popup make room for it. */
export async function revealMark(page: OpenPage, { frameId, mark }: OpenPage['marks'][number]): Promise<void> {
  const byKeyboard = document.querySelector('button:focus-visible') !== null
  await askFrame(page.tabId, frameId, 'revealMark', { id: mark.id, byKeyboard })
  window.close()
}
