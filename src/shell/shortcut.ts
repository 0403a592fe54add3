/** The shortcuts to the next and the previous flagged number of the tab in front, over all its frames. */
import { browser } from 'wxt/browser'
import { askFrame } from '../messages.ts'
import { type FrameFlags, nextStop } from './next-stop.ts'
import { framesOf } from './open-page.ts'

const steps: Record<string, 1 | -1> = { 'next-flagged': 1, 'previous-flagged': -1 }

/** Listens; call synchronously at start. */
export function serveShortcut(): void {
  browser.commands.onCommand.addListener((command) => {
    const step = steps[command]
    if (step !== undefined) void go(step)
  })
}

async function go(step: 1 | -1): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  const tabId = tab?.id
  if (tabId === undefined) return
  const frames = await Promise.all(
    (await framesOf(tabId)).map(async (frameId): Promise<FrameFlags[]> => {
      const reply = await askFrame(tabId, frameId, 'flaggedMarks', null)
      return reply.ok ? [{ frameId, ...reply.value }] : []
    }),
  )
  const stop = nextStop(frames.flat(), step)
  if (stop) await askFrame(tabId, stop.frameId, 'revealMark', { id: stop.id, byKeyboard: true })
}

/** Lets every frame of the tab put the focus back; it rested in one of them when the shortcut was pressed. */
export async function returnFocus(tabId: number): Promise<void> {
  const frames = await framesOf(tabId)
  await Promise.all(frames.map((frameId) => askFrame(tabId, frameId, 'takeFocus', null)))
}
