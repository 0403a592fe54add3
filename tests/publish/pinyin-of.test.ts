import { describe, expect, test } from 'vitest'
import { pinyinOf } from '../../src/publish/pinyin-of.ts'

describe('pinyinOf', () => {
  test.each([
    ['招商银行', 'zhao shang yin hang'],
    ['招行', 'zhao hang'],
    ['人行征信', 'ren hang zheng xin'],
    ['滴滴出行', 'di di chu xing'],
    ['重庆农村商业银行', 'chong qing nong cun shang ye yin hang'],
    ['长沙银行', 'chang sha yin hang'],
    ['厦门国际银行', 'xia men guo ji yin hang'],
    ['还呗', 'huan bei'],
    ['360借条', '360 jie tiao'],
    ['平安融易（江苏）', 'ping an rong yi jiang su'],
    ['绿地', 'lv di'],
  ])('%s → %s', (name, reading) => {
    expect(pinyinOf(name)).toBe(reading)
  })
})
