import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { judgeText } from '../../src/verdict/judge-text.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { realIndex } from './real-index.ts'
import { CLOCK } from './tiny-registry.ts'

/** Real public posts, read at run time and never copied: whom would the judge accuse there? */
const EVAL = fileURLToPath(new URL('../../../shared/eval/', import.meta.url))
const present = existsSync(`${EVAL}eval.jsonl`)
const mark = present ? '' : 'skipped: no ../shared '

function judgeFile(name: string): { texts: number; verdicts: Verdict[] } {
  const lines = readFileSync(`${EVAL}${name}`, 'utf8').split('\n').filter(Boolean)
  const verdicts = lines.flatMap((line) => judgeText(JSON.parse(line).text, { mode: 'page' }, realIndex, CLOCK))
  return { texts: lines.length, verdicts }
}

describe.skipIf(!present)('real posts', () => {
  test(`${mark}texts without numbers get no mark`, () => {
    const { texts, verdicts } = judgeFile('decoys.jsonl')
    expect(texts).toBeGreaterThan(100)
    expect(verdicts.filter((verdict) => verdict.code !== 'ordinary').map(({ code, rule }) => [code, rule])).toEqual([])
  })

  test(`${mark}ordinary posts: no number is called another’s, similar or reported, and few are noted as unlisted`, () => {
    const { texts, verdicts } = judgeFile('eval.jsonl')
    expect(texts).toBeGreaterThan(200)
    const count = (code: Verdict['code']) => verdicts.filter((verdict) => verdict.code === code).length
    expect([count('official-other'), count('lookalike'), count('reported'), count('retired')]).toEqual([0, 0, 0, 0])
    expect(count('unlisted-service') / verdicts.length).toBeLessThan(0.03)
  })
})
