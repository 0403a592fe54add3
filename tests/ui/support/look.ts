/** What the browser tests of the UI share: colour scheme, accessibility findings, pictures. */
import axe from 'axe-core'
import { expect } from 'vitest'
import { cdp, page } from 'vitest/browser'

/** Where to write pictures (`npm run screenshots -- --gallery`); unset in ordinary runs. */
const shots: unknown = import.meta.env.VITE_SHOTS

export async function scheme(value: 'light' | 'dark'): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })
  document.documentElement.style.background = value === 'dark' ? '#111418' : '#ffffff'
}

/** The size of text that a person sets in the browser, CSS pixels; 16 unless set. A page's own sizes do not reach the card. */
export async function textSize(standard: number): Promise<void> {
  await cdp().send('Page.setFontSizes', { fontSizes: { standard } })
}

/** What axe finds under `node`, open shadow roots included; fails when axe looked at nothing. */
export async function findings(node: Element): Promise<unknown[]> {
  const { violations, passes } = await axe.run(node, { rules: { region: { enabled: false } } })
  expect(passes.length).toBeGreaterThan(5)
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((each) => each.html + each.failureSummary) }))
}

export async function shoot(element: Element, name: string): Promise<void> {
  if (shots) await page.screenshot({ element, path: `${shots}/${name}.png` })
}

export function openAllFolds(root: ParentNode): void {
  for (const fold of root.querySelectorAll('details')) {
    fold.removeAttribute('name')
    fold.open = true
  }
}

/** Clicks the button under `root` that says `words`. */
export function press(root: ParentNode, words: string): void {
  const button = [...root.querySelectorAll('button')].find((each) => each.textContent?.includes(words))
  if (!button) throw new Error(`no button says ${words}`)
  button.click()
}
