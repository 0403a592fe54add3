import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumbers } from '../../src/phone/find.ts'
import { findExplained } from '../../src/phone/find-explained.ts'

/** Characters that the detector treats specially, and any UTF-16 unit, lone surrogates included. */
const nasty = fc.oneof(
  fc.constantFrom(
    ...'0123456789０９①⑨零一九幺两OolISBZ-—－ .,、()（）[]+＋★❤/:：转按#元年月QQ电话热线拨打',
    '\u200b',
    '\ufe0f',
    '\u20e3',
    '\u0301',
    '𝟗',
    '🌸',
    '\n',
  ),
  fc.constantFrom('95588', '400', '010', '138', '0086', '+86', '1069', '12345'),
  fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
)
/** `size`: as long as said; fast-check makes ten parts of it by itself. */
const anyText = fc.array(nasty, { maxLength: 80, size: 'max' }).map((parts) => parts.join(''))

describe('on any UTF-16 text', () => {
  it('offsets slice to raw, in order, without overlap; canonical is digits', () => {
    let several = 0
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0
        const numbers = findNumbers(text)
        if (numbers.length > 1) several++
        for (const found of numbers) {
          expect(text.slice(found.start, found.end)).toBe(found.raw)
          expect(found.start).toBeGreaterThanOrEqual(end)
          expect(found.end).toBeGreaterThan(found.start)
          expect(found.canonical).toMatch(/^\+?\d{3,20}$/)
          end = found.end
        }
      }),
      { numRuns: 3000 },
    )
    expect(several).toBeGreaterThan(50)
  })

  it('explaining candidates finds the same numbers', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(findExplained(text).found).toEqual(findNumbers(text))
      }),
      { numRuns: 500 },
    )
  })

  it('finds a number again in its own canonical writing', () => {
    let again = 0
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { canonical, kind } of findNumbers(text)) {
          if (kind === 'foreign') continue
          again++
          expect(findNumbers(`请拨打 ${canonical}`).map((found) => found.canonical)).toEqual([canonical])
        }
      }),
      { numRuns: 1000 },
    )
    expect(again).toBeGreaterThan(100)
  })
})
