import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { changeSettings, readSettings } from '../../src/settings.ts'
import { endPause, servePauseEnd } from '../../src/shell/pause-end.ts'

const hour = 3_600_000
const alarmAt = async () => (await browser.alarms.get('pause-end'))?.scheduledTime
const pauseUntil = (pausedUntil: number | 'forever') => changeSettings((settings) => ({ ...settings, pausedUntil }))

beforeEach(() => fakeBrowser.reset())
afterEach(() => vi.restoreAllMocks())

describe('the end of a pause', () => {
  it('has an alarm as soon as the person pauses, another when the time moves, none after “resume”', async () => {
    servePauseEnd()
    const until = Date.now() + hour
    await pauseUntil(until)
    await vi.waitFor(async () => expect(await alarmAt()).toBe(until))
    await pauseUntil(until + hour)
    await vi.waitFor(async () => expect(await alarmAt()).toBe(until + hour))
    await changeSettings(({ pausedUntil: _, ...rest }) => rest)
    await vi.waitFor(async () => expect(await alarmAt()).toBeUndefined())
  })

  it('comes with the alarm: the settings change, which is what pages listen to', async () => {
    const until = Date.now() + hour
    await pauseUntil(until)
    servePauseEnd()
    await vi.waitFor(async () => expect(await alarmAt()).toBe(until))
    const heard = vi.fn()
    browser.storage.onChanged.addListener(heard)
    vi.spyOn(Date, 'now').mockReturnValue(until)
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'pause-end', scheduledTime: until })
    await vi.waitFor(async () => expect((await readSettings()).pausedUntil).toBeUndefined())
    expect(heard).toHaveBeenCalled()
  })

  it('is noticed by a worker that was dead at the time, and its alarm is set again where the browser forgot it', async () => {
    const until = Date.now() + hour
    await pauseUntil(until)
    servePauseEnd()
    await vi.waitFor(async () => expect(await alarmAt()).toBe(until))
    fakeBrowser.reset()
    await pauseUntil(Date.now() - 1)
    servePauseEnd()
    await vi.waitFor(async () => expect((await readSettings()).pausedUntil).toBeUndefined())
  })

  it('leaves a pause without an end alone, and one that was made longer meanwhile', async () => {
    await pauseUntil('forever')
    await endPause(Date.now() + 1e9)
    expect((await readSettings()).pausedUntil).toBe('forever')
    await pauseUntil(2000)
    await Promise.all([endPause(2000), pauseUntil(5000)])
    expect((await readSettings()).pausedUntil).toBe(5000)
  })

  it('is not mixed up with other alarms', async () => {
    const looked = vi.spyOn(browser.alarms, 'clear')
    servePauseEnd()
    await vi.waitFor(() => expect(looked).toHaveBeenCalledOnce())
    const read = vi.spyOn(browser.storage.local, 'get')
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'reminder', scheduledTime: 0 })
    expect(read).not.toHaveBeenCalled()
  })
})
