/** Quotes in an item: blocks that repeat another message, and those that name the reader as their writer. */
import type { Walk } from './item.ts'
import { readText } from './read-text.ts'
import { parentOf } from './tree.ts'

/** Shorter texts repeat by chance. */
const quoteUnits = 6
/** Quotes are cut short: so much of their beginning must be found again. */
const quotedHead = 24
/** A list with more text than this is not searched for what was quoted. */
const searchedUnits = 200_000

export function isQuote({ page, hints, item, strict, quotes }: Walk, element: Element): boolean {
  if (!strict) return false
  if (element.getAttribute('role') === 'button' || element.localName === 'button') return true
  if (page.boxOf(element).kind !== 'block') return false
  const text = (element.textContent ?? '').trim()
  const repeats = text.length >= quoteUnits && hints.isQuote?.(text, item.element) === true
  if (repeats) quotes.push(element)
  return repeats
}

/**
 * A label 我 tells that the message is one's own; inside a block of its own beside the message it names who wrote what is
 * quoted there. Adds the quote to what is skipped.
 */
export function settleSelfLabels(walk: Walk): void {
  for (const label of walk.selfLabels) {
    const block = blockAround(walk, label)
    if (!isBeside(walk, block)) walk.item.saysOwn = true
    else if (isRepeated(walk, block)) walk.skipped.add(block)
  }
}

/** The nearest block with text, be it a quote that is left out already. */
function blockAround(walk: Walk, label: Element): Element {
  let block = parentOf(label) ?? label
  while (
    block !== walk.item.element &&
    textOf(walk, block) === '' &&
    !walk.quotes.some((quote) => block.contains(quote))
  )
    block = parentOf(block) ?? walk.item.element
  return block
}

/** The item holds text outside this block as well. */
function isBeside(walk: Walk, block: Element): boolean {
  return block !== walk.item.element && textOf(walk, walk.item.element).length > textOf(walk, block).length
}

/** Its text stands in another item of the list, too. */
function isRepeated(walk: Walk, quote: Element): boolean {
  const said = textOf(walk, quote)
    .replace(/(…|\.{3})$/, '')
    .slice(0, quotedHead)
  const list = walk.item.element.parentNode?.textContent ?? ''
  if (said === '' || list.length > searchedUnits) return false
  const first = list.indexOf(said)
  return first >= 0 && list.indexOf(said, first + 1) >= 0
}

function textOf({ page, skipped }: Walk, element: Element): string {
  return readText([element], { ...page, skips: (part) => skipped.has(part) }).text.trim()
}
