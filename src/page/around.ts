/** The words next to a block: its heading, its table's header, the blocks before and after. Context, never an owner. */
import { isUnread } from './unread.ts'

const neighbourUnits = 200
const headings: ReadonlySet<string> = new Set('h1 h2 h3 h4 h5 h6 caption legend summary'.split(' '))
/** How far a heading is looked for: levels up, siblings back on each level. */
const levels = 5
const siblings = 5

/** At most some 800 units; empty when nothing stands around. */
export function textAround(node: Text): string {
  const block = node.parentElement?.closest('tr,li,dt,dd,p,div,section,article,td,blockquote,h1,h2,h3,h4,h5,h6')
  if (!block) return ''
  const parts = [headingOf(block), headerRow(block), siblingText(block, 'before'), siblingText(block, 'after')]
  return parts.filter((part) => part !== '').join('\n')
}

function headingOf(block: Element): string {
  let at: Element | null = block
  for (let level = 0; at && level < levels; level++, at = at.parentElement) {
    let sibling = at.previousElementSibling
    for (let n = 0; sibling && n < siblings; n++, sibling = sibling.previousElementSibling) {
      if (isHeading(sibling)) return boundedText(sibling, 'after')
      const first = sibling.firstElementChild
      if (first && isHeading(first)) return boundedText(first, 'after')
    }
  }
  return ''
}

function isHeading(element: Element): boolean {
  return headings.has(element.localName) || element.getAttribute('role') === 'heading'
}

function headerRow(block: Element): string {
  const row = block.closest('tr')
  const first = row?.closest('table')?.rows[0]
  return first && first !== row ? boundedText(first, 'after') : ''
}

function siblingText(block: Element, side: 'before' | 'after'): string {
  const sibling = side === 'before' ? block.previousElementSibling : block.nextElementSibling
  return sibling ? boundedText(sibling, side) : ''
}

/** Up to 200 units from the end (`before`) or the start (`after`) of an element; huge elements cost no more. */
function boundedText(element: Element, side: 'before' | 'after'): string {
  if (isUnread(element)) return ''
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  if (side === 'before') walker.currentNode = lastLeaf(element)
  const readable = new Map<Node | null, boolean>([[element, true]])
  let text = ''
  let node = side === 'before' && walker.currentNode !== element ? walker.currentNode : walker.nextNode()
  for (let n = 0; node && n < 60 && text.length < neighbourUnits; n++) {
    const data = node.nodeType === Node.TEXT_NODE && isReadable(node, readable) ? (node as Text).data : ''
    const piece = (side === 'before' ? data.slice(-neighbourUnits) : data.slice(0, neighbourUnits)).replace(/\s+/g, ' ')
    text = side === 'before' ? piece + text : text + piece
    node = side === 'before' ? walker.previousNode() : walker.nextNode()
  }
  return (side === 'before' ? text.slice(-neighbourUnits) : text.slice(0, neighbourUnits)).trim()
}

function lastLeaf(element: Element): Node {
  let at: Node = element
  while (at.lastChild) at = at.lastChild
  return at
}

function isReadable({ parentElement }: Node, known: Map<Node | null, boolean>): boolean {
  let readable = known.get(parentElement)
  if (readable === undefined) {
    readable = parentElement !== null && !isUnread(parentElement)
    known.set(parentElement, readable)
  }
  return readable
}
