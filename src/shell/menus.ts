/** The context-menu entry for selected text. */
import { browser } from 'wxt/browser'
import { showInPopup } from './handed-text.ts'

const id = 'check-selection'

/** Listens; call synchronously at start. `title` is asked when the menu is made, on install and on every browser start. */
export function serveMenus(title: () => Promise<string>): void {
  browser.contextMenus.onClicked.addListener((info) => {
    if (info.menuItemId === id && info.selectionText) void showInPopup(info.selectionText)
  })
  const make = async (): Promise<void> => {
    await browser.contextMenus.removeAll()
    browser.contextMenus.create({ id, title: await title(), contexts: ['selection'] })
  }
  browser.runtime.onInstalled.addListener(() => void make())
  browser.runtime.onStartup.addListener(() => void make())
}
