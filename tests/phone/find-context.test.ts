import { describe, expect, it } from 'vitest'
import { findNumbers } from '../../src/phone/find.ts'
import { findExplained } from '../../src/phone/find-explained.ts'

function canonicals(text: string): string[] {
  return findNumbers(text).map((found) => found.canonical)
}

function reasons(text: string): string[] {
  return findExplained(text).rejected.map((item) => item.reason)
}

it.each([
  ['甲银行 95501，乙银行 95502', ['95501', '95502']],
  ['95503占线，稍后再打', ['95503']],
  ['95503只是语音', ['95503']],
  ['95503停机了', ['95503']],
  ['95503没人接', ['95503']],
  ['95503（丙银行）', ['95503']],
  ['95504是哪家公司的客服电话', ['95504']],
  ['如遇诈骗请拨打110或96110', ['110', '96110']],
  ['客服95505 24小时服务', ['95505']],
  ['来电95507-1101', ['955071101']],
  ['客服0755-400-820-1111', ['4008201111']],
  ['热线010-4008201111', ['4008201111']],
  ['电话010-80082011 20层', ['01080082011']],
  ['客服9山5水5雪0云7-1-2', ['95507']],
  ['ＴＥＬ95507', ['95507']],
  ['致电95507-11', ['95507']],
  ['加微信+13900001111', ['13900001111']],
  ['营业厅（0755）8888-1111、8666 2222', ['075588881111', '075586662222']],
  ['010-65102345/65102346转8001', ['01065102345', '01065102346']],
  ['编辑短信CXYE发送到10690001234查询', ['10690001234']],
  ['1069000011112222 【某某商城】您的包裹已到', ['1069000011112222']],
  ['热线QQ95506咨询', ['95506']],
  ['电话：139-0000-1111/139-0000-2222', ['13900001111', '13900002222']],
  ['1-800-555-0199 toll free', ['+18005550199']],
  ['甲保险 95501 人保另有一号', ['95501']],
  ['Bank of China customer service: 95588', ['95588']],
  ['24 h helpline 95566', ['95566']],
  ['外地请拨打 区号+96110', ['96110']],
  ['区号 + 12345', ['12345']],
])('%s', (text, expected) => {
  expect(canonicals(text)).toEqual(expected)
})

it.each([
  ['微信：wx95588 欢迎', 'inside-token'],
  ['微信号：95588', 'named-otherwise'],
  ['验证码：955881', 'named-otherwise'],
  ['输入提取码：13900001111', 'named-otherwise'],
  ['95开头的号码，95588开头也是', 'pattern'],
  ['充值10000元', 'quantity'],
  ['http://example.com/95588', 'inside-token'],
  ['邮箱13900001111@example.com', 'inside-token'],
  ['数一数 1 2 3 4 5', 'sequence'],
  ['版本 12.0.1.10086', 'fragment'],
  ['96123男子晨跑', 'no-context'],
  ['全场满100减50', 'no-context'],
])('%s: %s', (text, reason) => {
  expect(canonicals(text)).toEqual([])
  expect(reasons(text)).toContain(reason)
})

describe('a Han numeral beside a number is a word of the sentence', () => {
  it.each([
    ['客服95588。一般情况下等两分钟', '95588'],
    ['请致电95588。二是带好证件', '95588'],
    ['客服电话400-820-5555。一共三个选项', '400-820-5555'],
    ['客服95588！一定要记住', '95588'],
    ['客服电话一：95588，客服电话二：95599', '95588'],
  ])('%s', (text, raw) => {
    expect(findNumbers(text)[0]?.raw).toBe(raw)
  })
})

describe('opening hours behind a number are no part of it', () => {
  it.each([
    ['客服 95588 24小时', '95588'],
    ['客服95588 7×24小时', '95588'],
    ['客服9558824小时', '95588'],
    ['客服热线95588-24小时', '95588'],
    ['客服95588/24小时', '95588'],
    ['客服热线955 88 24 小时', '955 88'],
    ['客服电话 400-820-5555 24小时', '400-820-5555'],
    ['客服电话400820555524小时', '4008205555'],
  ])('%s', (text, raw) => {
    expect(findNumbers(text)).toMatchObject([{ raw }])
    expect(findNumbers(text)[0]).not.toHaveProperty('extension')
  })
})
