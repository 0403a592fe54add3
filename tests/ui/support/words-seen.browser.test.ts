import { afterEach, describe, expect, it } from 'vitest'
import type { Language } from '../../../src/locales/language.ts'
import { clippedWords, strangeWords } from './words-seen.ts'

/** Each check is shown a card that has the fault, and one without it. */
function card(html: string, language: Language = 'zh-CN'): ShadowRoot {
  const host = document.createElement('div')
  document.body.append(host)
  const root = host.attachShadow({ mode: 'open' })
  root.innerHTML = `<div class="card" lang="${language}" style="width:200px">${html}</div>`
  return root
}

afterEach(() => document.body.replaceChildren())

describe('words that are cut', () => {
  it.each([
    '<p style="white-space:nowrap; width:100px">工商银行的官方热线一览表和其他号码</p>',
    '<p class="todo" style="white-space:nowrap; width:60px">工商银行的官方热线</p>',
    '<button class="button" style="white-space:nowrap; width:30px; overflow:visible">打官方热线</button>',
  ])('sees %s', (html) => {
    expect(clippedWords(card(html))).toHaveLength(1)
  })

  it('leaves words that have room, and words for readers only', () => {
    expect(
      clippedWords(card('<p>官方热线</p><p class="unseen" style="white-space:nowrap; margin-left:300px">仅读</p>')),
    ).toEqual([])
  })
})

describe('words of the wrong kind', () => {
  it.each<[Language, string]>([
    ['zh-CN', 'Official line'],
    ['zh-CN', '官方热线,请拨打'],
    ['zh-CN', '拨打95588'],
    ['zh-CN', '官方热线 。'],
    ['zh-CN', '官方  热线'],
    ['en', '官方热线'],
    ['en', 'Official line。'],
    ['en', 'Official  line'],
  ])('%s: %s', (language, words) => {
    expect(strangeWords(card(`<p>${words}</p>`, language), language)).toEqual([words])
  })

  it.each<[Language, string]>([
    ['zh-CN', '<p>请拨打 95588，或用 App 联系。</p>'],
    ['zh-CN', '<p>见 www.icbc.com.cn</p>'],
    ['en', '<p>Official line of <span lang="zh-CN">工商银行</span>.</p>'],
    ['en', '<p>Your mark: <span class="personal-mark">甲</span></p>'],
  ])('%s, nothing in %s', (language, html) => {
    expect(strangeWords(card(html, language), language)).toEqual([])
  })
})
