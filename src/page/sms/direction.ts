/** Own or received? Told from the names of elements, from labels, and from the side on which a message stands. */
import type { Item } from './item.ts'
import { parentOf, wordsOf } from './tree.ts'

export type Side = 'left' | 'right' | 'unknown'

const outWords: ReadonlySet<string> = new Set([
  'out',
  'outgoing',
  'outbound',
  'sent',
  'send',
  'self',
  'me',
  'mine',
  'own',
  'right',
])
const inWords: ReadonlySet<string> = new Set([
  'in',
  'incoming',
  'inbound',
  'received',
  'receive',
  'recv',
  'left',
  'other',
  'them',
  'peer',
])
const flags = /^(data-)?(is-?)?(outgoing|from-?me|me|self|mine|own|sent)$/
const directions = /^data-(direction|dir|type|side|from|kind|box|flow|origin|author|role)$/

/** What is told by names of the item and of what stands between it and its text. */
export interface Names {
  out: Set<string>
  in: Set<string>
}

export function namesOf(item: Item): Names {
  const names: Names = { out: new Set(), in: new Set() }
  const first = item.body.pieces[0]?.node
  for (let at = first ? parentOf(first) : null; at; at = at === item.element ? null : parentOf(at)) addNames(at, names)
  return names
}

function addNames(element: Element, names: Names): void {
  const words = wordsOf(element)
  const toMe = words.includes('to') || words.includes('not')
  for (const word of words) {
    if (outWords.has(word)) (toMe ? names.in : names.out).add(word)
    else if (inWords.has(word)) names.in.add(word)
  }
  for (const { name, value } of element.attributes) {
    if (flags.test(name)) (value === 'false' || value === '0' ? names.in : names.out).add(name)
    else if (directions.test(name) && outWords.has(value.toLowerCase())) names.out.add(`${name}=${value}`)
    else if (directions.test(name) && inWords.has(value.toLowerCase())) names.in.add(`${name}=${value}`)
  }
}

/** Names that nearly every message carries tell nothing (`message-right` beside every avatar). */
export function tellingNames(all: readonly Names[]): Set<string> {
  const counts = new Map<string, number>()
  for (const names of all) for (const name of names.out) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count < all.length * 0.9).map(([name]) => name))
}

/** Share of the width by which the nearer edge must be nearer. */
const clearly = 0.08
/** A box wider than this share of the list is a row, not a bubble. */
const bubbleShare = 0.92

/** Where a message stands between the edges of its list: gaps on either side, as shares of the width; mirrored in right-to-left lists. */
export interface Gaps {
  left: number
  right: number
}

/** The gaps of the bubble around the text; undefined while there is no layout. */
export function gapsOf(item: Item, container: Element): Gaps | undefined {
  const first = item.body.pieces[0]?.node
  const last = item.body.pieces.at(-1)?.node
  if (!first?.isConnected || !last?.isConnected) return undefined
  if (hasColumns(item.element)) return undefined
  const outer = container.getBoundingClientRect()
  const inner = bubbleBox(first, container, outer.width) ?? textBox(first, last)
  if (outer.width < 50 || inner.width === 0) return undefined
  const left = (inner.left - outer.left) / outer.width
  const right = (outer.right - inner.right) / outer.width
  // A right-to-left interface is the mirror image: one's own messages stand on the left.
  return getComputedStyle(container).direction === 'rtl' ? { left: right, right: left } : { left, right }
}

/** Rows of a table: where their text stands tells the column, not the side. */
function hasColumns(element: Element): boolean {
  let cells = 0
  for (const child of element.children) {
    if (getComputedStyle(child).display === 'table-cell' && (child.textContent ?? '').trim() !== '' && ++cells > 1)
      return true
  }
  return false
}

/** The outermost box around the text that is narrower than its list. */
function bubbleBox(text: Text, container: Element, width: number): DOMRect | undefined {
  let bubble: DOMRect | undefined
  for (let at = parentOf(text); at && at !== container; at = parentOf(at)) {
    if (getComputedStyle(at).display === 'inline') continue
    const box = at.getBoundingClientRect()
    if (box.width > 0 && box.width <= width * bubbleShare) bubble = box
  }
  return bubble
}

function textBox(first: Text, last: Text): DOMRect {
  const range = first.ownerDocument.createRange()
  range.setStart(first, 0)
  range.setEnd(last, last.length)
  return range.getBoundingClientRect()
}

/**
 * True when the items lie one below the other. Cards beside each other stand left and right too; so few of a
 * conversation overlap that it is an accident of scrolling.
 */
export function areStacked(items: readonly Item[]): boolean {
  const boxes = items.map((item) => item.element.getBoundingClientRect()).filter((box) => box.height > 0)
  const beside = boxes.filter((box, index) => {
    const next = boxes[index + 1]
    if (!next) return false
    const shared = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top)
    return shared > Math.min(box.height, next.height) / 2
  })
  return beside.length * 4 < boxes.length
}

/** @param leftEdge the smallest left gap seen in this view: where received messages begin. */
export function sideOf(gaps: Gaps | undefined, leftEdge: number): Side {
  if (!gaps) return 'unknown'
  if (gaps.left - gaps.right > clearly && gaps.left - leftEdge > clearly) return 'right'
  return gaps.left - leftEdge < clearly / 2 ? 'left' : 'unknown'
}
