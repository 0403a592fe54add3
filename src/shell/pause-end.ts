/** Ends “pause for an hour” at its time: pages hear of the changed settings and are read again. Survives the worker. */
import { browser } from 'wxt/browser'
import { changeSettings, onSettingsChange, readSettings } from '../settings.ts'

const alarmName = 'pause-end'

/**
 * Listens; call synchronously at start. Firefox forgets alarms when it is closed and Chromium when the extension is
 * updated, so every start of the worker looks too.
 */
export function servePauseEnd(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === alarmName) void endPause()
  })
  onSettingsChange(() => void endPause())
  void endPause()
}

/** Takes a pause away whose time has come, sets the alarm for one whose time has not. `now`: ms since 1970. */
export async function endPause(now = Date.now()): Promise<void> {
  const until = (await readSettings()).pausedUntil
  if (typeof until !== 'number') {
    await browser.alarms.clear(alarmName)
    return
  }
  if (now < until) {
    await browser.alarms.create(alarmName, { when: until })
    return
  }
  await changeSettings((settings) => {
    const { pausedUntil, ...rest } = settings
    return typeof pausedUntil === 'number' && pausedUntil <= now ? rest : settings
  })
}
