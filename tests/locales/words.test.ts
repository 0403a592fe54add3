import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sayWith, text } from '../../src/locales/text.ts'

/** Every file of src/locales/zh-CN with its English twin, as they are on disk: a new file is walked without being listed here. */
const folder = new URL('../../src/locales/', import.meta.url)
const files = readdirSync(new URL('zh-CN/', folder)).filter((name) => name.endsWith('.ts'))

async function wordsOf(language: string, file: string): Promise<Record<string, string>> {
  const module: Record<string, Record<string, string>> = await import(new URL(`${language}/${file}`, folder).href)
  return Object.assign({}, ...Object.values(module))
}

const pairs = await Promise.all(
  files.map(async (file) => ({ file, zh: await wordsOf('zh-CN', file), en: await wordsOf('en', file) })),
)
const everyWord = pairs.flatMap(({ file, zh, en }) => [
  ...Object.entries(zh).map(([key, words]) => ({ language: 'zh-CN', file, key, words })),
  ...Object.entries(en).map(([key, words]) => ({ language: 'en', file, key, words })),
])

const forbidden = [
  /安全/,
  /放心/,
  /诈骗电话/,
  /骗子/,
  /\d\s*[%％]/,
  /您被骗/,
  /上当/,
  /危险/,
  /！！|!!/,
  /\bscammers?\b/i,
  /\b(is|are) safe\b/i,
]
const allowed = /放心借|安全账户|账户安全/g
const jargon = /白名单|溯源|钓鱼|phishing|whitelist/i

function forbiddenIn(words: string): RegExp | undefined {
  return forbidden.find((pattern) => pattern.test(words.replace(allowed, '')))
}

function longestSentence(words: string): number {
  const sentences = words.replace(/\{\w+\}/g, '').split(/[。！？；：\n]/)
  return Math.max(...sentences.map((sentence) => sentence.match(/\p{Script=Han}/gu)?.length ?? 0))
}

describe('the locale files', () => {
  it('has the same files in both languages', () => {
    expect(readdirSync(new URL('en/', folder)).sort()).toEqual(files.sort())
    expect(files.length).toBeGreaterThan(2)
  })

  it.each(pairs)('$file: same keys, none empty, same places to fill', ({ zh, en }) => {
    expect(Object.keys(zh)).not.toEqual([])
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    for (const [key, words] of Object.entries(zh)) {
      expect(words.trim(), key).not.toBe('')
      expect(en[key]?.trim(), key).not.toBe('')
      expect(placesOf(en[key] ?? ''), key).toEqual(placesOf(words))
    }
  })

  it('uses no key in two files', () => {
    const keys = pairs.flatMap(({ zh }) => Object.keys(zh))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('uses no forbidden word and no jargon', () => {
    const offending = everyWord.filter(({ words }) => forbiddenIn(words) ?? jargon.test(words))
    expect(offending).toEqual([])
  })

  it('keeps every Chinese sentence to 30 Han characters', () => {
    const long = everyWord.filter(({ language, words }) => language === 'zh-CN' && longestSentence(words) > 30)
    expect(long).toEqual([])
  })

  it('keeps Chinese out of English, but for names and quoted menu items', () => {
    const left = everyWord.filter(
      ({ language, key, words }) => language === 'en' && /\p{Script=Han}/u.test(words) && !mayQuoteChinese.has(key),
    )
    expect(left).toEqual([])
  })
})

/** Example messages: they come in Chinese, whoever reads them. */
const mayQuoteChinese = new Set([
  'live.text',
  'strict.text',
  'practice.1',
  'practice.2',
  'practice.3',
  'practice.4',
  'practice.5',
])

function placesOf(words: string): string[] {
  return [...new Set(words.match(/\{\w+\}/g))].sort()
}

describe('the walk itself', () => {
  it.each(['这个号码很安全', '可以放心拨打', '这是诈骗电话', '骗子', '可信度 100%', '您被骗了', '危险!!!'])(
    'finds %s',
    (words) => {
      expect(forbiddenIn(words)).toBeDefined()
    },
  )
  it.each(['放心借客服', '没有“安全账户”', '账户安全'])('lets %s pass', (words) => {
    expect(forbiddenIn(words)).toBeUndefined()
  })
  it('measures sentences, not texts', () => {
    expect(longestSentence(`${'长'.repeat(20)}。${'长'.repeat(31)}`)).toBe(31)
  })
})

describe('text', () => {
  const words = { hello: '你好，{name}。{name}！', plain: '没有' }
  it('fills every place and leaves those without a value', () => {
    expect(text(words, 'hello', { name: '甲' })).toBe('你好，甲。甲！')
    expect(text(words, 'hello')).toBe('你好，{name}。{name}！')
    expect(sayWith(words)('plain', { name: '甲' })).toBe('没有')
  })
  it('takes values as they are: no places, patterns or keys of Object inside them', () => {
    expect(text(words, 'hello', { name: '{plain}$&' })).toBe('你好，{plain}$&。{plain}$&！')
    expect(text({ odd: '{constructor}' }, 'odd')).toBe('{constructor}')
  })
})
