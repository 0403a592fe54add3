/** Where a card goes: below its number, above it, beside it, and only then over it; always inside the viewport. Pure. */

/** CSS pixels. */
interface Size {
  width: number
  height: number
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const margin = 8

/** @param at the number's box in the viewport; without one the card stands in the middle at the top. */
export function cardPlace(card: Size, view: Size, at?: Box): { left: number; top: number } {
  if (!at) return { left: clamp((view.width - card.width) / 2, view.width - card.width), top: margin }
  const along = { left: clamp(at.left, view.width - card.width), top: clamp(at.top, view.height - card.height) }
  const tall = card.height + 2 * margin
  const wide = card.width + 2 * margin
  if (view.height - at.bottom >= tall) return { ...along, top: at.bottom + margin }
  if (at.top >= tall) return { ...along, top: at.top - card.height - margin }
  if (view.width - at.right >= wide) return { ...along, left: at.right + margin }
  if (at.left >= wide) return { ...along, left: at.left - card.width - margin }
  const below = view.height - at.bottom >= at.top
  return { ...along, top: clamp(below ? at.bottom + margin : at.top - card.height - margin, view.height - card.height) }
}

function clamp(value: number, most: number): number {
  return Math.max(margin, Math.min(value, most - margin))
}
