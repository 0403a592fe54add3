import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildNameFinder, type NameHit } from '../../src/registry/name-finder.ts'

/** Leftmost-longest by trying everything. */
function naive(names: string[], text: string): NameHit[] {
  const hits: NameHit[] = []
  for (let at = 0; at < text.length; ) {
    const longest = names
      .map((name, index) => ({ name, index }))
      .filter(({ name }) => text.startsWith(name, at))
      .sort((a, b) => b.name.length - a.name.length)[0]
    if (!longest) at++
    else {
      hits.push({ start: at, end: at + longest.name.length, name: longest.index })
      at += longest.name.length
    }
  }
  return hits
}

test('agrees with trying every name at every place', () => {
  const word = fc.string({ unit: fc.constantFrom(...'甲乙丙银行'), minLength: 2, maxLength: 5 })
  const text = fc.string({ unit: fc.constantFrom(...'甲乙丙银行丁'), maxLength: 40, size: 'max' })
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 12 }), text, (names, sample) => {
      expect(buildNameFinder(names).find(sample)).toEqual(naive(names, sample))
    }),
  )
})

describe('as people write', () => {
  const names = ['工商银行', '中国工商银行', 'cmb', 'cmbc', '度小满', '甲', '']
  const finder = buildNameFinder(names)
  const read = (text: string) => finder.find(text).map((hit) => [names[hit.name], text.slice(hit.start, hit.end)])

  test.each([
    ['中国工商银行的', [['中国工商银行', '中国工商银行']]],
    ['工 商\u200b 银\n行', [['工商银行', '工 商\u200b 银\n行']]],
    ['工商銀行', [['工商银行', '工商銀行']]],
    ['CMBC', [['cmbc', 'CMBC']]],
    ['ＣＭＢ卡', [['cmb', 'ＣＭＢ']]],
    ['CMBX xCMB acmbc', []],
    ['招行CMB95555', [['cmb', 'CMB']]],
    [
      '度小满度小满',
      [
        ['度小满', '度小满'],
        ['度小满', '度小满'],
      ],
    ],
    ['甲乙', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

test('names that begin alike, over a long text', () => {
  const finder = buildNameFinder(['银银银银银银行', '银银'])
  const hits = finder.find(`${'银'.repeat(20_000)}行`)
  expect(hits.length).toBe(9_997 + 1)
  expect(hits.at(-1)).toEqual({ start: 19_994, end: 20_001, name: 0 })
})
