/** The whole way of a borrower by keyboard alone, in both browsers, with every request recorded: no mouse, no network. */
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type BrowserName, type LaunchedBrowser, launchBrowser, type Tab } from '../../src/launcher/browser.ts'
import { middleOfText } from '../../src/launcher/in-page.ts'
import { type AppKey, appWords } from '../../src/locales/app-words.ts'
import type { GuideView } from '../../src/ui/guide/guide-page.tsx'
import { type Keyboard, keyboardOf } from '../support/keyboard.ts'
import { notifyingBuild } from '../support/notifying-build.ts'
import { testPageAddress, testPages } from '../support/test-page.ts'

const words = appWords['zh-CN']
const says = (tab: Tab) => expect.poll(() => tab.evaluate(() => document.body.textContent))

describe.each<BrowserName>(['chromium', 'firefox'])('must-hold 12: by keyboard alone in %s', (name) => {
  let browser: LaunchedBrowser
  let downloads: string
  let page: Tab
  let popup: Tab
  let guide: Tab
  let keys: Keyboard

  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'zhenhao-downloads-'))
    browser = await launchBrowser(name, { extension: await notifyingBuild(name), site: testPages, downloads })
    page = await browser.open(testPageAddress('sample'))
    await framesAtRest(page)
  })
  afterAll(async () => {
    await browser.close()
    await rm(downloads, { recursive: true })
  })

  it('options: chooses the language and makes a mark of one’s own', async () => {
    const options = await browser.openOwn('options.html')
    keys = keyboardOf(options)
    await says(options).toMatch(/真号 设置|Zhenhao settings/)
    const language = await options.evaluate(() => document.documentElement.lang)
    await keys.to(appWords[language === 'en' ? 'en' : 'zh-CN']['pref.language'])
    await keys.press('ArrowDown')
    await says(options).toContain(words['pref.mark'])
    await keys.write(words['pref.mark'], '青竹')
    await keys.press('Tab')
    await expect.poll(() => options.evaluate(keptMark)).toBe('青竹')
    await says(options).toContain(words['pref.saved'])
    await options.close()
  })

  it('popup: opens ready to paste; a number and why, a name, a message', async () => {
    popup = await browser.openOwn('popup.html', { about: page, viewport: { width: 360, height: 600 } })
    keys = keyboardOf(popup)
    await says(popup).toContain('④⓪⓪-①②③-④⑤⑥⑦')
    await comeToFront()
    await keys.here(words['popup.ask'])
    await popup.type('95384')
    await keys.press('Enter')
    await answers('深圳前海微众银行')
    await keys.choose(words['card.why'])
    await says(popup).toContain(words['card.why.rule'])
    await ask('微众银行')
    await answers(words['problem.title'])
    await ask('【微粒贷】因LPR利率整改，您的账户需注销，请致电 400-123-0152，否则冻结额度。')
    await answers(words['chip.unlisted-service'])
    await answers('95384')
    const stops = await keys.between(words['nav.guide'], words['pause.title'])
    for (const key of ['nav.guide', 'nav.options', 'popup.ask', 'card.why', 'pause.title'] as AppKey[])
      expect(stops.some((stop) => stop.includes(words[key]))).toBe(true)
    expect(stops.filter((stop) => stop.includes(words['page.reveal']))).toHaveLength(7)
  })

  it('popup: emergency card and back, with what was typed; a pause and its end', async () => {
    await keys.to(words['nav.guide'])
    await keys.press('Shift+Tab')
    await keys.press('Enter')
    await says(popup).toContain(words['emergency.title'])
    await keys.here(words['nav.back'])
    await keys.press('Enter')
    await keys.here(words['nav.emergency'])
    await says(popup).toContain(words['chip.unlisted-service'])
    await keys.choose(words['pause.title'])
    await keys.choose(words['pause.hour'])
    await keys.here(words['pause.resume'])
    await keys.press('Enter')
    await keys.here(words['pause.title'])
  })

  it('this page’s numbers: jumps to the number and its card, which Esc closes', async () => {
    await popup.close()
    await page.toFront()
    await framesAtRest(page)
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = '#here'
      link.textContent = 'a link of the page'
      document.querySelector('aside')?.prepend(link)
      link.focus()
    })
    popup = await browser.openOwn('popup.html', { about: page, viewport: { width: 360, height: 600 } })
    await says(popup).toContain('④⓪⓪-①②③-④⑤⑥⑦')
    await comeToFront()
    await keyboardOf(popup).to('95508')
    await popup.press('Enter').catch(() => undefined) // the popup closes before the key is up
    await expect.poll(() => browser.runInDesk(openPopups)).toBe(0)
    await page.toFront()
    keys = keyboardOf(page, { isolated: true })
    await keys.here('95508')
    const { y } = await page.evaluate(middleOfText, '95508')
    expect(y > 0 && y < (await page.evaluate(() => innerHeight))).toBe(true)
    await keys.to(words['card.close'])
    await keys.choose(words['card.why'])
    await keys.to(words['card.emergency'])
    await keys.press('Escape')
    await keys.here('a link of the page')
  })

  /**
   * A real popup leaves the page's tab in front. In a tab of its own it would take itself for the page: Chromium gives it
   * the keys behind the page, Firefox does not.
   */
  async function comeToFront(): Promise<void> {
    if (name === 'chromium') return
    await popup.evaluate(async () => {
      const { tabs } = Reflect.get(globalThis, 'browser')
      const front = await tabs.query({ active: true, currentWindow: true })
      tabs.query = async () => front
    })
    await popup.toFront()
  }

  /** The popup's answer to what was asked last; the page's own numbers stand elsewhere. */
  const answers = (said: string) =>
    expect
      .poll(() =>
        popup.evaluate(() => [...document.querySelectorAll('.answer')].map((each) => each.textContent).join()),
      )
      .toContain(said)

  /** Replaces what stands in the popup's box. */
  async function ask(question: string): Promise<void> {
    await keys.to(words['popup.ask'])
    await keys.press('Control+A')
    await popup.type(question)
    await keys.press('Enter')
  }

  /** Chooses a room of the guide and waits until it stands there: what the last one had is gone then. */
  async function enter(room: GuideView): Promise<void> {
    await keys.choose(words[`guide.${room}`])
    const here = () => guide.evaluate(() => document.querySelector('[aria-current=page]')?.textContent)
    await expect.poll(here).toBe(words[`guide.${room}`])
  }

  it('guide: the institution’s line for a chosen problem', async () => {
    guide = await browser.openOwn('guide.html', { viewport: { width: 900, height: 900 } })
    keys = keyboardOf(guide)
    await says(guide).toContain(words['find.ask'])
    await keys.write(words['find.ask'], '微众银行')
    await keys.press('Enter')
    await says(guide).toContain('95384')
    await keys.to(words['problem.ask'])
    for (let step = 0; step < 3; step += 1) await keys.press('ArrowRight')
    await says(guide).toContain(words['say.complain'])
    await keys.here(words['problem.complain'])
  })

  it('guide: worksheet, call with a reminder, written confirmation, ladder, evidence packet', async () => {
    await enter('call')
    await keys.choose(words['note.new'])
    await keys.here(words['note.back'])
    await keys.write(words['before.institution'], '微众银行')
    await keys.write(words['before.happened'], '多扣 120 元')
    await keys.choose(words['hand.contract'], ' ')
    await keys.choose(words['call.add'])
    await keys.here(words['call.title'])
    await keys.write(words['call.agent'], '0815')
    await keys.write(words['call.promised'], '三天内退回')
    await keys.choose(words['back.amount'], ' ')
    await keys.to(words['call.deadline'])
    await typeTime()
    await keys.choose(words['call.remind'], ' ')
    await says(guide).toContain(words['call.remind.on'])
    await keys.choose(words['written.title'])
    await keys.choose(words['written.copy'])
    await keys.here(words['card.copied'])
    await keys.choose(words['ladder.up'])
    await keys.choose(words['packet.save'])
    await expect.poll(savedTexts).toContain('三天内退回')
  })

  it('guide: another room opens at once, also while its notes cannot be read yet, and the next Tab is in it', async () => {
    await guide.evaluate(holdNotes)
    try {
      await enter('practice')
      await keys.to(words['practice.check'])
    } finally {
      await guide.evaluate(() => Reflect.get(globalThis, 'letGo')())
    }
  })

  it('pastes the confirmation where it is wanted; hand-off text', async () => {
    await enter('report')
    await keys.write(words['report.number'], '400-123-0152')
    await keys.to(words['report.story'])
    await keys.press('Control+v')
    await says(guide).toContain('号码：400-123-0152')
    await says(guide).toContain('对方答复：三天内退回')
    await keys.choose(words['report.copy'])
    await keys.here(words['card.copied'])
  })

  it('guide: family card, its line put on it and taken off again', async () => {
    await enter('family')
    await keys.write(words['find.ask'], '招商银行')
    await keys.press('Enter')
    await keys.choose(words['family.add'])
    await says(guide).toContain(words['family.card'])
    await keys.here(words['guide.family'])
    await keys.to(words['family.print'])
    await keys.choose(words['family.remove'].replace('{name}', '招商银行'))
    await says(guide).toContain(words['family.none'])
    await keys.here(words['guide.family'])
    await keys.choose(words['family.add'])
    await says(guide).toContain(words['family.card'])
  })

  it('guide: practice, from message to message', async () => {
    await enter('practice')
    for (let message = 1; message <= 5; message += 1) {
      await keys.choose(words['practice.check'])
      await says(guide).toMatch(new RegExp(`${words['practice.agree']}|${words['practice.careful']}`))
      await keys.choose(words['practice.next'])
    }
    await keys.here(words['practice.again'])
  })

  it('guide: emergency steps', async () => {
    await enter('emergency')
    await says(guide).toContain(words['emergency.title'])
  })

  it('guide: deletes everything in two presses, Esc takes the first one back; nothing is left', async () => {
    await enter('call')
    await says(guide).toContain('微众银行')
    await keys.choose(words['note.delete-all'])
    await keys.to(words['note.delete.sure'])
    await keys.press('Escape')
    await keys.here(words['note.delete-all'])
    await keys.press('Enter')
    await keys.choose(words['note.delete.sure'])
    await says(guide).toContain(words['note.deleted'])
    expect(await guide.evaluate(everythingKept)).not.toMatch(/微众银行|多扣|0815|三天内退回|招商银行|zhenhao-notebook/)
  })

  it('asked the network for nothing in all of this', () => {
    expect(browser.extensionRequests()).toEqual([])
  })

  /** A time far ahead, part by part, in the order in which this browser shows the parts. */
  async function typeTime(): Promise<void> {
    const chinese = ['2', '0', '3', '1', 'ArrowRight', ...'11221345']
    for (const key of name === 'chromium' ? chinese : [...'1122', ...'2031', ...'0145', 'p']) await keys.press(key)
    await says(guide).toContain(words['call.remind'])
  }

  const savedTexts = () =>
    globSync('*', { cwd: downloads })
      .map((file) => readFileSync(join(downloads, file), 'utf8'))
      .join()
})

