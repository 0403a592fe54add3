/** What a person does on the extension's own pages, for the end-to-end tests: ask, press, type, read. Each waits for what it needs. */
import { expect, vi } from 'vitest'
import type { LaunchedBrowser, Tab } from '../../src/launcher/browser.ts'

/** As long as a loaded machine may need. */
const patience = { timeout: 30_000 }

/** Polls inside a test. */
export function eventually<Value>(look: () => Promise<Value>) {
  return expect.poll(look)
}

/** Polls also in hooks, where `expect.poll` may not be used. */
async function holds(look: () => Promise<boolean>, what: string): Promise<void> {
  await vi.waitFor(async () => expect(await look(), what).toBe(true), patience)
}

/** All text of the page, folded parts included. */
export async function textOf(tab: Tab): Promise<string> {
  return tab.evaluate(() => document.body.textContent ?? '')
}

/** The text that stands on the page: nothing of closed folds. */
export async function visibleText(tab: Tab): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: closed folds must not count
  return tab.evaluate(() => document.body.innerText)
}

export async function until(tab: Tab, words: string): Promise<void> {
  await vi.waitFor(async () => expect(await textOf(tab)).toContain(words), patience)
}

/** Chooses the interface language in the options, whatever the browser speaks. */
export async function speak(browser: LaunchedBrowser, language: 'zh-CN' | 'en'): Promise<void> {
  const options = await browser.openOwn('options.html')
  const chosen = () =>
    options.evaluate((wanted) => {
      const choice = document.querySelector('select')
      if (!choice) return false
      choice.value = wanted
      choice.dispatchEvent(new Event('change', { bubbles: true }))
      return document.documentElement.lang === wanted
    }, language)
  await holds(chosen, `the options speak ${language}`)
  await options.close()
}

/** Types a question into the popup's box and presses Enter. */
export async function ask(tab: Tab, question: string): Promise<void> {
  await tab.evaluate((words) => {
    const box = document.querySelector('textarea')
    if (!box) throw new Error('no box to ask in')
    box.focus()
    box.value = words
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }, question)
  await tab.press('Enter')
}

/** Presses the first button, fold, link or choice that says `words`. */
export async function press(tab: Tab, words: string): Promise<void> {
  const pressed = () =>
    tab.evaluate((said) => {
      const all = [...document.querySelectorAll<HTMLElement>('button, summary, a, label')]
      const found = all.find((each) => each.textContent?.includes(said) || each.getAttribute('aria-label') === said)
      found?.click()
      return found !== undefined
    }, words)
  await holds(pressed, `something says ${words}`)
}

/** Types into the field that is labelled `label`. */
export async function type(tab: Tab, label: string, words: string): Promise<void> {
  const typed = await tab.evaluate(
    (argument) => {
      const [name, value] = JSON.parse(argument)
      const found = [...document.querySelectorAll('label')].find((each) => each.textContent?.trim() === name)
      const field = found?.control
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false
      field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
      return true
    },
    JSON.stringify([label, words]),
  )
  expect(typed, label).toBe(true)
}

/** Searches for an institution on the guide. */
export async function find(guide: Tab, name: string): Promise<void> {
  await guide.evaluate(() => document.querySelector<HTMLInputElement>('input[type=search]')?.focus())
  await type(guide, '机构或产品的名字', name)
  await guide.press('Enter')
  const shown = () => guide.evaluate(() => document.querySelector('.found')?.textContent ?? '')
  await vi.waitFor(async () => expect(await shown()).toContain(name), patience)
}

/** Opens every fold of the page. */
export async function openFolds(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) {
      fold.removeAttribute('name')
      fold.open = true
    }
  })
}

/** Loads the page anew; what is looked at afterwards is the new one. */
export async function reload(tab: Tab): Promise<void> {
  await tab.evaluate(() => {
    document.documentElement.setAttribute('data-before', '')
    location.reload()
  })
  const isNew = () =>
    tab.evaluate(() => !document.documentElement.hasAttribute('data-before') && document.body.childElementCount > 0)
  await holds(() => isNew().catch(() => false), 'the page has loaded anew')
}
