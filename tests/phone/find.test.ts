import { describe, expect, it } from 'vitest'
import { canonicalNumber } from '../../src/phone/canonical-number.ts'
import { findNumbers } from '../../src/phone/find.ts'
import { findExplained } from '../../src/phone/find-explained.ts'

function canonicals(text: string): string[] {
  return findNumbers(text).map((found) => found.canonical)
}

describe('findNumbers', () => {
  it.each([
    ['如有疑问请拨打95588咨询', ['95588']],
    ['客服电话：400-820-8820 转 3', ['4008208820']],
    ['联系人手机 138 0013 8000', ['13800138000']],
    ['总机 010-62063646、62063647', ['01062063646', '01062063647']],
    ['请拨 021-95561', ['02195561']],
    ['境外请拨 +86 10 95588', ['01095588']],
    ['致电 0086-023-67064616', ['02367064616']],
    ['来电显示 +95588', ['95588']],
    ['客服 00861-80696-19901', ['18069619901']],
    ['电话 ⑨⑤⑤⑧⑧', ['95588']],
    ['Phone: +852 2904 2977', ['+85229042977']],
    ['客服 400820\ufe0f8820', ['4008208820']],
  ])('%s', (text, expected) => {
    expect(canonicals(text)).toEqual(expected)
  })

  it.each([
    '加QQ1061974090互送',
    '验证码：955880，请勿泄露',
    '战力10086',
    '2019-11-25 17:20:35',
    '售价10000元',
    '订单编号：13800138000',
  ])('finds nothing in %s', (text) => {
    expect(canonicals(text)).toEqual([])
  })

  it('keeps the extension outside the number', () => {
    const [found] = findNumbers('致电4008895508-2-1咨询')
    expect(found).toMatchObject({ raw: '4008895508', extension: '2-1', start: 2, end: 12 })
  })

  it.each([
    ['客服(010)62063646。', '(010)62063646'],
    ['客服（010）6206 3646', '（010）6206 3646'],
    ['电话400(610 1360)咨询', '400(610 1360)'],
    ['拨((010)62063646)', '(010)62063646'],
    ['电话(0571-88158198)', '0571-88158198'],
    ['拨(95188)', '95188'],
    ['拨（138）（0013）（8000）', '（138）（0013）（8000）'],
  ])('a bracket whose partner stands inside belongs to the number: %s', (text, raw) => {
    expect(findNumbers(text)).toMatchObject([{ raw, start: text.indexOf(raw) }])
  })

  it('names the reason for a rejected candidate', () => {
    const { rejected } = findExplained('售价10000元')
    expect(rejected).toEqual([{ start: 2, end: 7, raw: '10000', canonical: '10000', reason: 'quantity' }])
  })
})

describe('canonicalNumber', () => {
  it.each([
    ['+86 10-95588', '01095588', 'short-code'],
    ['(0755)95555', '075595555', 'short-code'],
    ['４００　８２０　８８２０', '4008208820', 'service-400'],
    ['0086 138 0013 8000', '13800138000', 'mobile'],
    ['+852 2904 2977', '+85229042977', 'foreign'],
  ])('%s is %s', (dialled, canonical, kind) => {
    expect(canonicalNumber(dialled)).toEqual({ canonical, kind })
  })

  it.each(['', 'abc', '1234567', '100860', '138001380001'])('refuses %s', (dialled) => {
    expect(canonicalNumber(dialled)).toBeUndefined()
  })
})
