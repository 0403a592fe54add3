/** Walks a subtree in small steps and reports the text nodes worth reading, the links and the possible shadow hosts. */
import { firstCluster, type GateState } from './digit-gate.ts'
import { isPlainFigure } from './plain-figure.ts'
import { telLinks } from './tel-link.ts'
import { isUnreadTag } from './unread.ts'

export interface WalkVisitor {
  /**
   * A text node with a cluster of digits from `offset` on; `carried`: it began in an earlier node. Returns where to
   * look on (`text.length` to leave it).
   */
  text(node: Text, offset: number, carried: boolean): number
  element(element: Element): void
  link(link: Element): void
}

export interface Walk {
  /** Works until done (true) or until `performance.now()` passes `until` (false). */
  run(until: number): boolean
}

/** Units or nodes between two looks at the clock. */
const stride = 4096
const nodeCost = 16

/** No number reaches over their borders, whatever the page's styles say. */
const cells = 'td,th,li,dt,dd,h1,h2,h3,h4,h5,h6'

/**
 * Walks `root` and below: its elements first, then its text. When the page removes the node it stopped at, it begins
 * again at `root`; what was read is remembered by the visitor, so this costs time only.
 */
export function createWalk(root: Node, gate: GateState, visitor: WalkVisitor): Walk {
  const elements = elementsOf(root)
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let element = -1
  let node: Node | null = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode()
  let offset = 0
  let withDigits: Text | undefined

  function runElements(until: number): boolean {
    if (element < 0) for (const link of linksOf(root)) visitor.link(link)
    element = Math.max(element, 0)
    for (; element < elements.length; element++) {
      const at = elements[element]
      if (at) visitor.element(at)
      if (element % 256 === 255 && performance.now() > until) {
        element++
        return false
      }
    }
    return true
  }

  /** As `firstCluster`, but digits of another table cell or list item do not count. */
  function hitIn(text: Text, data: string): number {
    const hit = firstCluster(data, offset, gate)
    if (hit < 0 || !gate.carried || !withDigits || sameCell(withDigits, text)) return hit
    return firstCluster(data, offset, gate)
  }

  function readText(text: Text, until: number): boolean {
    const { data } = text
    while (offset < data.length) {
      const hit = hitIn(text, data)
      if (hit < 0 || (offset === 0 && isPassedOver(text, data))) break
      offset = Math.max(visitor.text(text, hit, gate.carried), hit + 1)
      if (offset < data.length && performance.now() > until) return false
    }
    if (gate.digits > 0 && gate.gap < data.length) withDigits = text
    offset = 0
    return true
  }

  return {
    run(until) {
      if (!runElements(until)) return false
      if (node && !root.contains(node)) {
        walker.currentNode = root
        node = walker.nextNode()
        offset = 0
      }
      let cost = 0
      while (node) {
        cost += nodeCost + (node as Text).length
        if (!readText(node as Text, until)) return false
        node = walker.nextNode()
        if (cost < stride) continue
        cost = 0
        if (performance.now() > until) return node === null
      }
      return true
    },
  }
}

function elementsOf(root: Node): ArrayLike<Element> {
  if (root instanceof Element) return root.firstElementChild ? [root, ...root.querySelectorAll('*')] : [root]
  return root instanceof Document || root instanceof DocumentFragment ? root.querySelectorAll('*') : []
}

function linksOf(root: Node): Iterable<Element> {
  if (root instanceof Element && root.matches(telLinks)) return [root]
  if (root instanceof Element || root instanceof Document || root instanceof DocumentFragment) {
    return root.querySelectorAll(telLinks)
  }
  return []
}

/** Cheap reasons to pass a text node with digits over: it is a script, or a date or amount alone in its cell. */
function isPassedOver(text: Text, data: string): boolean {
  const parent = text.parentNode
  if (!(parent instanceof Element)) return false
  return isUnreadTag(parent) || (isPlainFigure(parent, data) && !text.nextSibling && !text.previousSibling)
}

function sameCell(one: Text, other: Text): boolean {
  if (one.parentNode === other.parentNode) return true
  return one.parentElement?.closest(cells) === other.parentElement?.closest(cells)
}
