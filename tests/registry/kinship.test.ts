import { describe, expect, test } from 'vitest'
import { buildKinship } from '../../src/registry/kinship.ts'
import { recordsOf } from '../../src/registry/records.ts'
import { institution, line, tinySnapshot } from '../verdict/tiny-registry.ts'

const institutions = [
  institution('group', '集团'),
  institution('bank', '甲银行', { parent: 'group', hotlines: [line('95001')] }),
  institution('loan', '甲贷款', { parent: 'bank' }),
  institution('sharer', '乙银行', { hotlines: [line('95001')] }),
  institution('brand', '丙花', { products: [{ name: '丙易贷', operatedBy: 'operator' }] }),
  institution('operator', '丁公司'),
  institution('stranger', '戊银行'),
  institution('south', '南省银行', { hotlines: [line('96688', { areaCodes: ['020'] })] }),
  institution('north', '北省银行', { hotlines: [line('96688', { areaCodes: ['024'] })] }),
  institution('egg', '鸡', { parent: 'hen' }),
  institution('hen', '蛋', { parent: 'egg' }),
]
const kinship = buildKinship(recordsOf(tinySnapshot({ institutions })))

describe('related', () => {
  test.each([
    ['bank', 'bank', true],
    ['bank', 'group', true],
    ['loan', 'group', true],
    ['bank', 'sharer', true],
    ['brand', 'operator', true],
    ['bank', 'stranger', false],
    ['sharer', 'stranger', false],
    ['sharer', 'loan', false],
    ['egg', 'stranger', false],
    ['nobody', 'stranger', false],
    ['south', 'north', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(kinship.related(a, b)).toBe(expected)
    expect(kinship.related(b, a)).toBe(expected)
  })
})

test('descends: upwards only, and circles end', () => {
  expect(kinship.descends('loan', 'group')).toBe(true)
  expect(kinship.descends('group', 'loan')).toBe(false)
  expect(kinship.descends('bank', 'bank')).toBe(false)
  expect(kinship.descends('egg', 'stranger')).toBe(false)
})
