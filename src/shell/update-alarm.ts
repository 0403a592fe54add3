/** The alarm that wakes the worker for an update. */
import { browser } from 'wxt/browser'
import { wakeAt } from '../registry/schedule.ts'
import type { RegistryStore } from '../registry/store.ts'

export const updateAlarm = 'registry-update'

type Log = Pick<RegistryStore, 'readLog'>

/** Alarms outlive the worker, but not every browser start; one that was set by a clock far ahead is set anew. */
export async function ensureUpdateAlarm(store: Log): Promise<void> {
  const due = (await browser.alarms.get(updateAlarm))?.scheduledTime
  if (due === undefined || due > wakeAt(due, Date.now())) await setUpdateAlarm(store)
}

/** At the time that the last try set, or soon when none was ever made. */
export async function setUpdateAlarm(store: Log): Promise<void> {
  const { nextAt } = await store.readLog().catch(() => ({ nextAt: undefined }))
  await browser.alarms.create(updateAlarm, { when: wakeAt(nextAt, Date.now()) })
}
