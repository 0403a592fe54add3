/** Which mark lies under the pointer. Highlights are not elements, so the browser is asked in the way it knows. */
import type { Mark } from './mark.ts'
import type { MarkBook } from './mark-book.ts'

interface HighlightHit {
  ranges: AbstractRange[]
}

/** Chromium 140, Firefox 150; not in TypeScript's library yet. */
interface PointedRegistry extends HighlightRegistry {
  highlightsFromPoint?(x: number, y: number, options?: { shadowRoots?: ShadowRoot[] }): HighlightHit[]
}

/** The mark at a point of the viewport (CSS px), or undefined. */
export function markAt(x: number, y: number, book: MarkBook, roots: ShadowRoot[]): Mark | undefined {
  const registry: PointedRegistry | undefined = typeof CSS === 'undefined' ? undefined : CSS.highlights
  if (typeof registry?.highlightsFromPoint === 'function') {
    const hits = registry.highlightsFromPoint(x, y, { shadowRoots: roots })
    return hits.flatMap((hit) => hit.ranges.flatMap((range) => book.byRange(range) ?? []))[0]
  }
  return markAtCaret(x, y, book, roots) ?? markInRoots(x, y, book)
}

/** Older browsers: the text position nearest to the point, then the mark there, if the point is really on it. */
function markAtCaret(x: number, y: number, book: MarkBook, roots: ShadowRoot[]): Mark | undefined {
  const caret = caretAt(x, y, roots)
  if (!caret) return undefined
  for (const mark of book.all()) {
    const sameTree = mark.range.startContainer.getRootNode() === caret.node.getRootNode()
    if (sameTree && mark.range.comparePoint(caret.node, caret.offset) === 0 && isOn(mark, x, y)) return mark
  }
  return undefined
}

function caretAt(x: number, y: number, roots: ShadowRoot[]): { node: Node; offset: number } | undefined {
  if (typeof document.caretPositionFromPoint === 'function') {
    const position = document.caretPositionFromPoint(x, y, { shadowRoots: roots })
    return position ? { node: position.offsetNode, offset: position.offset } : undefined
  }
  const range = document.caretRangeFromPoint(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined
}

/** Without the means to look into shadow roots: their marks are few, so each is measured. */
function markInRoots(x: number, y: number, book: MarkBook): Mark | undefined {
  for (const mark of book.all()) {
    if (mark.range.startContainer.getRootNode() instanceof ShadowRoot && isOn(mark, x, y)) return mark
  }
  return undefined
}

function isOn(mark: Mark, x: number, y: number): boolean {
  return [...mark.range.getClientRects()].some(
    (rect) => rect.left - 1 <= x && x <= rect.right + 1 && rect.top - 1 <= y && y <= rect.bottom + 1,
  )
}
