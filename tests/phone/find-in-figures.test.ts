/** Figures that are built like numbers, and numbers among figures and markup. All numbers invented. */
import { describe, expect, it } from 'vitest'
import { findNumbers } from '../../src/phone/find.ts'

function canonicals(text: string): string[] {
  return findNumbers(text).map((found) => found.canonical)
}

describe('nothing in tables, paths, standards and code', () => {
  it.each([
    '873, 159,4203,2417,1480,5012',
    '149, 186,2091,1068, 180,2092,2093',
    '224 255 255 LightCyan\n95 158 160 cadet blue',
    '68-24 23-25 32-77h47q-16 141-147 141-37 0-66',
    'h-14 14-13 29t-25 26q-15 12-41 19-25 7-57',
    '188\n12\t840,740\t2',
    '0x01D4 u0055_0308_0304 24',
    '通过ISO9001-2008质量管理体系认证',
    'ISO 9001-2015 certified',
    'SIGSEGV\n95667 Valgrind does not',
    '<span class="hljs-number">10000</span>',
    'build 3.13.2791.95303',
    '133 208 71 215 73 91 18 48',
    '开奖号码 05 08 27 25 29 30 13',
    '运单号：SF19832401104',
    '订单编号NO.14554477970',
    '/pay?id=16854536865&t=1794134358027',
    '海拔12405米',
    '跟贴10086',
    '代号10010',
    '回复，hb96162',
  ])('%j', (text) => {
    expect(canonicals(text)).toEqual([])
  })
})

describe('bold type of Markdown is no mask', () => {
  it.each([
    ['抢修电话：**0734-8677777**', '07348677777'],
    ['甲银行：**95501**（24 小时）', '95501'],
    ['Help line +1(866) 763-8707**., call', '+18667638707'],
    ['call +1 *866* 763-8707 now', '+18667638707'],
  ])('%s', (text, canonical) => {
    expect(canonicals(text)).toEqual([canonical])
  })

  it.each(['甲银行955**', '客服95501***', '尾号95***', '138****0000'])('a mask is: %s', (text) => {
    expect(canonicals(text)).toEqual([])
  })
})

describe('numbers in lists', () => {
  it.each([
    ['甲银行：95501；乙银行：95502', ['95501', '95502']],
    ['电话 138 2299 4711 139 2299 4712', ['13822994711', '13922994712']],
    ['手机13822994711,13922994712', ['13822994711', '13922994712']],
    ['电话号码：「106922994711」\n - 「1069229947112」', ['106922994711', '1069229947112']],
    ['客服电话\n- 95501\n- 95502', ['95501', '95502']],
    ['向12321網絡不良與垃圾信息舉報受理中心投訴', ['12321']],
  ])('%s', (text, expected) => {
    expect(canonicals(text)).toEqual(expected)
  })
})
