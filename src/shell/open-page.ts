/** Reads what is marked in the tab in front, over all of its frames. Needs no permission beyond `activeTab`. */
import { browser } from 'wxt/browser'
import { askFrame } from '../messages.ts'
import type { PageMark } from '../protocol.ts'

/** The tab in front, as its frames describe it now. */
export interface OpenPage {
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

/** Milliseconds between two looks at a page that is still reading. */
const pace = 400

/** Tells what the page says, again and again until it is at rest. Undefined where extensions may not look. */
export async function followOpenPage(tell: (page: OpenPage | undefined) => void): Promise<void> {
  const page = await readOpenPage()
  tell(page)
  if (page && !page.atRest) setTimeout(() => void followOpenPage(tell), pace)
}

/** Undefined where extensions may not look: the browser's own pages, stores, sites without access. */
async function readOpenPage(): Promise<OpenPage | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined) return undefined
  const tabId = tab.id
  const frameIds = await framesOf(tabId)
  const replies = await Promise.all(
    frameIds.map(async (frameId) => ({ frameId, reply: await askFrame(tabId, frameId, 'pageMarks', null) })),
  )
  const read = replies.flatMap(({ frameId, reply }) => (reply.ok ? [{ frameId, page: reply.value }] : []))
  if (read.length === 0) return undefined
  return {
    tabId,
    host: hostOf(tab.url),
    marks: read.flatMap(({ frameId, page }) => page.marks.map((mark) => ({ frameId, mark }))),
    atRest: read.every(({ page }) => page.atRest),
    spoofed: read.some(({ page }) => page.spoofed),
    blind: read.some(({ page }) => page.sms?.blind !== undefined),
  }
}

/** Asking every frame for its id is the one way that needs no `webNavigation` permission. Refused: no access here. */
export async function framesOf(tabId: number): Promise<number[]> {
  const results = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: () => 0 })
    .catch(() => [])
  return results.map((result) => result.frameId).sort((a, b) => a - b)
}

function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : ''
}

/** Goes to a mark on the page and lets the popup make room for it. */
export async function revealMark(
  page: OpenPage | undefined,
  { frameId, mark }: OpenPage['marks'][number],
): Promise<void> {
  const byKeyboard = document.querySelector('button:focus-visible') !== null
  if (page) await askFrame(page.tabId, frameId, 'revealMark', { id: mark.id, byKeyboard })
  window.close()
}
