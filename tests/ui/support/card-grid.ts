/** Cards side by side in open shadow roots, for the tests that look at all of them at once and for the gallery. */
import cardCss from '../../../src/ui/card/card.css?inline'
import { type CardProps, mountCard } from '../../../src/ui/card/mount-card.tsx'

export interface CardGrid {
  grid: HTMLElement
  /** One per card, in order. */
  roots: ShadowRoot[]
  remove(): void
}

interface Look {
  /** CSS pixels; cards make themselves as wide as they like without it. */
  width?: number
  columns?: number
}

/** Mounts the cards into the test's page. */
export function showCards(cards: readonly CardProps[], { width = 400, columns = 4 }: Look = {}): CardGrid {
  const grid = document.createElement('div')
  grid.style.cssText = `display: grid; grid-template-columns: repeat(${columns}, ${width}px); align-items: start; gap: 16px; padding: 16px; width: max-content`
  document.body.append(grid)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(cardCss)
  const shown = cards.map((props) => {
    const host = document.createElement('div')
    grid.append(host)
    const root = host.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [sheet]
    return { root, unmount: mountCard(root, props) }
  })
  return {
    grid,
    roots: shown.map(({ root }) => root),
    remove() {
      for (const { unmount } of shown) unmount()
      grid.remove()
    },
  }
}
