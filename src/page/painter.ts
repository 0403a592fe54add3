/** Chooses how marks are drawn: highlights, or boxes over the page in a browser without the Highlight API. */
import { createHighlightPainter, type Painter } from './highlight.ts'
import { createOverlayPainter } from './overlay.ts'
import { randomPrefix } from './verdict-style.ts'

/** @param paint brings the rules for this prefix into the page (user origin); not called for the overlay. */
export function createPainter(paint: (prefix: string) => void, signal: AbortSignal): Painter {
  const prefix = randomPrefix()
  return createHighlightPainter(prefix, () => paint(prefix)) ?? createOverlayPainter(document, signal)
}
