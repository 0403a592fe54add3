import { describe, expect, it } from 'vitest'
import { findNumbers } from '../../src/phone/find.ts'
import { judgePassages } from '../../src/verdict/judge.ts'
import type { Passage } from '../../src/verdict/passage.ts'
import { areUnrelated } from '../../src/verdict/structural-signals.ts'
import { realIndex } from './real-index.ts'
import { NOW } from './tiny-registry.ts'

const clock = { now: NOW, provenAt: NOW, builtAt: NOW }
const texts = ['微粒贷客服电话：400-123-4321', '分期乐客服电话：400-123-4321', '京东白条客服电话：400-123-4321']
const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
]

function judged(order: number[]) {
  const passages = order.map((at): Passage => ({ text: texts[at] ?? '', found: findNumbers(texts[at] ?? '') }))
  const verdicts = judgePassages({ mode: 'page' }, passages, realIndex, clock).flat()
  return order.map((at, place) => ({ at, verdict: verdicts[place] })).sort((a, b) => a.at - b.at)
}

describe('one number that several claim', () => {
  it('is noted on each, in whatever order they stand, with who claims it', () => {
    const first = judged([0, 1, 2]).map(({ verdict }) => [verdict?.speaker, verdict?.signals])
    expect(first).toEqual([
      ['webank', ['claimed-by-several']],
      ['lexin-fenqile', ['claimed-by-several']],
      ['jd-finance', ['claimed-by-several']],
    ])
    for (const order of orders)
      expect(judged(order).map(({ verdict }) => [verdict?.speaker, verdict?.signals])).toEqual(first)
  })

  it('names who claims a number that came alone too: the page puts batches together by it', () => {
    expect(judged([1]).map(({ verdict }) => [verdict?.speaker, verdict?.signals])).toEqual([
      ['lexin-fenqile', undefined],
    ])
  })

  it.each([
    [['webank'], false],
    [['webank', 'lexin-fenqile'], true],
    [['jd-finance', 'jd-shengji-xiaodai'], false],
    [['jd-finance', 'jd-shengji-xiaodai', 'webank'], true],
    [['not-listed', 'not-listed'], false],
    [[], false],
  ] as const)('%j: unrelated %s, the other way round too', (ids, expected) => {
    expect(areUnrelated(ids, realIndex)).toBe(expected)
    expect(areUnrelated(ids.toReversed(), realIndex)).toBe(expected)
  })
})
