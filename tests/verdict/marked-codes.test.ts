import { describe, expect, it } from 'vitest'
import { zhVerdicts } from '../../src/locales/zh-CN/verdicts.ts'
import { isFlagged } from '../../src/page/mark.ts'
import { isMarked, strictnesses } from '../../src/verdict/marked-codes.ts'
import type { VerdictCode } from '../../src/verdict/verdict.ts'

/** Every code has a chip, and the locale files have both languages of each. */
const codes = Object.keys(zhVerdicts).flatMap((key) => /^chip\.(.+)$/.exec(key)?.[1] ?? []) as VerdictCode[]
const marked = (strictness: (typeof strictnesses)[number]) => codes.filter((code) => isMarked(code, strictness))

describe('isMarked', () => {
  it('shows more with every step and never less', () => {
    expect(codes).toHaveLength(14)
    expect(marked('standard')).toEqual(expect.arrayContaining(marked('quiet')))
    expect(marked('careful')).toEqual(expect.arrayContaining(marked('standard')))
  })

  it('adds only what reassures or says nothing: no step hides or adds a verdict that asks for attention', () => {
    const differing = codes.filter((code) => isMarked(code, 'quiet') !== isMarked(code, 'careful'))
    expect(differing.sort()).toEqual(['official', 'ordinary', 'public-service', 'sender-id'])
    for (const strictness of strictnesses) {
      expect(codes.filter((code) => isFlagged(code) && !isMarked(code, strictness))).toEqual([])
      expect(isMarked('cannot-check', strictness)).toBe(true)
    }
  })

  it('leaves ordinary numbers alone unless asked, and never marks what is no number', () => {
    expect(strictnesses.filter((each) => isMarked('ordinary', each))).toEqual(['careful'])
    expect(strictnesses.some((each) => isMarked('not-phone', each) || isMarked('unknown-brand', each))).toBe(false)
  })
})
