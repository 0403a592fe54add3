/** Opens the first-run page once, after installing. */
import { browser } from 'wxt/browser'

/** Listens; call synchronously at start. Updates and browser starts open nothing. */
export function serveWelcome(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/options.html#welcome') })
  })
}
