import { expect, it } from 'vitest'
import { findNumbers } from '../../src/phone/find.ts'

/**
 * Looks at single characters and units copied by `slice`, counted while `run` works: time without a clock. Replaced by
 * hand: a spy remembers every call, and these are millions.
 */
function workOf(run: () => void): number {
  let work = 0
  const { charCodeAt, codePointAt, charAt, startsWith, slice } = String.prototype
  const counting = {
    charCodeAt(this: string, at: number) {
      work++
      return charCodeAt.call(this, at)
    },
    codePointAt(this: string, at: number) {
      work++
      return codePointAt.call(this, at)
    },
    charAt(this: string, at: number) {
      work++
      return charAt.call(this, at)
    },
    startsWith(this: string, search: string, at?: number) {
      work += search.length
      return startsWith.call(this, search, at)
    },
    slice(this: string, from?: number, to?: number) {
      const piece = slice.call(this, from, to)
      work += piece.length
      return piece
    },
  }
  try {
    Object.assign(String.prototype, counting)
    run()
  } finally {
    Object.assign(String.prototype, { charCodeAt, codePointAt, charAt, startsWith, slice })
  }
  return work
}

const units: Record<string, string> = {
  'digits in one piece': '1',
  zeros: '0',
  'spaced digits': '1 ',
  'dashed digits': '95588-',
  'numbers after numbers': '13800138000 ',
  'landlines in a list': '62063647、',
  'look-alike letters': 'O',
  'look-alike letters and digits': 'lO0 ',
  separators: '-',
  spaces: ' ',
  'combining marks': '\u0301',
  'marked digits': '4\u0336\u0307',
  'digits and hidden signs': '4\u200b',
  'hidden signs': '\u200b',
  'variation selectors': '\ufe0f',
  'high surrogates': '\ud835',
  'low surrogates': '\udfcf',
  'mathematical digits': '𝟗',
  emoji: '🌸',
  'digits and emoji': '9🌸',
  'Han digits': '九',
  'filled digits': '9天5地',
  brackets: '(1)',
  pluses: '+',
  'country codes': '+86 ',
  prose: '今天下午三点在二楼开会，2012年起已有1200人参加。',
}

it.each(Object.entries(units))('work grows with the text, not faster: %s', (_, unit) => {
  const size = 3_000
  const short = `4${unit.repeat(Math.ceil(size / unit.length))}`
  const long = `4${unit.repeat(Math.ceil((4 * size) / unit.length))}`
  const once = workOf(() => findNumbers(short))
  const fourTimes = workOf(() => findNumbers(long))
  expect(fourTimes).toBeLessThan(4.3 * once + 2_000)
  expect(once / short.length).toBeLessThan(400)
})

it('takes a very long row of one character', () => {
  for (const unit of ['1', '0', '-', '\u0301', '\ud835', '9🌸', '1 ']) {
    expect(findNumbers(unit.repeat(600_000 / unit.length)).length).toBe(0)
  }
})
