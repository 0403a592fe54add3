import { PassThrough, Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { scan } from '../../src/cli/scan.ts'

async function run(input: Iterable<string | Buffer>, explain = false) {
  const output = new PassThrough()
  const errors = new PassThrough()
  const text = { output: '', errors: '' }
  output.on('data', (chunk) => {
    text.output += chunk
  })
  errors.on('data', (chunk) => {
    text.errors += chunk
  })
  const broken = await scan({ explain }, { input: Readable.from(input), output, errors })
  await new Promise((resolve) => setImmediate(resolve))
  return {
    broken,
    lines: text.output
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
    errors: text.errors,
  }
}

it('answers each line in order, whatever the id', async () => {
  const { lines, broken } = await run(['{"id":"a","text":"请致电95588转3"}\n{"id":7,"text":"今天下雨"}\n'])
  expect(lines).toEqual([
    {
      id: 'a',
      numbers: [
        { start: 3, end: 8, raw: '95588', canonical: '95588', kind: 'short-code', extension: '3', disguise: [] },
      ],
    },
    { id: 7, numbers: [] },
  ])
  expect(broken).toBe(0)
})

it('names broken lines on the error stream and goes on', async () => {
  const { lines, broken, errors } = await run([
    'oops\n\n{"id":1}\n[1]\n{"text":"x"}\n{"id":2,"text":5}\n{"id":3,"text":"拨打12345"}',
  ])
  expect(lines.map((line) => line.id)).toEqual([3])
  expect(errors).toBe(
    'line 1: not JSON\nline 3: "text" is not a string\nline 4: not an object\nline 5: no "id"\nline 6: "text" is not a string\n',
  )
  expect(broken).toBe(5)
})

it('reads lines and characters that are cut by chunk borders, CRLF and a byte order mark', async () => {
  const bytes = Buffer.from('\ufeff{"id":1,"text":"电话０１０－62063646"}\r\n{"id":2,"text":"🌸95588热线"}\r\n')
  const { lines, broken } = await run(Array.from(bytes, (byte) => Buffer.from([byte])))
  expect(lines.map((line) => line.numbers.map((number: { canonical: string }) => number.canonical))).toEqual([
    ['01062063646'],
    ['95588'],
  ])
  expect(broken).toBe(0)
})

it('tells each rejected candidate with --explain', async () => {
  const { lines } = await run(['{"id":1,"text":"售价10000元，加+395562593"}\n'], true)
  expect(lines[0].numbers).toEqual([])
  expect(lines[0].rejected).toEqual([
    { start: 2, end: 7, raw: '10000', canonical: '10000', reason: 'quantity' },
    { start: 10, end: 20, raw: '+395562593', canonical: '+395562593', reason: 'foreign-unknown' },
  ])
})

it('waits for a slow reader instead of filling memory', async () => {
  let made = 0
  let ahead = 0
  const output = new PassThrough({ highWaterMark: 1024 })
  let read = 0
  function* lines() {
    for (; made < 3000; made++) {
      ahead = Math.max(ahead, made - read)
      yield `{"id":${made},"text":"请拨打95588"}\n`
    }
  }
  const done = scan({ explain: false }, { input: Readable.from(lines()), output, errors: new PassThrough() })
  for await (const chunk of output) {
    read += String(chunk).split('\n').length - 1
    if (read >= 3000) break
  }
  await done
  expect(read).toBe(3000)
  expect(ahead).toBeLessThan(300)
})
