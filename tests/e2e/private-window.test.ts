/** Private windows: numbers are marked there too, and nothing of them stays. Real private windows in both browsers. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { middleOfText } from '../../src/launcher/in-page.ts'
import { appWords } from '../../src/locales/app-words.ts'
import { cardText, pressInCard } from '../support/in-page.ts'
import { eventually, textOf } from '../support/own-page-steps.ts'
import { testPageAddress, testPages } from '../support/test-page.ts'

describe.each<BrowserName>(['chromium', 'firefox'])('a private window in %s', (name) => {
  let profile: string
  let browser: LaunchedBrowser
  let page: Tab

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'zhenhao-private-'))
    browser = await launchBrowser(name, {
      extension: await buildExtension(name),
      site: testPages,
      profile,
      inPrivate: true,
    })
    page = await browser.open(testPageAddress('sample'), { inPrivate: true })
  })
  afterAll(async () => {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  })

  it('is private, and its numbers are marked', async () => {
    expect(await page.evaluateIsolated(isPrivate)).toBe(true)
    const frames = await framesAtRest(page)
    expect(frames.flatMap(({ answer }) => answer?.marks ?? [])).toHaveLength(7)
  })

  it('leaves nothing on the disk: no notebook, no address, no number of its pages', async () => {
    const own = await browser.openOwn('options.html')
    const kept = await own.evaluate(keptOnDisk)
    expect(kept).not.toMatch(/zhenhao-notebook|pages\.test|400-?123-?4567|微粒贷/)
    await own.close()
  })

  it('a number that is muted there is marked no more, the person is told, and the disk learns nothing', async () => {
    const { x, y } = await page.evaluate(middleOfText, '400-123-4567')
    await page.toFront()
    await page.click(x, y)
    await eventually(() => page.evaluateIsolated(cardText)).toMatch(/只记到窗口关闭|forgotten when the window closes/)
    await eventually(() => page.evaluateIsolated(pressInCard, /不再提示此号码|Stop marking this number/.source)).toBe(
      true,
    )
    await eventually(() => keptNow(browser, 'session')).toContain('4001234567')
    expect(await keptNow(browser, 'local')).not.toContain('4001234567')
    const again = await browser.open(testPageAddress('sample'), { inPrivate: true })
    // The page writes it in two ways.
    expect(await marksOf(again)).toHaveLength(5)
    await again.close()
    await page.toFront()
    await page.press('Escape')
    await eventually(() => page.evaluateIsolated(cardText)).not.toContain('400-123-4567')
  })

  it('a site that is paused there is paused in private windows only, and the disk learns nothing', async () => {
    await page.toFront()
    const { x, y } = await page.evaluate(middleOfText, '95508')
    await page.click(x, y)
    await eventually(() => page.evaluateIsolated(cardText)).toContain('95508')
    await eventually(() => page.evaluateIsolated(pressInCard, /不再提示此网站|Stop marking this site/.source)).toBe(
      true,
    )
    await eventually(() => page.frameMarks()).toMatchObject([{ answer: { marks: [] } }])
    expect(await keptNow(browser, 'local')).not.toContain('pages.test')
    const normal = await browser.open(testPageAddress('sample'))
    expect(await marksOf(normal)).toHaveLength(7)
    await normal.close()
  })

  it('forgets both with the last private window', async () => {
    await browser.runInDesk(closePrivateWindows)
    await eventually(() => keptNow(browser, 'session')).not.toMatch(/4001234567|pages\.test/)
    page = await browser.open(testPageAddress('sample'), { inPrivate: true })
    expect(await marksOf(page)).toHaveLength(7)
  })

  if (name === 'chromium') {
    it('the popup over such a window pauses its site without a trace too', async () => {
      // The popup itself: the browser draws it outside of the private window, so only the tab says where it is.
      await page.toFront()
      await page.pressAction()
      await eventually(() => browser.runInDesk(pauseSiteInPopup)).toBe(true)
      await eventually(() => page.frameMarks()).toMatchObject([{ answer: { marks: [] } }])
      expect(await keptNow(browser, 'session')).toContain('pages.test')
      expect(await keptNow(browser, 'local')).not.toContain('pages.test')
    })
  }

  it('says so plainly before anything is noted', async () => {
    const guide = await browser.openOwn('guide.html#call')
    await expect.poll(() => textOf(guide)).toMatch(/无痕窗口里的不留|private windows keep none/)
    await guide.close()
  })

  if (name === 'chromium') {
    it('does not open the notes at all: this browser has our pages in normal windows only', async () => {
      await expect(browser.openOwn('guide.html#call', { inPrivate: true })).rejects.toThrow('ERR_BLOCKED_BY_CLIENT')
    })
  } else {
    it('deletes there also what normal windows left on the disk', async () => {
      const words = appWords.en
      const normal = await browser.openOwn('guide.html#call')
      await pressButton(normal, words['note.new'])
      await eventually(() => normal.evaluate(writeFirstField, 'lasting bank')).toBe(true)
      await pressButton(normal, words['note.back'])
      await eventually(() => textOf(normal)).toContain('lasting bank')
      const options = await browser.openOwn('options.html', { inPrivate: true })
      await pressButton(options, words['forget.button'])
      await pressButton(options, words['note.delete.sure'])
      await eventually(() => textOf(options)).toContain(words['note.deleted'])
      expect(await normal.evaluate(keptOnDisk)).not.toMatch(/zhenhao-notebook/)
      await options.close()
      await normal.close()
    })

    it('takes notes that vanish with the page, and says so', async () => {
      const words = appWords.en
      const guide = await browser.openOwn('guide.html#call', { inPrivate: true })
      await expect.poll(() => textOf(guide)).toContain(words['note.private'])
      await pressButton(guide, words['note.new'])
      await expect.poll(() => guide.evaluate(writeFirstField, 'private bank')).toBe(true)
      await pressButton(guide, words['note.back'])
      await expect.poll(() => textOf(guide)).toContain('private bank')
      const normal = await browser.openOwn('guide.html#call')
      await expect.poll(() => textOf(normal)).toContain(words['note.none'])
      expect(await normal.evaluate(keptOnDisk)).not.toMatch(/zhenhao-notebook|private bank/)
      await guide.close()
      const again = await browser.openOwn('guide.html#call', { inPrivate: true })
      await expect.poll(() => textOf(again)).toContain(words['note.none'])
    })
  }
})

/** Without a display a second window of Firefox never becomes the active one, so that keys do not move the focus there. */
async function pressButton(tab: Tab, words: string): Promise<void> {
  const pressed = () =>
    tab.evaluate((said) => {
      const found = [...document.querySelectorAll('button')].find((button) => button.textContent === said)
      found?.click()
      return found !== undefined
    }, words)
  await expect.poll(pressed).toBe(true)
}

