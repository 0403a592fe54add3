/** Puts the card into a shadow root and takes it out again. */
import { render } from 'preact'
import { Card, type CardProps } from './card.tsx'

export type { CardProps } from './card.tsx'

/**
 * Renders into `root` and focuses the dialog. The caller brings the stylesheet (`ui/card/card.css?inline`, adopted by the
 * root), the host element, its place, and what Esc does; the answer takes the card out and leaves the root as it was.
 */
export function mountCard(root: ShadowRoot, props: CardProps): () => void {
  render(<Card {...props} />, root)
  return () => render(null, root)
}
