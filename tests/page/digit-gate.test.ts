import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstCluster, newGate } from '../../src/page/digit-gate.ts'
import { findNumbers } from '../../src/phone/find.ts'

const hit = (text: string, from = 0): number => firstCluster(text, from, newGate())

describe('firstCluster', () => {
  test.each([
    ['客服 95588', 3],
    ['客服 400-820-5555', 3],
    ['报警 110', 3],
    ['急救１２０', 2],
    ['四〇〇-八二〇-五五五五', 0],
    ['④⓪⓪-①②③', 0],
    ['拨打 9558O，不是 95588', 3],
    ['拨打 954OO', 3],
    ['①00O 2', 0],
    ['①009-O', 0],
    ['共 12 页 客服\n      95\n      588', 2],
  ])('%s', (text, at) => {
    expect(hit(text)).toBe(at)
  })

  test.each([
    '共 12 页',
    '第 345 问',
    '2026 年',
    'in 2026 or so',
    '一是认真阅读，二是按时还款',
    'Call us in 3 or 4 days',
  ])('nothing in %s', (text) => {
    expect(hit(text)).toBe(-1)
  })

  test('a cluster that began in an earlier node is carried over, and told', () => {
    const gate = newGate()
    expect(firstCluster('客服 955', 0, gate)).toBe(-1)
    expect(firstCluster('88', 0, gate)).toBe(0)
    expect(gate.carried).toBe(true)
  })

  test('digits far apart are no cluster', () => {
    const gate = newGate()
    expect(firstCluster('第 955 号文件，内容如下所示', 0, gate)).toBe(-1)
    expect(firstCluster('88', 0, gate)).toBe(-1)
  })

  test('no number that the detector finds passes the gate unseen', () => {
    let seen = 0
    const texts = fc.array(
      fc.constantFrom(
        ...'客服电话 -95840 12①八，O\n',
        '955',
        '88',
        '400',
        '820',
        '138',
        '11',
        '４００',
        '95⑤',
        '4OO',
        '82O',
        'lO5',
      ),
      {
        maxLength: 40,
        size: 'max',
      },
    )
    fc.assert(
      fc.property(texts, (parts) => {
        const text = `客服电话${parts.join('')}`
        const numbers = findNumbers(text)
        seen += numbers.length
        for (const { end } of numbers) expect(hit(text.slice(0, end))).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 2000 },
    )
    expect(seen).toBeGreaterThan(400)
  })
})
