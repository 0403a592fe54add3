/** Inserts highlight rules as user-origin style, which a page cannot repaint from its own sheets. */
import { browser } from 'wxt/browser'

/** Paints in the one frame that asked. Rejects when the frame is gone or out of reach. */
export async function paintFrame(tabId: number, frameId: number, css: string): Promise<void> {
  await browser.scripting.insertCSS({ target: { tabId, frameIds: [frameId] }, css, origin: 'USER' })
}
