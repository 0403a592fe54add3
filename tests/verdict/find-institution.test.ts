import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildRegistryIndex } from '../../src/registry/registry-index.ts'
import { findInstitutions, nameInQuery } from '../../src/verdict/find-institution.ts'
import { tinySnapshot } from './tiny-registry.ts'

const index = buildRegistryIndex(tinySnapshot())
const ids = (query: string) => findInstitutions(query, index).map(({ institution }) => institution.id)

describe('what people type', () => {
  test.each([
    ['东山银行', 'dongshan'],
    ['东山银行股份有限公司', 'dongshan'],
    ['东行', 'dongshan'],
    ['dsb', 'dongshan'],
    ['東山銀行', 'dongshan'],
    ['东山信用卡', 'dongshan'],
    ['东山银行客服电话是多少？', 'dongshan'],
    ['怎么联系快易贷', 'nolines'],
    ['我上周在东山银行办的那张卡', 'dongshan'],
    ['东山', 'dongshan'],
  ])('%s', (query, id) => {
    expect(ids(query)[0]).toBe(id)
  })

  test('a product: the brand first, then who operates it', () => {
    expect(findInstitutions('南林易贷', index).map(({ institution, score }) => [institution.id, score])).toEqual([
      ['nanlin', 1],
      ['xihe', 0.9],
    ])
  })

  test('an exact name is not diluted by parts of other names', () => {
    expect(ids('西河银行')).toEqual(['xihe'])
  })

  test('nothing is found for nothing', () => {
    expect(ids('')).toEqual([])
    expect(ids('客服电话')).toEqual([])
    expect(ids('你好')).toEqual([])
  })
})

test('nameInQuery strips what everyone adds', () => {
  expect(nameInQuery('  招行 官方客服电话是多少? ')).toBe('招行')
})

test('total, at most 12, best first', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (query) => {
      const found = findInstitutions(query, index)
      expect(found.length).toBeLessThanOrEqual(12)
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a))
    }),
  )
})
