import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findNumbers } from '../../src/phone/find.ts'
import { confirmForeign } from '../../src/phone/foreign.ts'

const folder = new URL('../../../shared/eval/', import.meta.url)
const there = existsSync(folder)

interface Score {
  total: { tp: number; fp: number; fn: number }
  decoys: { texts: number; fp: number }
}

async function scoreOf(file: string): Promise<Score> {
  const { score } = (await import(/* @vite-ignore */ new URL('score.mjs', folder).href)) as {
    score: (gold: unknown[], found: unknown[]) => Score
  }
  const gold = readFileSync(new URL(`${file}.jsonl`, folder), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ ...(JSON.parse(line) as { id: string; text: string }), file }))
  return score(
    gold,
    gold.map(({ id, text }) => ({ id, numbers: findNumbers(text).flatMap((found) => confirmForeign(found) ?? []) })),
  )
}

describe.skipIf(!there)(there ? 'on the labelled texts' : 'skipped: no ../shared', () => {
  it('finds real numbers with F1 of at least 96', async () => {
    const { tp, fp, fn } = (await scoreOf('eval')).total
    expect((200 * tp) / (2 * tp + fp + fn)).toBeGreaterThanOrEqual(96)
  })

  it('finds disguised numbers: recall at least 95, precision at least 98', async () => {
    const { tp, fp, fn } = (await scoreOf('synthetic')).total
    expect((100 * tp) / (tp + fn)).toBeGreaterThanOrEqual(95)
    expect((100 * tp) / (tp + fp)).toBeGreaterThanOrEqual(98)
  })

  it('finds nothing in texts without numbers', async () => {
    const { decoys } = await scoreOf('decoys')
    expect(decoys.texts).toBeGreaterThan(100)
    expect(decoys.fp).toBe(0)
  })
})
