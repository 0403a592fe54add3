/** How an element is looked through for digits: passed over, as one text, or child by child. By name; it decides cost only. */
import { isUnreadTag } from './unread.ts'

export const PASS_OVER = 0
/** Its whole text at once: a paragraph, a row, an inline element. */
export const WHOLE = 1
/** Node by node: it may be one huge text, or figures are to be expected. */
export const BY_NODE = 2
/** Child by child: it is made of blocks. */
export const BY_CHILD = 3
const BY_FIRST_CHILD = 4

const byChild =
  'html body main section article header footer nav aside form fieldset center details figure dialog ul ol dl menu table thead tbody tfoot'
/** What a `div` or list item of blocks begins with. */
const blocks = `${byChild} div p h1 h2 h3 h4 h5 h6 hr blockquote address pre script style template iframe`
const known: Map<string, number> = new Map([
  ...['pre', 'code', 'samp', 'xmp', 'tr'].map((name) => [name, BY_NODE] as const),
  ...['div', 'li', 'td', 'dd', 'blockquote', 'address', 'a', 'span'].map((name) => [name, BY_FIRST_CHILD] as const),
  ...byChild.split(' ').map((name) => [name, BY_CHILD] as const),
])
const blockNames: ReadonlySet<string> = new Set(blocks.split(' '))

/** One of the four ways above. */
export function wayOf(element: Element): number {
  const name = element.localName
  let way = known.get(name)
  if (way === undefined) {
    way = isUnreadTag(element) ? PASS_OVER : name.includes('-') ? BY_FIRST_CHILD : WHOLE
    known.set(name, way)
  }
  if (way !== BY_FIRST_CHILD) return way
  const first = element.firstElementChild
  return first && isBlock(first.localName) ? BY_CHILD : WHOLE
}

function isBlock(name: string): boolean {
  return blockNames.has(name) || name.includes('-')
}
