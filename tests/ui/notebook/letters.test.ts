import { describe, expect, it } from 'vitest'
import { appWords } from '../../../src/locales/app-words.ts'
import { sayWith } from '../../../src/locales/text.ts'
import { disputeText, reportText, writtenConfirmation } from '../../../src/ui/notebook/letters.ts'
import { newCall, newMatter } from '../../../src/ui/notebook/matter.ts'
import { stories } from '../verdict-stories.ts'

const zh = sayWith(appWords['zh-CN'])
const en = sayWith(appWords.en)
const matter = { ...newMatter('m', 0), institution: '华山银行' }
const call = {
  ...newCall('c', Date.UTC(2026, 10, 20, 2)),
  agent: '0815',
  promised: '退回 120 元',
  deadline: Date.UTC(2026, 10, 27, 2),
}

describe('writtenConfirmation', () => {
  it('says when, whom, which agent, what was promised and by when', () => {
    const words = writtenConfirmation(matter, call, zh, 'zh-CN')
    for (const part of ['华山银行', '0815', '退回 120 元', '2026', '书面确认']) expect(words).toContain(part)
    expect(words).not.toContain('未记')
  })
  it('leaves marked blanks for what was not noted, in both languages', () => {
    expect(writtenConfirmation(newMatter('m', 0), newCall('c', 0), zh, 'zh-CN').match(/（未记）/g)).toHaveLength(4)
    expect(writtenConfirmation(newMatter('m', 0), newCall('c', 0), en, 'en').match(/\(not noted\)/g)).toHaveLength(4)
  })
})

describe('the texts to hand over', () => {
  const facts = {
    number: '400-123-0152',
    claimed: '泰山消费金融',
    story: '来电',
    should: '泰山消费金融的客服热线',
    publicSource: 'https://www.example.com/contact',
    date: '2026-11-21',
    verdict: stories['unlisted-service'],
  }
  it('report: number, claim, story, date, and what the list says with its version', () => {
    expect(reportText(facts, zh)).toBe(
      '举报线索\n号码：400-123-0152\n对方自称：泰山消费金融\n经过：来电\n日期：2026-11-21\n真号名录第 3 版：未在名录中',
    )
  })
  it('correction: carries its ID, what it should say and a public source', () => {
    expect(disputeText(facts, 'ZH-1a2b3c4d', zh)).toBe(
      '名录更正 ZH-1a2b3c4d\n号码：400-123-0152\n名录第 3 版：未在名录中\n应为：泰山消费金融的客服热线\n公开来源：https://www.example.com/contact',
    )
  })
  it('have blanks and no made-up verdict when nothing was typed', () => {
    const empty = {
      number: '',
      claimed: '',
      story: '',
      should: '',
      publicSource: '',
      date: '2026-11-21',
      verdict: undefined,
    }
    expect(reportText(empty, zh).match(/（未记）/g)).toHaveLength(5)
    expect(disputeText(empty, 'ZH-1', zh)).not.toMatch(/[{}]|undefined/)
  })
})