function writeFirstField(text: string): boolean {
  const field = document.querySelector<HTMLInputElement>('main input')
  if (!field) return false
  field.value = text
  return field.dispatchEvent(new Event('input', { bubbles: true }))
}

async function marksOf(tab: Tab) {
  return (await framesAtRest(tab)).flatMap(({ answer }) => answer?.marks ?? [])
}

function keptNow(browser: LaunchedBrowser, area: 'local' | 'session'): Promise<string> {
  return browser.runInDesk(async (wanted) => {
    const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
    return JSON.stringify(await api.storage[wanted].get(null))
  }, area)
}

/** In a page of the extension. */
async function closePrivateWindows(): Promise<void> {
  const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  const windows: { id: number; incognito: boolean }[] = await api.windows.getAll()
  await Promise.all(windows.filter(({ incognito }) => incognito).map(({ id }) => api.windows.remove(id)))
}

/** In a page of the extension: presses the first of the three pauses, once the popup offers all of them. */
function pauseSiteInPopup(): boolean {
  const [popup]: Window[] = Reflect.get(globalThis, 'chrome').extension.getViews({ type: 'popup' })
  const pauses = [...(popup?.document.querySelectorAll<HTMLElement>('.pause .actions button') ?? [])]
  if (pauses.length < 3) return false
  pauses[0]?.click()
  return true
}

function isPrivate(): boolean {
  const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  return api.extension.inIncognitoContext
}

/** In a page of the extension in a normal window: settings and the names of databases. */
async function keptOnDisk(): Promise<string> {
  const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  const databases = (await indexedDB.databases()).map(({ name }) => name)
  const areas = await Promise.all(['local', 'sync'].map((area) => api.storage[area].get(null)))
  return JSON.stringify({ databases, areas })
}
