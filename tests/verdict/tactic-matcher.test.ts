import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildTacticMatcher, squeeze } from '../../src/verdict/tactic-matcher.ts'

/** The same pattern as a regular expression. */
function toRegExp(pattern: string): RegExp {
  return new RegExp(
    pattern
      .replace(/…\{(\d+),(\d+)\}/g, '[^]{$1,$2}')
      .replace(/#\{(\d+),(\d+)\}/g, '[0-9]{$1,$2}')
      .replaceAll('#', '[0-9]'),
    'u',
  )
}

const PATTERNS = [
  '甲(乙|丙)?丁',
  '甲…{0,3}丁',
  '(甲|乙丙)…{1,2}(丁|甲)',
  '丙#{2,3}丁',
  '丁#',
  '#{2,3}丁',
  '#甲',
  '((甲|乙)丙|丁)甲',
  '甲…{2,4}乙…{0,2}丁',
]

test('finds a pattern wherever a regular expression finds it, and nowhere else', () => {
  const text = fc.string({ unit: fc.constantFrom(...'甲乙丙丁1'), maxLength: 24, size: 'max' })
  const matcher = buildTacticMatcher(PATTERNS)
  fc.assert(
    fc.property(text, (sample) => {
      const found = new Set(matcher.find(sample).map((match) => match.pattern))
      expect([...found].sort()).toEqual(
        PATTERNS.flatMap((pattern, index) => (toRegExp(pattern).test(sample) ? [index] : [])),
      )
    }),
    { numRuns: 500 },
  )
})

describe('where it matched', () => {
  test('the shortest match of each start', () => {
    expect(buildTacticMatcher(['甲…{0,3}丁']).find('乙甲丁丁甲乙丁')).toEqual([
      { pattern: 0, start: 1, end: 3 },
      { pattern: 0, start: 4, end: 7 },
    ])
  })

  test('a refused pattern never matches and is told', () => {
    const matcher = buildTacticMatcher(['甲.*', '甲'])
    expect(matcher.refused).toEqual([0])
    expect(matcher.find('甲乙').map((match) => match.pattern)).toEqual([1])
  })

  test('at most 64 matches of one pattern', () => {
    expect(buildTacticMatcher(['甲']).find('甲'.repeat(1000)).length).toBe(64)
  })
})

test('squeeze: width, case, blanks and invisible characters do not hide a phrase', () => {
  expect(squeeze('Ｌ P R\u200b　利 率\n整改')).toBe('lpr利率整改')
})
