/** Puts one of our scripts into a frame that needs it: the card, or the reader of message views. */
import { browser } from 'wxt/browser'

/** Rejects when the frame is gone or out of reach. */
export async function injectScript(tabId: number, frameId: number, file: '/card.js' | '/sms.js'): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file] })
}
