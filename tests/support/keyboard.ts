/** A person at the keyboard: goes from stop to stop with Tab, and checks at each that the focus can be seen. */
import { expect } from 'vitest'
import type { Tab } from '../../src/launcher/browser.ts'

/** What has the focus, open and (where the browser lets us look) closed shadow roots included. */
interface Focus {
  /** Spoken name, spaces folded; empty when nothing has the focus. */
  name: string
  /** What is wrong when a person cannot see it. */
  problem?: string
  /** Against the last stop, in the order of the document; a field of several parts is several stops. */
  moved: 'on' | 'back' | 'not'
  /** Where the person sees what was asked for. */
  wanted: 'here' | 'ahead' | 'behind' | 'nowhere'
}

export interface Keyboard {
  /** Waits for what is called `words`, presses Tab or Shift+Tab, towards where it is seen, until it has the focus. @returns its whole name. */
  to(words: string): Promise<string>
  /** Goes to `words` and presses Enter, or Space on boxes. */
  choose(words: string, key?: 'Enter' | ' '): Promise<void>
  /** Goes to the field and types. */
  write(field: string, text: string): Promise<void>
  press(key: string): Promise<void>
  /** Waits until what is called `words` has the focus by itself. */
  here(words: string): Promise<void>
  /** Goes to the first and presses Tab as far as the last. @returns the names of all stops. */
  between(first: string, last: string): Promise<string[]>
}

/** More stops than any page of ours has: whoever goes on longer is caught. */
const mostStops = 200

/** @param isolated to look from the content script's world: a card in a web page. */
export function keyboardOf(tab: Tab, { isolated = false } = {}): Keyboard {
  const see = (words: string): Promise<Focus> =>
    isolated ? tab.evaluateIsolated(lookAtFocus, words) : tab.evaluate(lookAtFocus, words)
  /** What cannot be seen at once may still be scrolled into view. */
  async function look(words: string): Promise<Focus> {
    const first = await see(words)
    if (first.problem !== undefined) await expect.poll(async () => (await see(words)).problem).toBeUndefined()
    return first
  }
  /** Every stop must lie in the direction of the key: else the order is not the document's, or the focus is caught. */
  async function go(words: string): Promise<Focus[]> {
    await expect.poll(async () => (await look(words)).wanted, { message: words }).not.toBe('nowhere')
    const start = await look(words)
    if (start.wanted === 'here') return [start]
    const key = start.wanted === 'ahead' ? 'Tab' : 'Shift+Tab'
    const stops = [start]
    while (stops.length < mostStops) {
      await tab.press(key)
      const stop = await look(words)
      const lost = stop.name === '' || stop.moved === (key === 'Tab' ? 'back' : 'on')
      stops.push(stop)
      if (stop.wanted === 'here') return stops
      if (lost && start.name !== '') break
    }
    throw new Error(`${key} never came to “${words}” but to: ${stops.map(({ name }) => name).join(' | ')}`)
  }
  async function to(words: string): Promise<string> {
    return (await go(words)).at(-1)?.name ?? ''
  }
  return {
    to,
    async choose(words, key = 'Enter') {
      await to(words)
      await tab.press(key)
    },
    async write(field, text) {
      await to(field)
      await tab.type(text)
    },
    press: (key) => tab.press(key),
    async here(words) {
      await expect.poll(async () => (await look(words)).name).toContain(words)
    },
    async between(first, last) {
      await to(first)
      return (await go(last)).map(({ name }) => name)
    },
  }
}

/** In a page, self-contained: the element that has the focus, and whether a person can see that it has. */
function lookAtFocus(words: string): Focus {
  type Sees = { dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } }
  const dom = (globalThis as { chrome?: Sees }).chrome?.dom
  const rootOf = (element: Element): ShadowRoot | null => {
    const seen = (element as Element & { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot
    if (seen !== undefined) return seen
    if (dom?.openOrClosedShadowRoot && element instanceof HTMLElement) return dom.openOrClosedShadowRoot(element)
    return element.shadowRoot
  }
  const nameOf = (element: Element): string => {
    const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : []
    const label = element.getAttribute('aria-label') ?? labels.map((each) => each.textContent).join(' ')
    return (label || element.textContent || '').replace(/\s+/g, ' ').trim() || element.outerHTML.slice(0, 80)
  }
  const isBefore = (one: Node, other: Node): boolean =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const problemOf = (active: Element, root: Document | ShadowRoot): string | undefined => {
    // A radio button may be drawn by what stands beside it.
    const shown = getComputedStyle(active).opacity === '0' ? (active.nextElementSibling ?? active) : active
    const style = getComputedStyle(shown)
    const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
    if (!outlined && style.boxShadow === 'none') return 'no outline'
    const box = [...shown.getClientRects()].find(({ width, height }) => width > 0 && height > 0)
    if (!box) return 'no box'
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)]
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)]
    if (left >= right || top >= bottom) return 'out of view'
    const hit = root.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    const own = hit && (shown.contains(hit) || active.contains(hit) || hit.contains(shown))
    return own ? undefined : `covered by ${hit?.outerHTML.slice(0, 80)} at ${top}–${bottom} px`
  }
  const takers = 'a[href], button, input, select, textarea, summary'
  let root: Document | ShadowRoot = document
  let active = document.activeElement
  for (let inner = active && rootOf(active); inner?.activeElement; inner = active && rootOf(active)) {
    root = inner
    active = inner.activeElement
  }
  const focused = active && active !== document.body && active !== document.documentElement ? active : undefined
  const called = [...root.querySelectorAll(takers)].filter(
    (each) => each.getClientRects().length > 0 && nameOf(each).includes(words),
  )
  const ahead = !focused || called.some((each) => isBefore(focused, each))
  const wanted = called.length === 0 ? 'nowhere' : ahead ? 'ahead' : 'behind'
  if (!focused) return { name: '', moved: 'not', wanted }
  const before: unknown = Reflect.get(globalThis, 'focusBefore')
  Reflect.set(globalThis, 'focusBefore', focused)
  const known = before instanceof Node && before.isConnected
  const problem = problemOf(focused, root)
  return {
    name: nameOf(focused),
    moved: known && isBefore(before, focused) ? 'on' : known && isBefore(focused, before) ? 'back' : 'not',
    wanted: called.includes(focused) ? 'here' : wanted,
    ...(problem !== undefined && { problem: `${problem}: ${focused.outerHTML.slice(0, 200)}` }),
  }
}
