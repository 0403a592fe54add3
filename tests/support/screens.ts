/** Every screen of our own pages, by language: where it is and how a person comes there. Zoom, colours and axe look at all of them. */
import { expect } from 'vitest'
import type { LaunchedBrowser, Tab } from '../../src/launcher/browser.ts'
import { appWords } from '../../src/locales/app-words.ts'
import type { Language } from '../../src/locales/language.ts'
import type { GuideView } from '../../src/ui/guide/guide-page.tsx'
import { openFolds, textOf } from './own-page-steps.ts'

export interface Screen {
  name: string
  path: string
  /** Narrower than a popup ever is: pages in tabs only. */
  inTab: boolean
  reach(tab: Tab): Promise<void>
}

type Words = (typeof appWords)[Language]
type Reach = (tab: Tab, words: Words) => Promise<void>
type Named = Record<string, Reach>

const still: Reach = async () => undefined

/** A view that is added to the guide does not compile without its screens. */
const guide: Record<GuideView, Named> = {
  find: {
    'nothing asked': still,
    'an institution': (tab, words) => search(tab, words, '微众银行'),
    'not listed': (tab, words) => search(tab, words, '借钱快'),
  },
  call: {
    'no notes': still,
    'a matter with a call': async (tab, words) => {
      await press(tab, words['note.new'])
      await write(tab, 'main input[type=text]', '微众银行')
      await write(tab, 'main textarea', '卡号 4111 1111 1111 1111 多扣 120 元')
      await press(tab, words['call.add'])
      await write(tab, 'input[type=datetime-local]', '2026-11-20T09:30', 1)
      await expect.poll(() => tab.evaluate(hasKeptDeadline)).toBe(true)
      await press(tab, words['note.delete'])
    },
    'the list of matters': async (tab, words) => {
      await says(tab, words['note.open'])
      await press(tab, words['note.delete-all'])
    },
  },
  family: {
    'an empty card': still,
    'a card with a line': async (tab, words) => {
      await search(tab, words, '招商银行')
      await press(tab, words['family.add'])
      await says(tab, words['family.card'])
    },
  },
  practice: {
    'a question': still,
    'an answer': async (tab, words) => {
      await press(tab, words['practice.call'])
      await says(tab, words['practice.next'])
    },
    done: async (tab, words) => {
      for (let message = 1; message <= 5; message += 1) {
        await press(tab, words['practice.check'])
        await press(tab, words['practice.next'])
      }
      await says(tab, words['practice.again'])
    },
  },
  report: {
    empty: still,
    'filled in': async (tab) => {
      await write(tab, 'main input', '400-123-0152')
      await write(tab, 'main textarea', '自称银行客服，要我注销账户，否则影响征信。')
    },
  },
  emergency: { steps: still },
}

const options: Record<'options.html' | 'options.html#welcome', Named> = {
  'options.html': {
    'with pauses': async (tab) => {
      await tab.evaluate(async () => {
        const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
        const { settings } = await storage.local.get('settings')
        const pausedSites = ['a-very-long-host-name-of-a-lender.example.com', 'b.example.com']
        await storage.local.set({ settings: { ...settings, pausedSites, muted: ['+864008205555'] } })
      })
      await says(tab, 'b.example.com')
    },
  },
  'options.html#welcome': { 'first run': still },
}

const popup: Named = {
  start: still,
  'a number': (tab) => ask(tab, '95384', '95384'),
  'a look-alike': (tab) => ask(tab, '招商银行信用卡 400-820-5556', '400-820-5556'),
  'a name': (tab, words) => ask(tab, '微众银行', words['problem.title']),
  'not listed': (tab, words) => ask(tab, '借钱快', words['path.title']),
  'a message': (tab) =>
    ask(tab, '【微粒贷】您的账户需注销，请致电 400-123-0152 或 95384，否则冻结额度。', '400-123-0152'),
  nothing: (tab, words) => ask(tab, '你好', words['popup.nothing']),
  'too long': (tab, words) => ask(tab, 'x'.repeat(20_001), words['popup.too-long']),
  emergency: async (tab, words) => {
    await press(tab, words['nav.emergency'])
    await says(tab, words['emergency.title'])
  },
  paused: async (tab, words) => {
    await press(tab, words['pause.hour'])
    await says(tab, words['pause.resume'])
    await openFolds(tab)
  },
}

