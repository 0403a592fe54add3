/** How an element is looked through for digits: passed over, as one text, or child by child. By name; it decides cost only. */
import { unreadTags } from './unread.ts'

export const PASS_OVER = 0
/** Its whole text at once: a paragraph, a list item, an inline element. */
export const WHOLE = 1
/** Node by node: it may be one huge text. */
export const BY_NODE = 2
/** Child by child: it is made of blocks. */
export const BY_CHILD = 3
/** A few paragraphs or list items: its whole text at once, and child by child when digits are in it. */
export const GROUP = 4
const BY_FIRST_CHILD = 5
const BY_FEW = 6
/** Mask of the ways above. */
export const WAY = 7
/** Set beside a way: no number reaches over its borders. */
export const CELL = 8
/** Set beside `CELL`: no element is in it. */
export const LEAF = 16
/** What an element of blocks begins with. */
const BLOCK = 32

const byName: Map<string, number> = new Map()
function put(way: number, names: string): void {
  for (const name of names.split(' ')) byName.set(name, way)
}
put(BY_NODE | BLOCK, 'pre code')
put(BY_CHILD | BLOCK | CELL, 'table thead tbody tfoot tr')
put(BY_FEW | BLOCK | CELL, 'ul ol dl')
put(BY_FEW | BLOCK, 'html body main section article header footer nav aside form')
put(BY_FIRST_CHILD, 'a span')
put(BY_FIRST_CHILD | BLOCK, 'div blockquote')
put(BY_FIRST_CHILD | BLOCK | CELL, 'li td th dd')
put(WHOLE | BLOCK | CELL, 'dt h1 h2 h3 h4 h5 h6')
put(WHOLE | BLOCK, 'p')
put(PASS_OVER | BLOCK, 'script style template iframe')

/** Children of a group. */
const few = 12

/** One of the first five ways, perhaps with `CELL` and `LEAF`. `name`: the element's local name. */
export function wayOf(element: Element, name: string): number {
  const way = namedWay(name)
  const base = way & WAY
  if (base < BY_FIRST_CHILD) return way & ~BLOCK
  const cell = way & CELL
  const first = element.firstElementChild
  if (!first && cell && base === BY_FIRST_CHILD) return WHOLE | CELL | LEAF
  if (!first || !(namedWay(first.localName) & BLOCK)) return (base === BY_FEW ? BY_CHILD : WHOLE) | cell
  const count = element.childElementCount
  if (count > few || !isLeaf(first) || (count > 1 && !isLeaf(element.lastElementChild))) return BY_CHILD | cell
  return GROUP | cell
}

function namedWay(name: string): number {
  let way = byName.get(name)
  if (way === undefined) {
    way = unreadTags.has(name) ? PASS_OVER : name.includes('-') ? BY_FIRST_CHILD | BLOCK : WHOLE
    byName.set(name, way)
  }
  return way
}

/** It begins with no block. What is `WHOLE` by name is not asked: the parser puts no block into it. */
function isLeaf(element: Element | null): boolean {
  if (!element || (namedWay(element.localName) & WAY) === WHOLE) return true
  const first = element.firstElementChild
  return !first || !(namedWay(first.localName) & BLOCK)
}
