import { describe, expect, test } from 'vitest'
import { describeTyped } from '../../src/shell/describe-typed.ts'
import { judgeText } from '../../src/verdict/judge-text.ts'

const clock = { now: 0, provenAt: 0, builtAt: 0 }
const judged = (typed: string) => judgeText(typed, { mode: 'look-up' }, null, clock)

describe('describeTyped', () => {
  test('says what to type, the verdict, or that there is no number', () => {
    expect(describeTyped(' ', [], 'zh-CN')).toBe('核验号码、机构名或整条消息')
    expect(describeTyped('95588', judged('95588'), 'zh-CN')).toBe('95588 · 暂时无法核验 · 按回车看说明')
    expect(describeTyped('95588', judged('95588'), 'en')).toContain('Cannot check')
    expect(describeTyped('招商银行', judged('招商银行'), 'en')).toContain('No number found')
  })
})
