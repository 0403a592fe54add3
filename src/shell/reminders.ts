/** One notification at a promised time, also when the browser was closed then. The text names nobody. */
import { browser } from 'wxt/browser'
import { appWords } from '../locales/app-words.ts'
import { browserLanguage, readSettings } from '../settings.ts'
import { nextReminder, takeDue } from '../ui/notebook/reminders.ts'
import type { Notebook } from './notebook-store.ts'

const alarmName = 'reminder'
const permission = { permissions: ['notifications' as const] }

/**
 * Listens for the alarm, the browser's start, an update (Firefox forgets alarms with both) and a press on the
 * notification. Call synchronously at start.
 */
export function startReminders(notebook: Notebook): void {
  let turn: Promise<unknown> = Promise.resolve()
  /** One after the other: a late alarm comes together with the browser's start, and both must not find the same reminder. */
  const give = (): void => {
    turn = turn.then(() => giveDue(notebook)).catch((error) => console.error('zhenhao: reminder failed', error))
  }
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === alarmName) give()
  })
  browser.runtime.onStartup.addListener(give)
  browser.runtime.onInstalled.addListener(give)
  // Firefox has no `notifications` before the permission is given.
  browser.notifications?.onClicked.addListener((id) => {
    if (id === alarmName) void browser.tabs.create({ url: browser.runtime.getURL('/guide.html#call') })
  })
}

/** Asks for the permission to notify; call it in the press that wants the reminder. */
export function askToRemind(): Promise<boolean> {
  return browser.permissions.request(permission)
}

/** Sets the one alarm to the earliest reminder that is wanted, or clears it. Notes of a private window have none. */
export async function scheduleReminder(notebook: Notebook): Promise<void> {
  if (!notebook.lasting) return
  const when = nextReminder(await notebook.matters())
  if (when === undefined) await browser.alarms.clear(alarmName)
  else await browser.alarms.create(alarmName, { when })
}

/** Gives what is due once: marked as given before it shows, so that a worker killed in between never repeats it. */
export async function giveDue(notebook: Notebook, now = Date.now()): Promise<void> {
  if (!(await browser.permissions.contains(permission))) return
  let due = 0
  await notebook.amend((matters) => {
    const taken = takeDue(matters, now)
    due = taken.due
    return taken.changed
  })
  await scheduleReminder(notebook)
  if (due === 0) return
  const words = appWords[(await readSettings()).language ?? browserLanguage()]
  await browser.notifications.create(alarmName, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: words['popup.title'],
    message: words['remind.message'],
  })
}
