/** Deletes at once everything that the person left here: notes, saved lines, settings, what a tab counted. */
import { browser } from 'wxt/browser'
import type { Notebook } from './notebook-store.ts'
import { policyKey } from './organisation-policy.ts'
import { scheduleReminder } from './reminders.ts'

/** The registry and the copy of an organisation's policy stay: they are not the person's. */
export async function forgetEverything(notebook: Notebook): Promise<void> {
  await notebook.clear()
  await scheduleReminder(notebook)
  const own = Object.keys(await browser.storage.local.get(null)).filter((key) => key !== policyKey)
  await Promise.all([browser.storage.local.remove(own), browser.storage.session.clear()])
}
