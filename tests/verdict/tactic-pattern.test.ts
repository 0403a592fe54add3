import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTacticPattern } from '../../src/verdict/tactic-pattern.ts'

describe('reads the grammar', () => {
  test.each([
    '注销账户',
    '(注销|关闭)…{0,6}(账户|白条)',
    '不(会)?收费',
    '((甲|乙)丙|丁)戊',
    '会议号(:)?#{6,10}',
    '第#层',
    '7\\*24小时',
    'a|b',
    'LPR … {0,8} 整改',
    '(不)?收费(哦)?',
  ])('%s', (pattern) => {
    expect(parseTacticPattern(pattern).ok).toBe(true)
  })
})

describe('refuses everything else, and says why', () => {
  test.each([
    ['注销.{0,6}账户', '.'],
    ['注销.*账户', '.'],
    ['(注销', 'not closed'],
    ['注销)', 'never opened'],
    ['[甲乙]', '['],
    ['甲+', '+'],
    ['甲?', '?'],
    ['^甲', '^'],
    ['甲$', '$'],
    ['甲{2}', '{'],
    ['甲…乙', 'bounds'],
    ['甲…{0,99}乙', 'bounds'],
    ['甲…{9,2}乙', 'bounds'],
    ['甲…{0,}乙', 'bounds'],
    ['…{0,6}甲', 'gap'],
    ['甲…{0,6}', 'gap'],
    ['(甲)?', 'empty'],
    ['', 'empty'],
    ['甲||乙', 'empty alternative'],
    ['甲(乙|)丙', 'empty alternative'],
    ['甲()丙', 'empty alternative'],
    ['(…{0,6}甲)?乙', 'gap'],
    ['甲(乙…{0,6})?', 'gap'],
    ['()', 'empty'],
    ['甲\\', 'nothing behind'],
    [`${'('.repeat(9)}甲${')'.repeat(9)}`, 'deeper'],
    ['甲'.repeat(601), 'longer'],
    [`甲${'…{0,40}乙'.repeat(30)}`, 'states'],
  ])('%s', (pattern, reason) => {
    const parsed = parseTacticPattern(pattern)
    expect(parsed.ok ? 'read' : parsed.reason).toContain(reason)
  })
})

test.each([
  ['注销.{0,6}账户', 2],
  ['甲(乙|)丙', 4],
  ['甲…{9,2}乙', 2],
  ['注销)', 2],
])('%s is refused at %d', (pattern, at) => {
  expect(parseTacticPattern(pattern)).toMatchObject({ ok: false, at })
})

test('total: any string is read or refused', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'甲乙(|)?…{0,6}#\\.*'), maxLength: 40, size: 'max' })
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'binary' })), (pattern) => {
      expect(typeof parseTacticPattern(pattern).ok).toBe('boolean')
    }),
  )
})
