/** Tells open pages that other adapters of message views were published: they read their messages again, without a load. */
import { browser } from 'wxt/browser'
import { tellTab } from '../messages.ts'

export async function announceAdapters(): Promise<void> {
  const tabs = await browser.tabs.query({})
  await Promise.all(tabs.map(({ id }) => id !== undefined && tellTab(id, 'adaptersChanged')))
}
