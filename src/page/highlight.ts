/** Paints marks with the CSS Custom Highlight API: the page's DOM stays as it is. One highlight per verdict code. */
import type { VerdictCode } from '../verdict/verdict.ts'
import type { Mark } from './mark.ts'
import { highlightName, markedCodes } from './verdict-style.ts'

/** Draws marks; an overlay does the same where the Highlight API is missing. */
export interface Painter {
  add(mark: Mark): void
  remove(mark: Mark): void
  /** Takes everything off the page. */
  clear(): void
  /** Puts back what the page removed. True when nothing was missing. */
  restore(marks: Iterable<Mark>): boolean
}

/**
 * Undefined where the browser has no Highlight API.
 * @param paint brings the rules into the page; called with the first mark: most frames never need them.
 */
export function createHighlightPainter(prefix: string, paint: () => void): Painter | undefined {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return undefined
  const registry = CSS.highlights
  const highlights = new Map<VerdictCode, Highlight>()

  function highlightOf(code: VerdictCode): Highlight {
    let highlight = highlights.get(code)
    if (!highlight) {
      if (highlights.size === 0) paint()
      highlight = new Highlight()
      highlights.set(code, highlight)
      registry.set(highlightName(prefix, code), highlight)
    }
    return highlight
  }

  return {
    add: (mark) => {
      highlightOf(mark.verdict.code).add(mark.range)
    },
    remove: (mark) => {
      highlights.get(mark.verdict.code)?.delete(mark.range)
    },
    clear() {
      for (const code of markedCodes) registry.delete(highlightName(prefix, code))
      highlights.clear()
    },
    restore: (marks) => restore(registry, highlights, prefix, marks),
  }
}

/** Never reads a verdict back: what the page shows is compared with our own book and put right. */
function restore(
  registry: HighlightRegistry,
  highlights: Map<VerdictCode, Highlight>,
  prefix: string,
  marks: Iterable<Mark>,
): boolean {
  let intact = true
  for (const [code, highlight] of highlights) {
    const name = highlightName(prefix, code)
    if (registry.get(name) === highlight) continue
    registry.set(name, highlight)
    intact = false
  }
  for (const mark of marks) {
    const highlight = highlights.get(mark.verdict.code)
    if (!highlight || highlight.has(mark.range)) continue
    highlight.add(mark.range)
    intact = false
  }
  return intact
}
