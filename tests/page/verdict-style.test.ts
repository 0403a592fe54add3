import { describe, expect, test } from 'vitest'
import {
  highlightCss,
  highlightName,
  lineOf,
  markedCodes,
  markStyles,
  randomPrefix,
} from '../../src/page/verdict-style.ts'
import { isMarked } from '../../src/verdict/marked-codes.ts'

const looks = new Set(['lookalike', 'malformed'])

describe('mark styles', () => {
  test('every marked code has one, no other', () => {
    expect(markedCodes.every((code) => isMarked(code, 'careful'))).toBe(true)
    expect(markedCodes).toHaveLength(12)
  })

  test('shapes differ without colour; the two of “≈” share theirs', () => {
    const shapes = markedCodes.filter((code) => !looks.has(code)).map((code) => markStyles[code]?.line)
    expect(new Set(shapes).size).toBe(shapes.length)
    expect(markStyles.lookalike?.line).toBe(markStyles.malformed?.line)
  })

  test('boxes, where there are no highlights, take the same line: also of a mark above and below', () => {
    const line = (code: 'official' | 'cannot-check' | 'retired') =>
      lineOf(markStyles[code] ?? { line: '', colour: '', tint: 0 })
    expect([line('official'), line('cannot-check'), line('retired')]).toEqual([
      '2px solid',
      '1.5px dotted',
      '1px solid',
    ])
  })

  test('line colours keep 3:1 on white and on near-black', () => {
    for (const code of markedCodes) {
      const colour = markStyles[code]?.colour ?? ''
      expect(contrast(colour, '#ffffff'), `${code} on white`).toBeGreaterThanOrEqual(3)
      expect(contrast(colour, '#121212'), `${code} on near-black`).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('highlightCss', () => {
  test('one important rule per code under the load’s own name; forced colours and print keep the line', () => {
    const css = highlightCss('abcdefgh')
    for (const code of markedCodes)
      expect(css).toContain(`::highlight(${highlightName('abcdefgh', code)}){text-decoration:`)
    expect(
      css
        .match(/[^{};]+:[^{};]+(?=[;}])/g)
        ?.filter((rule) => rule.includes('text-decoration') && !rule.includes('!important')),
    ).toEqual([])
    expect(css).toContain('@media (forced-colors:active)')
    expect(css).toContain('@media print')
  })

  test('prefixes are what the paintMarks message accepts, and new each time', () => {
    const prefixes = Array.from({ length: 50 }, randomPrefix)
    expect(prefixes.every((prefix) => /^[a-z]{8,24}$/.test(prefix))).toBe(true)
    expect(new Set(prefixes).size).toBe(50)
  })
})

/** WCAG 2 contrast of two #rrggbb colours. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
