/** Which subtrees have to be read after a batch of mutations. */
import { isUnread } from './unread.ts'
import { isDigitUnit } from './word-unit.ts'

/** Short text is read together with its neighbours: a digit added to a number is not a number by itself. */
const shortUnits = 24
const wideParent = 32

/** Adds what the page changed: nodes to be read to `dirty`, text nodes with new data to `changed`. */
export function noteChanges(records: readonly MutationRecord[], dirty: Set<Node>, changed: Set<Node>): void {
  for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
    if (type === 'characterData') {
      dirty.add(target)
      changed.add(target)
      continue
    }
    for (let n = 0; n < addedNodes.length; n++) dirty.add(addedNodes[n] as Node)
    if (removedNodes.length === 0) continue
    if (previousSibling) dirty.add(previousSibling)
    if (nextSibling) dirty.add(nextSibling)
  }
}

/** What to walk: connected, readable, no node below another one of the set's direct children. */
export function dirtyRoots(dirty: ReadonlySet<Node>): Set<Node> {
  const roots = new Set<Node>()
  const readable = new Map<Node, boolean>()
  for (const node of dirty) {
    const parent = node.parentNode
    if (!node.isConnected || !parent || dirty.has(parent) || roots.has(parent)) continue
    let ok = readable.get(parent)
    if (ok === undefined) {
      ok = !(parent instanceof Element && isUnread(parent))
      readable.set(parent, ok)
    }
    if (ok) roots.add(widened(node, parent))
  }
  return roots
}

function widened(node: Node, parent: Node): Node {
  const short = node.nodeType === Node.TEXT_NODE ? isShort((node as Text).data) : isShortInline(node)
  return short && holdsInlineOnly(parent) ? parent : node
}

/** Also a longer text that begins or ends with a digit: it may go on from one that is there. */
function isShort(data: string): boolean {
  return data.length <= shortUnits || isDigitUnit(data.charCodeAt(0)) || isDigitUnit(data.charCodeAt(data.length - 1))
}

const inlineTags: ReadonlySet<string> = new Set('a b bdi br em font i ins mark span strong u wbr'.split(' '))

function isShortInline(node: Node): boolean {
  return node instanceof Element && inlineTags.has(node.localName) && node.childNodes.length <= 2
}

function holdsInlineOnly(parent: Node): boolean {
  if (!(parent instanceof Element) || parent.childNodes.length > wideParent) return false
  return Array.prototype.every.call(parent.children, (child: Element) => inlineTags.has(child.localName))
}
