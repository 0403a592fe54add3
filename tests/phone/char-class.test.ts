import { describe, expect, it } from 'vitest'
import {
  classAt,
  digitOf,
  KIND_DIGIT,
  KIND_INVISIBLE,
  KIND_MARK,
  KIND_SPACE,
  kindOf,
  RUN_START,
} from '../../src/phone/char-class.ts'

const all = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint).filter((c) => c < 0xd800 || c > 0xdfff)

function matching(pattern: RegExp): string[] {
  return all.map((codePoint) => String.fromCodePoint(codePoint)).filter((character) => pattern.test(character))
}

describe('the class table', () => {
  it('reads every decimal digit of Unicode', () => {
    const digits = matching(/\p{Nd}/u)
    expect(digits.length).toBeGreaterThan(700)
    expect(digits.length % 10).toBe(0)
    digits.forEach((digit, index) => {
      const unitClass = classAt(digit, 0)
      expect(kindOf(unitClass), digit).toBe(KIND_DIGIT)
      const mathematical = digit >= '\u{1d7ce}' && digit <= '\u{1d7ff}'
      if (!mathematical) expect(digitOf(unitClass), digit).toBe(index % 10)
    })
  })

  it.each([
    ['⓪①②③④⑤⑥⑦⑧⑨', 0],
    ['❶❷❸❹❺❻❼❽❾', 1],
    ['⑴⑵⑶⑷⑸⑹⑺⑻⑼', 1],
    ['⒈⒉⒊⒋⒌⒍⒎⒏⒐', 1],
    ['🄁🄂🄃🄄🄅🄆🄇🄈🄉🄊', 0],
    ['𝟬𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴𝟵', 0],
    ['⁰¹²³⁴⁵⁶⁷⁸⁹', 0],
    ['零壹贰叁肆伍陆柒捌玖', 0],
    ['洞幺两', 0],
  ])('reads %s in order', (row, first) => {
    ;[...row].forEach((character, index) => {
      expect(classAt(character, 0)).toBeGreaterThanOrEqual(RUN_START)
      expect(digitOf(classAt(character, 0)), character).toBe(first + index)
    })
  })

  it('knows marks, spaces and characters that show nothing', () => {
    for (const mark of ['\u0301', '\u20e3', '\ufe0f', '\u0f37', '\u0489'])
      expect(kindOf(classAt(mark, 0))).toBe(KIND_MARK)
    for (const hidden of ['\u200b', '\u2060', '\u00ad', '\ufeff', '\u202e'])
      expect(kindOf(classAt(hidden, 0))).toBe(KIND_INVISIBLE)
    for (const space of matching(/\p{Zs}/u)) expect(kindOf(classAt(space, 0))).toBe(KIND_SPACE)
  })

  it('lets no letter of everyday writing begin a number', () => {
    for (const letter of 'OolISBZabcОІ的人中参加年月日') expect(classAt(letter, 0)).toBeLessThan(RUN_START)
  })
})
