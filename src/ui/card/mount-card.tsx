/** Puts the card into a shadow root and takes it out again. */
import { render } from 'preact'
import { Card, type CardProps } from './card.tsx'

export type { CardProps } from './card.tsx'

export interface MountedCard {
  update: (props: CardProps) => void
  unmount: () => void
}

/**
 * Renders into `root` and focuses the dialog. The caller brings the stylesheet (`ui/card/card.css?inline`, adopted by the
 * root), the host element, its place, and what Esc does; `unmount` leaves the root as it was.
 */
export function mountCard(root: ShadowRoot, props: CardProps): MountedCard {
  render(<Card {...props} />, root)
  return {
    update: (next) => render(<Card {...next} />, root),
    unmount: () => render(null, root),
  }
}
