import { expect, it } from 'vitest'
import { type Line, readLines } from '../../src/cli/read-lines.ts'

async function lines(chunks: (string | Buffer)[], longest?: number): Promise<Line[]> {
  async function* input() {
    yield* chunks
  }
  const all: Line[] = []
  for await (const line of readLines(input(), longest)) all.push(line)
  return all
}

it('numbers lines from 1 and keeps empty ones', async () => {
  expect(await lines(['a\n\nb'])).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: '' },
    { number: 3, text: 'b' },
  ])
})

it('puts a character together that two chunks share', async () => {
  const bytes = Buffer.from('号🌸\n')
  expect(await lines([bytes.subarray(0, 2), bytes.subarray(2, 5), bytes.subarray(5)])).toEqual([
    { number: 1, text: '号🌸' },
  ])
})

it('names a line that is too long and reads the next', async () => {
  expect(await lines(['x'.repeat(50), `${'x'.repeat(51)}\nshort\n`], 100)).toEqual([
    { number: 1, text: '', problem: 'longer than 100 characters' },
    { number: 2, text: 'short' },
  ])
})
