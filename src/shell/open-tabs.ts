/** Reads pages that were open before the extension came or was updated: Chromium runs content scripts in new loads only. */
import { browser } from 'wxt/browser'

/** Listens; call synchronously at start. */
export function serveOpenTabs(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' || reason === 'update') void reachOpenTabs()
  })
}

/** Frames with a living script of ours keep it (`startPageLife`); tabs that sleep load anew when they wake. */
async function reachOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'], discarded: false })
  const reached = tabs.flatMap(({ id }) =>
    id === undefined
      ? []
      : browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: ['/page.js'] }),
  )
  // Pages that no extension may touch (stores, sites without access) refuse: one is no reason to leave out the others.
  await Promise.allSettled(reached)
}
