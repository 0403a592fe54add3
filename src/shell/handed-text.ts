/** Hands a text to the popup: through session storage, which is memory only, and taken out with the first look. */
import { browser } from 'wxt/browser'
import { limits } from '../message-bodies.ts'

const key = 'handed-text'

/** Shows `text` in the popup; in a tab where the browser does not open popups by itself. */
export async function showInPopup(text: string): Promise<void> {
  await browser.storage.session.set({ [key]: text.slice(0, limits.lookUp) })
  try {
    await browser.action.openPopup()
  } catch {
    // No window in front, or a browser that opens popups on the person's click only.
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') })
  }
}

/** The text that was handed over, once; empty when none was. */
export async function takeHandedText(): Promise<string> {
  const text = (await browser.storage.session.get(key))[key]
  await browser.storage.session.remove(key)
  return typeof text === 'string' ? text : ''
}
