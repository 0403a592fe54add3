/** The toolbar badge: how many flagged numbers a tab shows. A page cannot draw here, so this is the authority. */
import { browser } from 'wxt/browser'
import { framesOf } from './open-page.ts'

/** What one frame reported. Counts only: nothing read is kept. */
export interface FrameCount {
  flagged: number
  /** The page keeps removing our marks. */
  spoofed: boolean
}

type TabCounts = Record<string, FrameCount>

/** Amber that carries black text at ≥ 4.5:1. */
const colour = '#f2b84b'

let queue: Promise<unknown> = Promise.resolve()

/** Frames report at the same moment, and tabs close meanwhile: one change after the other, or counts are lost or left over. */
function inOrder<T>(work: () => Promise<T>): Promise<T> {
  const next = queue.then(work)
  queue = next.catch(() => undefined)
  return next
}

/**
 * Takes a frame's new count and repaints its tab's badge. Counts live in session storage (memory that survives the
 * worker). `fresh`: the frame's document is new, or back from the cache; then frames that are gone are forgotten. Those
 * that came back with it may have reported before their top frame did.
 */
export function countFrame(tabId: number, frameId: number, count: FrameCount, fresh: boolean): Promise<void> {
  return inOrder(async () => {
    const before = await countsOf(tabId)
    const kept = fresh && frameId === 0 ? amongFrames(before, await framesBeside(before, tabId)) : before
    await keepCounts(tabId, { ...kept, [frameId]: { flagged: count.flagged, spoofed: count.spoofed } })
  })
}

/**
 * Forgets the counts of frames that the page took out, and repaints. A frame's word that it goes is only the occasion to
 * look: one that went elsewhere is still there, and its next document reports for itself. A page that is loading may let
 * us wait: nobody else's count waits with it.
 */
export async function forgetGoneFrames(tabId: number): Promise<void> {
  const before = await inOrder(() => countsOf(tabId))
  const here = await framesBeside(before, tabId)
  // No top frame among them: the browser does not let us look.
  if (!here.includes(0)) return
  await inOrder(async () => {
    const counts = await countsOf(tabId)
    const gone = Object.keys(counts).filter((id) => Object.hasOwn(before, id) && !here.includes(Number(id)))
    if (gone.length > 0)
      await keepCounts(tabId, Object.fromEntries(Object.entries(counts).filter(([id]) => !gone.includes(id))))
  })
}

/** The frames of a tab, asked for only where others than the top one have counts. */
async function framesBeside(counts: TabCounts, tabId: number): Promise<number[]> {
  return Object.keys(counts).every((id) => id === '0') ? [] : framesOf(tabId)
}

function amongFrames(counts: TabCounts, here: number[]): TabCounts {
  return Object.fromEntries(Object.entries(counts).filter(([id]) => here.includes(Number(id))))
}

async function countsOf(tabId: number): Promise<TabCounts> {
  const key = keyOf(tabId)
  return ((await browser.storage.session.get(key))[key] ?? {}) as TabCounts
}

async function keepCounts(tabId: number, counts: TabCounts): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: counts })
  await paint(tabId, counts)
}

/** Forgets closed tabs. Call synchronously at start. */
export function forgetClosedTabs(): void {
  browser.tabs.onRemoved.addListener((tabId) => void inOrder(() => browser.storage.session.remove(keyOf(tabId))))
}

async function paint(tabId: number, counts: TabCounts): Promise<void> {
  const frames = Object.values(counts)
  const flagged = frames.reduce((sum, frame) => sum + frame.flagged, 0)
  const text = badgeText(
    flagged,
    frames.some((frame) => frame.spoofed),
  )
  try {
    await browser.action.setBadgeText({ tabId, text })
    await browser.action.setBadgeBackgroundColor({ tabId, color: colour })
    await browser.action.setBadgeTextColor({ tabId, color: '#000000' })
  } catch (error) {
    // The tab may have closed while we counted.
    if (await tabExists(tabId)) throw error
  }
}

/** Four characters fit; `!` says that the page keeps removing our marks. */
export function badgeText(flagged: number, spoofed: boolean): string {
  const count = flagged > 99 ? '99+' : String(flagged)
  if (spoofed) return `${count}!`
  return flagged === 0 ? '' : count
}

function tabExists(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  )
}

function keyOf(tabId: number): string {
  return `badge:${tabId}`
}
