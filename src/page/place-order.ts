/** Sorts marks into document order, shadow roots at the place of their hosts. */
import type { Mark } from './mark.ts'

export function documentOrder(marks: Iterable<Mark>): Mark[] {
  return [...marks].sort((a, b) => compare(a.range, b.range))
}

function compare(a: Range, b: Range): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset
  const aPath = hostPath(a.startContainer)
  const bPath = hostPath(b.startContainer)
  for (let level = 0; level < Math.min(aPath.length, bPath.length); level++) {
    const [one, other] = [aPath[level], bPath[level]]
    if (one && other && one !== other)
      return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1
  }
  return aPath.length - bPath.length
}

/** The node, before it the host of its shadow root, and so on; outermost first. */
function hostPath(node: Node): Node[] {
  const path: Node[] = [node]
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    path.unshift(root.host)
  return path
}
