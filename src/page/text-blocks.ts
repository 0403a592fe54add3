/** How an element is looked through for digits: passed over, as one text, or child by child. By name; it decides cost only. */
import { isUnreadTag } from './unread.ts'

export const PASS_OVER = 0
/** Its whole text at once: a paragraph, a list item, an inline element. */
export const WHOLE = 1
/** Node by node: it may be one huge text, or figures are to be expected. */
export const BY_NODE = 2
/** Child by child: it is made of blocks. */
export const BY_CHILD = 3
/** A few paragraphs or list items: its whole text at once, and child by child when digits are in it. */
export const GROUP = 4
const BY_FIRST_CHILD = 5

const byNode = 'pre code samp xmp table thead tbody tfoot tr'
const byChild =
  'html body main section article header footer nav aside form fieldset center details figure dialog ul ol dl menu'
/** What a `div` or list item of blocks begins with. */
const blocks = `${byNode} ${byChild} div p h1 h2 h3 h4 h5 h6 hr li dt dd td th blockquote address script style template iframe`
const known: Map<string, number> = new Map([
  ...byNode.split(' ').map((name) => [name, BY_NODE] as const),
  ...['div', 'li', 'td', 'dd', 'blockquote', 'address', 'a', 'span'].map((name) => [name, BY_FIRST_CHILD] as const),
  ...byChild.split(' ').map((name) => [name, BY_CHILD] as const),
])
const blockNames: ReadonlySet<string> = new Set(blocks.split(' '))
/** Children of a group. */
const few = 12

/** One of the five ways above. */
export function wayOf(element: Element): number {
  const name = element.localName
  let way = known.get(name)
  if (way === undefined) {
    way = isUnreadTag(element) ? PASS_OVER : name.includes('-') ? BY_FIRST_CHILD : WHOLE
    known.set(name, way)
  }
  if (way !== BY_FIRST_CHILD && way !== BY_CHILD) return way
  const first = element.firstElementChild
  if (!first || !isBlock(first.localName)) return way === BY_CHILD ? BY_CHILD : WHOLE
  return isLeaf(first) && isLeaf(element.lastElementChild) && element.childElementCount <= few ? GROUP : BY_CHILD
}

/** It begins with no block. */
function isLeaf(element: Element | null): boolean {
  const first = element?.firstElementChild
  return !first || !isBlock(first.localName)
}

function isBlock(name: string): boolean {
  return blockNames.has(name) || name.includes('-')
}
