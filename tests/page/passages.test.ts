import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findInFlow } from '../../src/page/find-in-flow.ts'
import { cutPassages } from '../../src/page/passages.ts'

describe('cutPassages', () => {
  test('a short text is one passage, a text without numbers none', () => {
    const text = '工商银行客服 95588'
    expect(cutPassages(text, findInFlow(text))).toEqual([{ passage: { text, found: findInFlow(text) }, shift: 0 }])
    expect(cutPassages('没有号码', [])).toEqual([])
  })

  test('every number is in exactly one passage of at most 4,000 units, with its words around it', () => {
    const sentences = ['工商银行客服 95588。', '投诉 12378。']
    let cuts = 0
    const pieces = fc.array(fc.constantFrom('贷款流程说明。'.repeat(90), ...sentences, '😀'.repeat(300)), {
      minLength: 1,
      maxLength: 40,
      size: 'max',
    })
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('')
        const found = findInFlow(text)
        const cut = cutPassages(text, found)
        const back = cut.flatMap(({ passage, shift }) =>
          passage.found.map(({ start, end }) => [start + shift, end + shift]),
        )
        expect(back).toEqual(found.map(({ start, end }) => [start, end]))
        for (const { passage } of cut) {
          expect(passage.text.length).toBeLessThanOrEqual(4000)
          for (const { start, end, raw } of passage.found) {
            expect(passage.text.slice(start, end)).toBe(raw)
            expect(sentences).toContain(
              passage.text.slice(passage.text.lastIndexOf('。', start) + 1, end + 1).replace(/^😀*/u, ''),
            )
          }
          if (passage.text.length < text.length) cuts++
        }
      }),
      { numRuns: 200 },
    )
    expect(cuts).toBeGreaterThan(100)
  })
})

describe('findInFlow', () => {
  test('joins over a line break, not over the border of a cell', () => {
    expect(findInFlow('客服 400-820\n5555').map(({ canonical }) => canonical)).toEqual(['4008205555'])
    expect(findInFlow('客服 400-820\n\n5555')).toEqual([])
    expect(findInFlow('客服\n\n400\n\n8205555')).toEqual([])
  })

  test('the words of the cell before count', () => {
    expect(findInFlow('客服热线\n\n95588\n\n24小时').map(({ raw }) => raw)).toEqual(['95588'])
  })
})
