/** Walks a subtree in small steps and reports the text nodes worth reading, the links and the possible shadow hosts. */
import { firstCluster, type GateState } from './digit-gate.ts'
import { isUnreadTag } from './unread.ts'

export interface WalkVisitor {
  /** A text node with a cluster of digits that becomes complete at `offset`. Returns where to look on (`text.length` to leave it). */
  text(node: Text, offset: number): number
  element(element: Element): void
}

export interface Walk {
  /** Works until done (true) or until `performance.now()` passes `until` (false). */
  run(until: number): boolean
}

/** Units or nodes between two looks at the clock. */
const stride = 4096
const nodeCost = 16

/**
 * Walks `root` and below. When the page removes the node it stopped at, it begins again at `root`; what was read is
 * remembered by the visitor, so this costs time only.
 */
export function createWalk(root: Node, gate: GateState, visitor: WalkVisitor): Walk {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
  let node: Node | null = root
  let offset = 0

  function readText(text: Text, until: number): boolean {
    const { data } = text
    while (offset < data.length) {
      const hit = firstCluster(data, offset, gate)
      if (hit < 0) break
      offset = Math.max(visitor.text(text, hit), hit + 1)
      if (offset < data.length && performance.now() > until) return false
    }
    offset = 0
    return true
  }

  function next(at: Node): Node | null {
    if (at.nodeType !== Node.ELEMENT_NODE || !isUnreadTag(at as Element)) return walker.nextNode()
    return skipSubtree(walker, root)
  }

  return {
    run(until) {
      if (node && !root.contains(node)) {
        node = walker.currentNode = root
        offset = 0
      }
      let cost = 0
      while (node) {
        if (node.nodeType === Node.TEXT_NODE) {
          cost += nodeCost + (node as Text).length
          if (!readText(node as Text, until)) return false
        } else {
          cost += nodeCost
          if (node.nodeType === Node.ELEMENT_NODE) visitor.element(node as Element)
        }
        node = next(node)
        if (cost < stride) continue
        cost = 0
        if (performance.now() > until) return node === null
      }
      return true
    },
  }
}

function skipSubtree(walker: TreeWalker, root: Node): Node | null {
  if (walker.currentNode === root) return null
  const sibling = walker.nextSibling()
  if (sibling) return sibling
  while (walker.parentNode()) {
    if (walker.currentNode === root) return null
    const uncle = walker.nextSibling()
    if (uncle) return uncle
  }
  return null
}
