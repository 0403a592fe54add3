import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { startLiveRegistry } from '../../src/shell/live-registry.ts'
import { updateAlarm } from '../../src/shell/update-alarm.ts'

const hour = 3_600_000
const parts = { packagedSeq: 1, addresses: ['https://registry.test/zhenhao/'] }

beforeEach(() => {
  fakeBrowser.reset()
  vi.stubGlobal('location', { origin: 'chrome-extension://ours' })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => true)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const due = async () => (await browser.alarms.get(updateAlarm))?.scheduledTime

/** What the browser does when it is time: the alarm is gone, and its listeners hear of it. */
async function ring(): Promise<void> {
  await browser.alarms.clear(updateAlarm)
  await fakeBrowser.alarms.onAlarm.trigger({ name: updateAlarm, scheduledTime: Date.now() })
}

it('sets the next alarm after an update that failed', async () => {
  startLiveRegistry(parts)
  await vi.waitFor(async () => expect(await due()).toBeDefined())
  await ring()
  await vi.waitFor(async () => expect(await due()).toBeGreaterThan(Date.now() + 5 * 60_000))
  expect(await due()).toBeLessThan(Date.now() + 2 * hour)
})

it('sets the next alarm also after an update that ended in a fault of ours, which is not hidden', async () => {
  const registry = startLiveRegistry(parts)
  await vi.waitFor(async () => expect(await due()).toBeDefined())
  vi.mocked(browser.permissions.contains).mockImplementation(() => Promise.reject(new RangeError('fault')))
  await browser.alarms.clear(updateAlarm)
  await expect(registry.update()).rejects.toThrow('fault')
  expect(await due()).toBeGreaterThan(Date.now() + 5 * 60_000)
  expect(await due()).toBeLessThan(Date.now() + 3 * hour)
})

it('sets no alarm in a build without an address', async () => {
  const registry = startLiveRegistry({ ...parts, addresses: [] })
  expect(await registry.update()).toEqual({ kind: 'no-address' })
  expect(await due()).toBeUndefined()
})
