/** A reminder is given once, also when its time came while the browser was closed: real restarts of one profile. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { textSite } from '../../src/launcher/site.ts'
import { appWords } from '../../src/locales/app-words.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { countingBuild } from '../support/notifying-build.ts'

describe.each<BrowserName>(['chromium', 'firefox'])('a reminder in %s', (name) => {
  let profile: string
  let extension: string
  let browser: LaunchedBrowser

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'zhenhao-profile-'))
    extension = await countingBuild(name)
    browser = await start()
  })
  afterAll(async () => {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
    await rm(extension, { recursive: true })
  })
  const start = () => launchBrowser(name, { extension, site: textSite({}), profile })

  it('is given at the browser’s next start when its time came in between, and at no later start', async () => {
    const guide = await browser.openOwn('guide.html#call')
    const later = await noteCall(guide, 600_000)
    await expect.poll(() => guide.evaluate(alarmTime)).toBe(later)
    // Last of all, so that a slow machine too has closed the browser by then.
    const due = await setDeadline(guide, 10_000)
    await expect.poll(() => guide.evaluate(alarmTime)).toBe(due)
    await browser.close()
    expect(Date.now()).toBeLessThan(due)
    await wait(due - Date.now() + 500)
    browser = await start()
    await expect.poll(async () => (await seen(browser)).given).toBe(1)
    // Without a display Firefox drops it at once; Chromium keeps it in its list.
    if (name === 'chromium') expect((await seen(browser)).shown).toEqual(['reminder'])
    await browser.close()
    browser = await start()
    const desk = await browser.openOwn('guide.html#call')
    await expect.poll(() => desk.evaluate(() => document.body.textContent)).toMatch(/约定的时间到了|promised time/)
    expect((await seen(browser)).given).toBe(1)
  })

  it('is given while the browser runs, with no page of ours open', async () => {
    const guide = await browser.openOwn('guide.html#call')
    const due = await noteCall(guide, 2000)
    const given = async () => (await seen(browser)).given
    await expect.poll(async () => (await guide.evaluate(alarmTime)) === due || (await given()) === 2).toBe(true)
    await guide.close()
    await expect.poll(given, { timeout: 60_000 }).toBe(2)
  })

  it('is deleted with the notes, though the background has them open', async () => {
    const guide = await browser.openOwn('guide.html#call')
    const words = await wordsOf(guide)
    const due = await noteCall(guide, 600_000)
    await expect.poll(() => guide.evaluate(alarmTime)).toBe(due)
    const keys = keyboardOf(guide)
    await keys.choose(words['note.back'])
    await keys.here(words['guide.call'])
    await keys.choose(words['note.delete-all'])
    await keys.choose(words['note.delete.sure'])
    await expect.poll(() => guide.evaluate(() => document.body.textContent)).toContain(words['note.deleted'])
    expect(await guide.evaluate(databases)).not.toContain('zhenhao-notebook')
    await expect.poll(() => guide.evaluate(alarmTime)).toBeUndefined()
  })
})

/** Notes a call whose deadline is in `ms`, with a reminder, as a person does. @returns the deadline, to the second. */
async function noteCall(guide: Tab, ms: number): Promise<number> {
  const keys = keyboardOf(guide)
  const words = await wordsOf(guide)
  await keys.choose(words['note.new'])
  await keys.here(words['note.back'])
  await keys.choose(words['call.add'])
  await keys.here(words['call.title'])
  const due = await setDeadline(guide, ms)
  await keys.choose(words['call.remind'], ' ')
  return due
}

async function setDeadline(guide: Tab, ms: number): Promise<number> {
  const due = Math.ceil((Date.now() + ms) / 1000) * 1000
  const local = new Date(due - new Date(due).getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
  await guide.evaluate((value) => {
    const field = [...document.querySelectorAll<HTMLInputElement>('input[type=datetime-local]')].at(-1)
    if (!field) throw new Error('no field for the deadline')
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }, local)
  return due
}

/** In the browser's own language. */
async function wordsOf(guide: Tab) {
  await expect.poll(() => guide.evaluate(() => document.querySelector('main') !== null)).toBe(true)
  return appWords[(await guide.evaluate(() => document.documentElement.lang)) === 'en' ? 'en' : 'zh-CN']
}

async function databases(): Promise<string[]> {
  return (await indexedDB.databases()).map(({ name }) => name ?? '')
}

async function alarmTime(): Promise<number | undefined> {
  const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  return (await api.alarms.get('reminder'))?.scheduledTime
}

/** How often a notification was made in this profile, and which are shown now. */
async function seen(browser: LaunchedBrowser): Promise<{ given: number; shown: string[] }> {
  const own = await browser.openOwn('manifest.json')
  const counts = await own.evaluate(async () => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
    const kept = Object.keys(await api.storage.local.get(null))
    const shown = Object.keys(await api.notifications.getAll())
    return { given: kept.filter((key) => key.startsWith('given:')).length, shown }
  })
  await own.close()
  return counts
}
