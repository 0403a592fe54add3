import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { type Notebook, openNotebook } from '../../src/shell/notebook-store.ts'
import { giveDue, scheduleReminder, startReminders } from '../../src/shell/reminders.ts'
import { type Call, newCall, newMatter } from '../../src/ui/notebook/matter.ts'

const notebook = openNotebook(false)
let allowed = true
let shown = 0

function matter(over: Partial<Call>) {
  return { ...newMatter('m', 0), institution: '华山银行', calls: [{ ...newCall('c', 0), remind: true, ...over }] }
}

beforeEach(() => {
  fakeBrowser.reset()
  allowed = true
  shown = 0
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => allowed)
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `chrome-extension://ours${path}`)
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('zh-CN')
  vi.spyOn(browser.notifications, 'create').mockImplementation(async (_id, options) => {
    shown += 1
    expect(JSON.stringify(options)).not.toContain('华山银行')
    return 'reminder'
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await notebook.clear()
})

describe('reminders', () => {
  it('sets one alarm at the earliest wanted time and clears it when none is left', async () => {
    await notebook.save(matter({ deadline: 4e12 }))
    await scheduleReminder(notebook)
    expect((await browser.alarms.get('reminder'))?.scheduledTime).toBe(4e12)
    await notebook.save(matter({ deadline: 4e12, solved: true }))
    await scheduleReminder(notebook)
    expect(await browser.alarms.get('reminder')).toBeUndefined()
  })

  it('says so when the alarm could not be set', async () => {
    await notebook.save(matter({ deadline: 4e12 }))
    vi.spyOn(browser.alarms, 'create').mockRejectedValue(new Error('no alarms'))
    await expect(scheduleReminder(notebook)).rejects.toThrow('no alarms')
  })

  it('a private window’s notes neither set the alarm nor take it from the lasting ones', async () => {
    await notebook.save(matter({ deadline: 4e12 }))
    await scheduleReminder(notebook)
    const inPrivate = openNotebook(true)
    await scheduleReminder(inPrivate)
    await inPrivate.save(matter({ deadline: 3e12 }))
    await scheduleReminder(inPrivate)
    expect((await browser.alarms.get('reminder'))?.scheduledTime).toBe(4e12)
  })

  it('tells once, also when the browser was closed at the time, and names nobody', async () => {
    await notebook.save(matter({ deadline: 100 }))
    await giveDue(notebook, 99)
    expect(shown).toBe(0)
    await giveDue(notebook, 90_000)
    await giveDue(openNotebook(false), 90_001)
    expect(shown).toBe(1)
    expect((await notebook.matters())[0]?.calls[0]?.reminded).toBe(true)
  })

  it('keeps what it may not tell until it may', async () => {
    await notebook.save(matter({ deadline: 100 }))
    allowed = false
    await giveDue(notebook, 200)
    expect(shown).toBe(0)
    allowed = true
    await giveDue(notebook, 300)
    expect(shown).toBe(1)
  })

  it('tells once when the late alarm and the browser’s start come together', async () => {
    startReminders(notebook)
    await notebook.save(matter({ deadline: 100 }))
    await Promise.all([
      fakeBrowser.alarms.onAlarm.trigger({ name: 'reminder', scheduledTime: 100 }),
      fakeBrowser.runtime.onStartup.trigger(),
    ])
    await vi.waitFor(() => expect(shown).toBe(1))
    await notebook.save({ ...matter({ deadline: 200 }), id: 'later' })
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'reminder', scheduledTime: 200 })
    // They are given one after the other: with this one the two before are over.
    await vi.waitFor(() => expect(shown).toBeGreaterThan(1))
    expect(shown).toBe(2)
  })

  it('does not tell again when a page saves what it read before the reminder was given; a new deadline counts anew', async () => {
    await notebook.save(matter({ deadline: 100 }))
    const [read] = await notebook.matters()
    await giveDue(notebook, 200)
    if (read) await openNotebook(false).save({ ...read, happened: '又写了一句' })
    await giveDue(notebook, 300)
    expect(shown).toBe(1)
    await openNotebook(false).save(matter({ deadline: 250 }))
    await giveDue(notebook, 300)
    expect(shown).toBe(2)
  })

  it.each([0, 1, 2, 3])('does not bring back a matter that is deleted before its step %i', async (step) => {
    const page = openNotebook(false)
    await page.save(matter({ deadline: 100 }))
    let steps = 0
    const interrupted = new Proxy(notebook, {
      get(target, name: keyof Notebook) {
        const method = target[name]
        if (typeof method !== 'function') return method
        return async (...given: unknown[]) => {
          if (steps++ === step) await page.remove('m')
          return Reflect.apply(method, target, given)
        }
      },
    })
    await giveDue(interrupted, 200)
    expect(await page.matters()).toHaveLength(steps > step ? 0 : 1)
    expect(steps).toBeGreaterThan(1)
  })

  it('looks after an update too, which costs Firefox its alarms; a press on the notification leads to the notes', async () => {
    startReminders(notebook)
    await notebook.save(matter({ deadline: 100 }))
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update' })
    await vi.waitFor(() => expect(shown).toBe(1))
    const open = vi.spyOn(browser.tabs, 'create')
    await fakeBrowser.notifications.onClicked.trigger('another')
    await fakeBrowser.notifications.onClicked.trigger('reminder')
    expect(open.mock.calls).toEqual([[{ url: 'chrome-extension://ours/guide.html#call' }]])
  })

  it('wakes with its own alarm and with the browser’s start, not with other alarms', async () => {
    startReminders(notebook)
    await notebook.save(matter({ deadline: 100 }))
    const asked = vi.mocked(browser.permissions.contains)
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'update', scheduledTime: 0 })
    expect(asked).not.toHaveBeenCalled()
    await fakeBrowser.runtime.onStartup.trigger()
    await vi.waitFor(() => expect(shown).toBe(1))
    await notebook.save({ ...matter({ deadline: 200 }), id: 'later' })
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'reminder', scheduledTime: 200 })
    await vi.waitFor(() => expect(shown).toBe(2))
  })
})
