/** Deletes at once everything that the person left here: notes, saved lines, settings, what a tab counted. */
import { browser } from 'wxt/browser'
import type { Notebook } from './notebook-store.ts'
import { scheduleReminder } from './reminders.ts'

/** The registry stays: it is not the person's. */
export async function forgetEverything(notebook: Notebook): Promise<void> {
  await notebook.clear()
  await scheduleReminder(notebook)
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()])
}
