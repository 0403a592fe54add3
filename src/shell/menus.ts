/** The context-menu entry for selected text. */
import { browser } from 'wxt/browser'
import { onSettingsChange } from '../settings.ts'
import { showInPopup } from './handed-text.ts'

const id = 'check-selection'

/**
 * Listens; call synchronously at start. `title` is asked when the menu is made: on install, on every browser start and
 * when a setting changed, for the language may be it.
 */
export function serveMenus(title: () => Promise<string>): void {
  browser.contextMenus.onClicked.addListener((info) => {
    if (info.menuItemId === id && info.selectionText) void showInPopup(info.selectionText)
  })
  let turn: Promise<unknown> = Promise.resolve()
  /** One after the other: an entry that two make at once is refused to the second. */
  const make = (): void => {
    turn = turn.then(() => makeEntry(title)).catch((error) => console.error('zhenhao: menu failed', error))
  }
  browser.runtime.onInstalled.addListener(make)
  browser.runtime.onStartup.addListener(make)
  onSettingsChange(make)
}

async function makeEntry(title: () => Promise<string>): Promise<void> {
  const words = await title()
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({ id, title: words, contexts: ['selection'] })
}
