import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardPlace } from '../../src/page/card-place.ts'

const card = { width: 370, height: 600 }
const at = (left: number, top: number) => ({ left, right: left + 90, top, bottom: top + 20 })

describe('the place of a card', () => {
  test.each([
    ['below', { width: 1280, height: 900 }, at(100, 50), { left: 100, top: 78 }],
    ['above', { width: 1280, height: 900 }, at(100, 800), { left: 100, top: 192 }],
    ['to the right', { width: 1280, height: 700 }, at(100, 300), { left: 198, top: 92 }],
    ['to the left', { width: 1280, height: 700 }, at(1000, 300), { left: 622, top: 92 }],
    ['over it where there is no room at all', { width: 380, height: 640 }, at(100, 300), { left: 8, top: 32 }],
    ['in the middle without a number', { width: 1280, height: 900 }, undefined, { left: 455, top: 8 }],
  ])('%s', (_, view, box, place) => {
    expect(cardPlace(card, view, box)).toEqual(place)
  })

  test('never covers the number where one of the four sides has room, and never leaves the viewport', () => {
    const size = fc.record({ width: fc.integer({ min: 320, max: 2000 }), height: fc.integer({ min: 320, max: 1400 }) })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(size, share, share, (view, x, y) => {
        const small = { width: Math.min(card.width, view.width - 16), height: Math.min(card.height, view.height - 16) }
        const box = at(x * (view.width - 90), y * (view.height - 20))
        const { left, top } = cardPlace(small, view, box)
        expect(left).toBeGreaterThanOrEqual(8)
        expect(top).toBeGreaterThanOrEqual(8)
        expect(left + small.width).toBeLessThanOrEqual(view.width - 8 + 1e-6)
        expect(top + small.height).toBeLessThanOrEqual(view.height - 8 + 1e-6)
        const apart =
          top >= box.bottom || top + small.height <= box.top || left >= box.right || left + small.width <= box.left
        const room =
          Math.max(view.height - box.bottom, box.top) >= small.height + 16 ||
          Math.max(view.width - box.right, box.left) >= small.width + 16
        expect(apart || !room).toBe(true)
      }),
    )
  })
})
