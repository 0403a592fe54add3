import { describe, expect, it } from 'vitest'
import { cardWords } from '../../../src/locales/card-words.ts'
import type { Language } from '../../../src/locales/language.ts'
import { sayWith } from '../../../src/locales/text.ts'
import { differingPlaces } from '../../../src/ui/card/compare.tsx'
import { explain } from '../../../src/ui/card/explain.ts'
import type { StructuralSignal, Verdict } from '../../../src/verdict/verdict.ts'
import { type StoryName, stories, storyNames } from '../verdict-stories.ts'

function explained(name: StoryName, language: Language = 'zh-CN') {
  return explain(stories[name], sayWith(cardWords[language]), language)
}

function told(verdict: Verdict) {
  return explain(verdict, sayWith(cardWords['zh-CN']), 'zh-CN')
}

describe('explain', () => {
  it.each(storyNames)('%s: what, why and one thing to do in both languages, every place filled', (name) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const { chip, what, why, todo, notes, tips } = explained(name, language)
      for (const words of [chip, what, why, todo, ...notes, ...tips]) {
        expect(words).not.toBe('')
        expect(words).not.toMatch(/[{}]|undefined|没有“”|这是的|of \./)
      }
    }
  })

  it('has a story for every verdict code', () => {
    const codes = new Set(Object.values(stories).map((verdict) => verdict.code))
    expect(codes.size).toBe(14)
  })

  it('says whose number it is and that caller ID can be forged', () => {
    const { what, todo, call } = explained('official')
    expect(what).toBe('这是华山银行的官方号码。')
    expect(todo).toContain('来电显示可能被冒用')
    expect(call).toBeUndefined()
  })

  it('never calls an unlisted number a scam', () => {
    for (const name of storyNames.filter((each) => stories[each].code === 'unlisted-service')) {
      expect(explained(name).what).toContain('没有收录不等于诈骗')
      expect(explained(name, 'en').what).toContain('does not make it a scam')
    }
  })

  it('hands over the line of the institution that the text names, not of the number’s owner', () => {
    expect(explained('official-other').call).toEqual({ number: '400-820-5555', label: '泰山消费金融 · 贷款客服热线' })
  })

  it('offers no number where none is listed', () => {
    expect(explained('unlisted-service').call).toBeUndefined()
    expect(explained('unknown-brand').call).toBeUndefined()
    expect(explained('cannot-check').call).toBeUndefined()
  })

  it('gives the successor of an ended line, and where there is none the line to call back or the app', () => {
    expect(explained('retired').call?.number).toBe('95500')
    expect(explained('retired').why).toContain('2025-06-30')
    const ended: Verdict = structuredClone(stories.retired)
    if (ended.line) delete ended.line.successor
    expect(told(ended).todo).toContain('华山银行官方 App')
    expect(told(ended).call).toBeUndefined()
    const { callInstead } = stories['official-other']
    expect(told({ ...ended, ...(callInstead && { callInstead }) }).call?.number).toBe('400-820-5555')
  })

  it('says in how many places a look-alike differs, and why a dressed-up or lengthened code is none', () => {
    expect(explained('lookalike').what).toContain('只有一处不同')
    const far: Verdict = structuredClone(stories.lookalike)
    far.compare?.differing.push(8)
    expect(told(far).what).toContain('有 2 处不同')
    expect(explained('malformed, prefix').why).toContain('不会加前缀')
    expect(explained('malformed, glued digits').why).toContain('后面不会再接数字')
  })

  it('says of an unlisted number whether somebody is named beside it', () => {
    expect(explained('unlisted-service').why).toContain('不知道属于谁')
    expect(explained('unlisted-service, a lender named, tactic').why).toContain('文中提到泰山消费金融')
  })

  it('tells what to dial behind the number first', () => {
    expect(explained('official, two owners, menu digit').notes[0]).toBe('接通后转 3。')
    expect(explained('official').notes).toEqual([])
  })

  it('names a line without its owner where nobody knows the owner', () => {
    const alone: Verdict = { ...stories['official-other'], claimed: [], institutions: [] }
    expect(told(alone).call).toEqual({ number: '400-820-5555', label: '贷款客服热线' })
  })

  it('weakens green after 30 days and notes the age', () => {
    const { todo, notes } = explained('official, list 40 days old')
    expect(todo).toContain('2026-10-12')
    expect(notes).toContain('名录已有 40 天没有更新。')
  })

  it('says when the list is a development one, and only then', () => {
    const note = '开发版名录，请勿用于真实判断。'
    expect(explained('official, development list').notes).toContain(note)
    expect(explained('official').notes).not.toContain(note)
  })

  it('tells the signs that need no phrases, in both languages', () => {
    const signals: StructuralSignal[] = ['12381-with-contact', 'prefixed-96110', 'no-such-app', 'claimed-by-several']
    for (const language of ['zh-CN', 'en'] as const) {
      const say = sayWith(cardWords[language])
      const told = explain({ ...stories.official, signals }, say, language).notes
      expect(told).toEqual(expect.arrayContaining(signals.map((signal) => say(`signal.${signal}`))))
    }
  })

  it('sends callers of an outbound-only line to the line that answers', () => {
    const { todo, call } = explained('official, calls out only')
    expect(todo).toContain('要回电')
    expect(call?.number).toBe('95500')
  })

  it('has words for tactics it does not know yet', () => {
    expect(explained('unlisted-service, a lender named, tactic').tips).toContain('请先停一停，到官方 App 里核对。')
  })
})

describe('differingPlaces', () => {
  it('keeps the judge’s places and adds what only one of the two has', () => {
    expect(differingPlaces('4008205355', '4008205555', [7])).toEqual([7])
    expect(differingPlaces('9550012', '95500', [])).toEqual([5, 6])
    expect(differingPlaces('9550', '95500', [3])).toEqual([3, 4])
  })
})
