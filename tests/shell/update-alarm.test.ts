import { beforeEach, expect, it } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { ensureUpdateAlarm, setAlarmAfterTry, updateAlarm } from '../../src/shell/update-alarm.ts'

beforeEach(() => fakeBrowser.reset())

const day = 86_400_000
const due = async () => (await browser.alarms.get(updateAlarm))?.scheduledTime ?? 0
const log = (nextAt?: number) => ({ readLog: async () => ({ failures: 0, ...(nextAt !== undefined && { nextAt }) }) })

it('stands at the time that the last try set, and stays there when the worker starts again', async () => {
  const nextAt = Date.now() + day / 2
  await setAlarmAfterTry(log(nextAt))
  expect(await due()).toBe(nextAt)
  await ensureUpdateAlarm(log(nextAt + 1000))
  expect(await due()).toBe(nextAt)
})

it('is set at start where the browser forgot it, soon when no try was ever made', async () => {
  await ensureUpdateAlarm(log())
  expect(await due()).toBeGreaterThan(Date.now())
  expect(await due()).toBeLessThanOrEqual(Date.now() + 60_000)
})

it('is set although the log cannot be read', async () => {
  await ensureUpdateAlarm({ readLog: () => Promise.reject(new Error('no database')) })
  expect(await due()).toBeGreaterThan(Date.now())
})

it.each([
  ['the log still holds the time before', { readLog: async () => ({ failures: 0, nextAt: Date.now() - 5 }) }],
  ['the log was never written', log()],
  ['the log cannot be read', { readLog: () => Promise.reject(new Error('no database')) }],
])('a try that could not be recorded is not repeated every minute: %s', async (_, unrecorded) => {
  await setAlarmAfterTry(unrecorded)
  expect(await due()).toBeGreaterThan(Date.now() + day / 48)
  expect(await due()).toBeLessThan(Date.now() + day / 11)
})

it('comes within two days although the clock was years ahead at the last try', async () => {
  const far = Date.parse('2099-01-01T00:00:00Z')
  await setAlarmAfterTry(log(far))
  expect(await due()).toBeLessThan(Date.now() + 2 * day)
  await browser.alarms.create(updateAlarm, { when: far })
  await ensureUpdateAlarm(log(far))
  expect(await due()).toBeLessThan(Date.now() + 2 * day)
})