/** In the order in which they are to be opened: some build on what an earlier one left. */
export function screensIn(language: Language): Screen[] {
  const words = appWords[language]
  const list = (path: string, inTab: boolean, named: Named): Screen[] =>
    Object.entries(named).map(([name, reach]) => ({
      name: `${path}: ${name}`,
      path,
      inTab,
      reach: async (tab) => {
        const drawn = (): Promise<boolean> => tab.evaluate(() => document.querySelector('main') !== null)
        await expect.poll(drawn, { message: `${path}: ${name}`, timeout: 10_000 }).toBe(true)
        await reach(tab, words)
        await openFolds(tab)
      },
    }))
  return [
    ...Object.entries(guide).flatMap(([view, named]) => list(`guide.html#${view}`, true, named)),
    ...Object.entries(options).flatMap(([path, named]) => list(path, true, named)),
    ...list('popup.html', false, popup),
  ]
}

/** Begins anew: no notes, no pauses, this language. */
export async function startAnew(browser: LaunchedBrowser, language: Language): Promise<void> {
  const own = await browser.openOwn('options.html')
  await own.evaluate(async (chosen) => {
    const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
    await storage.local.set({ settings: { language: chosen, pausedSites: [], muted: [], personalMark: '青竹' } })
    await new Promise<unknown>((done) => {
      const deletion = indexedDB.deleteDatabase('zhenhao-notebook')
      deletion.onsuccess = done
      deletion.onerror = done
    })
  }, language)
  await own.close()
}

/** In a page of the extension: the note is on the disk as it was written last, so that the tab may close. */
async function hasKeptDeadline(): Promise<boolean> {
  const name = 'zhenhao-notebook'
  // Opening one that is not there would make it.
  if (!(await indexedDB.databases()).some((each) => each.name === name)) return false
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => fail(opening.error)
  })
  try {
    return await new Promise((done, fail) => {
      const all = database.transaction('matters').objectStore('matters').getAll()
      all.onsuccess = () => done(JSON.stringify(all.result).includes('"deadline"'))
      all.onerror = () => fail(all.error)
    })
  } finally {
    database.close()
  }
}

async function says(tab: Tab, words: string): Promise<void> {
  await expect.poll(() => textOf(tab)).toContain(words)
}

async function press(tab: Tab, words: string): Promise<void> {
  const pressed = (): Promise<boolean> =>
    tab.evaluate((said) => {
      const button = [...document.querySelectorAll('button')].find((each) => each.textContent?.includes(said))
      button?.click()
      return button !== undefined
    }, words)
  await expect.poll(pressed, { message: words }).toBe(true)
}

async function write(tab: Tab, selector: string, text: string, index = 0): Promise<void> {
  const written = (): Promise<boolean> =>
    tab.evaluate((argument) => {
      const [wanted = '', value = '', at = '0'] = argument.split('\n')
      const field = document.querySelectorAll<HTMLInputElement>(wanted)[Number(at)]
      if (!field) return false
      field.value = value
      return field.dispatchEvent(new Event('input', { bubbles: true }))
    }, [selector, text, index].join('\n'))
  await expect.poll(written, { message: selector }).toBe(true)
}

async function search(tab: Tab, words: Words, query: string): Promise<void> {
  await write(tab, 'input[type=search]', query)
  await press(tab, words['find.button'])
  await expect.poll(() => tab.evaluate(() => document.querySelector('.found-card') !== null)).toBe(true)
}

async function ask(tab: Tab, question: string, answer: string): Promise<void> {
  await write(tab, '#ask', question)
  await tab.evaluate(() => document.querySelector('form')?.requestSubmit())
  const said = () => tab.evaluate(() => document.querySelector('.answer')?.textContent ?? '')
  await expect.poll(said).toContain(answer)
}
