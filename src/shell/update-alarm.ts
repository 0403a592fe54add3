/** The alarm that wakes the worker for an update. */
import { browser } from 'wxt/browser'
import { unrecordedDelay, wakeAt } from '../registry/schedule.ts'
import type { RegistryStore } from '../registry/store.ts'

export const updateAlarm = 'registry-update'

type Log = Pick<RegistryStore, 'readLog'>

/** Alarms outlive the worker, but not every browser start; one that was set by a clock far ahead is set anew. */
export async function ensureUpdateAlarm(store: Log): Promise<void> {
  const due = (await browser.alarms.get(updateAlarm))?.scheduledTime
  if (due === undefined || due > wakeAt(due, Date.now())) await setUpdateAlarm(store)
}

/** At the time that the last try set, or soon when none was ever made. */
async function setUpdateAlarm(store: Log): Promise<void> {
  await wakeFor(await nextTry(store))
}

/** At the time that this try set; where it could set none, after a pause, for what failed fails again in a minute. */
export async function setAlarmAfterTry(store: Log): Promise<void> {
  const nextAt = await nextTry(store)
  const known = nextAt !== undefined && nextAt > Date.now()
  await wakeFor(known ? nextAt : Date.now() + unrecordedDelay(Math.random()))
}

/** Undefined also where the log cannot be read. */
async function nextTry(store: Log): Promise<number | undefined> {
  return (await store.readLog().catch(() => undefined))?.nextAt
}

function wakeFor(at: number | undefined): Promise<void> {
  return browser.alarms.create(updateAlarm, { when: wakeAt(at, Date.now()) })
}
