/** Writings that rules for tidy disguises do not reach: each stands for a class met outside the labelled texts. All numbers invented. */
import { describe, expect, it } from 'vitest'
import { findNumbers } from '../../src/phone/find.ts'

function found(text: string): [raw: string, canonical: string][] {
  return findNumbers(text).map(({ raw, canonical }) => [raw, canonical])
}

describe('zeros that are drawn, written or spelled', () => {
  it.each([
    ['传真：○、②、⑤、②、③、⑥、④、⑧、③、⑤、⑦', '02523648357'],
    ['订票四○○ 一八三 七五一七', '4001837517'],
    ['订票四００ 一八三 七五一七', '4001837517'],
    ['零㈡㈡㈧㈣㈡㈤㈨㈣㈤㈥', '02284259456'],
    ['O★3★1★1★5★5★2★3★8★7★6', '03115523876'],
    ['l.3.8.2.2.9.9.4.7.1.1', '13822994711'],
  ])('%s', (text, canonical) => {
    expect(found(text).map((one) => one[1])).toEqual([canonical])
  })
})

describe('words in the place of a hyphen', () => {
  it.each(['破折号', '中杠', '斜杠', '中划线', '下划线', '横', '减号', '斜杆'])('021%s62719008', (word) => {
    expect(found(`招商热线021${word}62719008`)).toEqual([[`021${word}62719008`, '02162719008']])
  })
})

describe('filler that leaves some digits together', () => {
  it.each([
    ['急用钱的打1你913天1山0来8好73人4他4', '19131087344'],
    ['客服4雪000来80去01的68', '4000800168'],
    ['有问题打9人5来7去68问一下吧', '95768'],
  ])('%s', (text, canonical) => {
    expect(found(text).map((one) => one[1])).toEqual([canonical])
  })

  it.each(['18年10月11日8时20分30秒开始', '13年12月10日8点20分30秒开奖'])('none in %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('brackets and letters around a code', () => {
  it.each([
    ['客服［95501］', '95501'],
    ['保单查询请致电a95502或登录官网', '95502'],
    ['推荐入群（95）（503）每天一推', '95503'],
    ['他说是95504的客服', '95504'],
    ['他说是957778的客服，我不信', '957778'],
  ])('%s', (text, canonical) => {
    expect(found(text).map((one) => one[1])).toEqual([canonical])
  })

  it.each(['入群⑨⑤⑤⑧⑧①②③', '加QQ95501', '群95502'])('none in %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('a code that is spread over its line', () => {
  it.each([
    ['现房发售九折起9 5 5 0 1校长', '9 5 5 0 1'],
    ['学区房准现房9　5　5　0　2', '9　5　5　0　2'],
  ])('%s', (text, raw) => {
    expect(found(text)[0]?.[0]).toBe(raw)
  })

  it('is none among the figures of a table', () => {
    expect(found('9 5 5 0 1 12 7\n3 8 8 2 0 4 1')).toEqual([])
  })
})

it('reads the form of domain registries: +country.number', () => {
  expect(found('Registrant Phone: +86.13822994711, Fax: +86.1062063646')).toEqual([
    ['+86.13822994711', '13822994711'],
    ['+86.1062063646', '01062063646'],
  ])
})

it('reads a country code that any sign sets off', () => {
  expect(found('客服 +852🌸22994711')).toEqual([['+852🌸22994711', '+85222994711']])
})

it('reads marks of every kind as marks: spacing ones too', () => {
  expect(found('热线9༿5༿5༿4༿0༿')).toEqual([['9༿5༿5༿4༿0༿', '95540']])
})

it.each(['加微信：ȝ', '一ƨ'])('finds nothing in lone look-alikes: %s', (text) => {
  expect(found(text)).toEqual([])
})

it.each([
  ['客服9552ȝ8ƨ', '9552382'],
  ['客服95ʒ48', '95348'],
  ['电话肆零零參柒參參參陸柒', '4003733367'],
])('%s', (text, canonical) => {
  expect(found(text).map((one) => one[1])).toEqual([canonical])
})
