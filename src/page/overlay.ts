/** Draws marks as boxes over the page, for browsers without the Highlight API. One host while there are marks. */
import type { Painter } from './highlight.ts'
import type { Mark } from './mark.ts'
import { createOwnHost } from './own-host.ts'
import { lineOf, markStyles } from './verdict-style.ts'

const overPage = { position: 'fixed', inset: '0', 'pointer-events': 'none', 'z-index': '2147483647' }

export function createOverlayPainter(document: Document, signal: AbortSignal): Painter {
  const marks = new Set<Mark>()
  const host = createOwnHost(document, overPage)
  const root = host.attachShadow({ mode: 'closed' })
  let frame = 0

  function draw(): void {
    frame = 0
    if (marks.size === 0) {
      host.remove()
      return
    }
    if (!host.isConnected) document.documentElement.append(host)
    root.replaceChildren(...[...marks].flatMap((mark) => boxes(document, mark)))
  }

  function later(): void {
    if (frame === 0 && !signal.aborted) frame = requestAnimationFrame(draw)
  }

  for (const event of ['scroll', 'resize', 'load', 'transitionend']) {
    window.addEventListener(event, later, { capture: true, passive: true, signal })
  }
  signal.addEventListener('abort', () => host.remove())
  return {
    add(mark) {
      marks.add(mark)
      later()
    },
    remove(mark) {
      marks.delete(mark)
      later()
    },
    clear() {
      marks.clear()
      host.remove()
    },
    restore() {
      const intact = host.isConnected || marks.size === 0 || frame !== 0
      if (!intact) later()
      return intact
    },
  }
}

function boxes(document: Document, { range, verdict }: Mark): HTMLElement[] {
  const style = markStyles[verdict.code]
  if (!style) return []
  return [...range.getClientRects()].map((rect) => {
    const box = document.createElement('div')
    Object.assign(box.style, {
      position: 'fixed',
      left: `${rect.left}px`,
      top: `${rect.top}px`,
      width: `${rect.width}px`,
      height: `${rect.height}px`,
      borderBottom: `${lineOf(style).replace('wavy', 'groove')} ${style.colour}`,
    })
    return box
  })
}
