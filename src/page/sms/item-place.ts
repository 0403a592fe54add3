/** Where a part of an item stands: amid text, on a control, at the head of a line of its own. */
import type { BoxReader } from '../box.ts'
import { parentOf } from './tree.ts'

/** Longer texts are no labels, UTF-16 units. */
export const labelUnits = 40

/** Text runs into it and on behind it: 4<b>00-4</b>44-0402 holds no date. */
export function isAmidText({ previousSibling, nextSibling }: Element): boolean {
  return /\S$/.test(textIn(previousSibling)) && /^\S/.test(textIn(nextSibling))
}

function textIn(node: Node | null): string {
  return node instanceof Text ? node.data : ''
}

/** “发送” on a link or button is an offer, no status. */
export function isControl(element: Element): boolean {
  return element.closest('a,button,[role="button"]') !== null || element.querySelector('a,button') !== null
}

/** It begins a short line of its own that is no sentence: `<h4><a>106…</a> <i>SIM1</i></h4>`. */
export function leadsLine(element: Element, item: Element, boxOf: BoxReader): boolean {
  let line = element
  while (line !== item && boxOf(line).kind !== 'block') {
    for (let at = line.previousSibling; at; at = at.previousSibling) if (at.textContent?.trim()) return false
    const parent = parentOf(line)
    if (!parent) return false
    line = parent
  }
  const text = line.textContent ?? ''
  return line !== item && text.length <= labelUnits && !/[。！？；，、：:【［]/.test(text)
}
