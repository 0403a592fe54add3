/** The shortcut to the next flagged number of the tab in front, over all its frames. */
import { browser } from 'wxt/browser'
import { askFrame } from '../messages.ts'
import { framesOf } from './open-page.ts'

/** Listens; call synchronously at start. */
export function serveShortcut(): void {
  browser.commands.onCommand.addListener((command) => {
    if (command === 'next-flagged') void goToNext()
  })
}

/** Each frame goes on where it was; when the last frame is at its end, the first begins anew. */
async function goToNext(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  if (tab?.id === undefined) return
  const frames = await framesOf(tab.id)
  for (const frameId of [...frames, ...frames]) {
    const reply = await askFrame(tab.id, frameId, 'nextFlagged', null)
    if (reply.ok && reply.value) return
  }
}
