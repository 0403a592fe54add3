import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
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
    { number: 1, text: '', problem: 'longer than 100 bytes' },
    { number: 2, text: 'short' },
  ])
})

it('names a line that is not UTF-8, cut off or of another encoding, and reads the next', async () => {
  const broken = Buffer.concat([
    Buffer.from('a'),
    Buffer.from([0xff, 10]),
    Buffer.from('号\n'),
    Buffer.from([0xe5, 0x8f]),
  ])
  expect(await lines([broken])).toEqual([
    { number: 1, text: '', problem: 'not UTF-8' },
    { number: 2, text: '号' },
    { number: 3, text: '', problem: 'not UTF-8' },
  ])
})

it('lets go of a line that is too long while it reads it', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const given: WeakRef<ArrayBufferLike>[] = []
  let held = 0
  async function* endless() {
    for (let count = 0; count < 100; count++) {
      const chunk = Buffer.alloc(10_000, 'x')
      given.push(new WeakRef(chunk.buffer))
      yield chunk
    }
    await new Promise((resolve) => setImmediate(resolve))
    collect()
    held = given.filter((chunk) => chunk.deref() !== undefined).length
  }
  const all: Line[] = []
  for await (const line of readLines(endless(), 5000)) all.push(line)
  expect(all).toEqual([{ number: 1, text: '', problem: 'longer than 5000 bytes' }])
  expect(given).toHaveLength(100)
  expect(held).toBeLessThan(10)
})