/** In a page of the extension: the person's mark as it is kept. */
async function keptMark(): Promise<string> {
  const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  return (await storage.local.get('settings')).settings?.personalMark
}

/** In a page of the extension: how many tabs show the popup. */
async function openPopups(): Promise<number> {
  const { tabs } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  const all: { url?: string }[] = await tabs.query({})
  return all.filter(({ url }) => url === `${location.origin}/popup.html`).length
}

/** In a page of the extension: writes to the notes until `letGo` is called, so that nobody can read them meanwhile. */
async function holdNotes(): Promise<void> {
  const database = await new Promise<IDBDatabase>((done, failed) => {
    const opening = indexedDB.open('zhenhao-notebook')
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => failed(opening.error)
  })
  const store = database.transaction('matters', 'readwrite').objectStore('matters')
  let held = true
  Reflect.set(globalThis, 'letGo', () => {
    held = false
    database.close()
  })
  await new Promise<void>((begun) => {
    const goOn = () => {
      begun()
      if (held) store.count().onsuccess = goOn
    }
    store.count().onsuccess = goOn
  })
}

/** In a page of the extension: all that is left in its databases, storages and alarms. */
async function everythingKept(): Promise<string> {
  const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
  const databases = (await indexedDB.databases()).map(({ name }) => name)
  const areas = await Promise.all(['local', 'session', 'sync'].map((area) => api.storage[area].get(null)))
  const alarms: { name: string }[] = await api.alarms.getAll()
  return JSON.stringify({ databases, areas, alarms, page: [{ ...localStorage }, { ...sessionStorage }] })
}
