/**
 * The card's way into a frame: a script of its own, injected when a card is first opened, so that pages without one
 * carry neither the UI library nor its words. Both scripts share the extension's isolated world, which pages cannot see.
 */
import type { mountCard } from './mount-card.tsx'

export interface DeliveredCard {
  mount: typeof mountCard
  /** The card's stylesheet. */
  css: string
}

const place = Symbol.for('zhenhao.card')

/** Called by the injected script. */
export function deliverCard(card: DeliveredCard): void {
  Reflect.set(globalThis, place, card)
}

/** Undefined until the script has run in this frame. */
export function deliveredCard(): DeliveredCard | undefined {
  return Reflect.get(globalThis, place) as DeliveredCard | undefined
}
