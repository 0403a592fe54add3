/** What the scenes do on the extension's own pages, by structure and not by words, so that they hold in both languages. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Tab } from '../../src/launcher/browser.ts'

/** Types into the paste box and presses Enter. */
export async function ask(tab: Tab, question: string): Promise<void> {
  await fill(tab, 'textarea', question)
  await tab.press('Enter')
  await appears(tab, '.answer:not(.soft)')
}

/** Searches for an institution on the guide. */
export async function search(tab: Tab, name: string): Promise<void> {
  await fill(tab, 'input[type=search]', name)
  await tab.press('Enter')
  await appears(tab, '.found-card')
  await settled(tab)
}

/** Focuses the first match, or the one given by `selector >> index`, and puts `words` into it. */
export async function fill(tab: Tab, selector: string, words: string): Promise<void> {
  await appears(tab, selector.split(' >> ')[0] ?? selector)
  await tab.evaluate(
    (argument) => {
      const [place, value] = JSON.parse(argument)
      const [query, index = '0'] = String(place).split(' >> ')
      const field = document.querySelectorAll(query ?? '')[Number(index)]
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) throw new Error(`no ${place}`)
      field.focus()
      field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    JSON.stringify([selector, words]),
  )
}

/** Clicks the first match, or the one given by `selector >> index`. */
export async function click(tab: Tab, selector: string): Promise<void> {
  await appears(tab, selector.split(' >> ')[0] ?? selector)
  await tab.evaluate((place) => {
    const [query, index = '0'] = place.split(' >> ')
    const all = [...document.querySelectorAll<HTMLElement>(query ?? '')]
    all.at(Number(index))?.click()
  }, selector)
}

export async function appears(tab: Tab, selector: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await tab.evaluate((query) => document.querySelector(query) !== null, selector)) return
    await wait(50)
  }
  throw new Error(`${selector} did not appear`)
}

/** Opens the folds of the institution card or the verdict at these places; -1 is the last. */
export async function openFolds(tab: Tab, within: string, places: readonly number[]): Promise<void> {
  await appears(tab, `${within} details`)
  await tab.evaluate(
    (argument) => {
      const [root, wanted] = JSON.parse(argument)
      const folds = [...document.querySelectorAll<HTMLDetailsElement>(`${root} > details`)]
      for (const place of wanted) {
        const fold = folds.at(place)
        if (!fold) throw new Error(`no fold ${place}`)
        fold.removeAttribute('name')
        fold.open = true
      }
    },
    JSON.stringify([within, places]),
  )
}

/** Sets the clock of an own page and has it drawn again. */
export async function setClock(tab: Tab, time: string): Promise<void> {
  await tab.evaluate((iso) => {
    const now = Date.parse(iso)
    Date.now = () => now
    dispatchEvent(new HashChangeEvent('hashchange'))
  }, time)
}

/** Waits until the page looks the same twice. */
export async function settled(tab: Tab): Promise<void> {
  let before = ''
  for (let tries = 0; tries < 40; tries += 1) {
    const now = await tab.evaluate(() => `${document.body.textContent} ${document.body.scrollHeight}`)
    if (now === before && /\S \d/.test(now)) return
    before = now
    await wait(150)
  }
}
