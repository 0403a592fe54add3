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

/**
 * Where this document's frames stand among its marks (in document order): their index in `window.frames`, which is not
 * always the order of the elements, and how many marks come before. Frames inside shadow roots are not in it.
 */
export function framePlaces(marks: readonly Mark[]): { index: number; before: number }[] {
  const nodes = marks.map((mark) => hostPath(mark.range.startContainer)[0] ?? document)
  return [...document.querySelectorAll('iframe, frame, object')].flatMap((element) => {
    const index = windowIndex(element)
    const before = nodes.filter((node) => node.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
    return index === undefined ? [] : { index, before: before.length }
  })
}

function windowIndex(element: Element): number | undefined {
  const inner = 'contentWindow' in element ? element.contentWindow : null
  if (inner === null) return undefined
  for (let index = 0; index < window.length; index += 1) if (window[index] === inner) return index
  return undefined
}

/** The node, before it the host of its shadow root, and so on; outermost first. */
function hostPath(node: Node): Node[] {
  const path: Node[] = [node]
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    path.unshift(root.host)
  return path
}
