/** Puts the card's script into the frame that wants to open a card. */
import { browser } from 'wxt/browser'

/** Rejects when the frame is gone or out of reach. */
export async function injectCard(tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/card.js'] })
}
