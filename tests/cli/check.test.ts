import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const CLI = fileURLToPath(new URL('../../src/cli/zhenhao.ts', import.meta.url))

function run(args: string[], input: string | Buffer = ''): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [CLI, 'check', ...args],
      { maxBuffer: 256 * 1024 * 1024 },
      (error, output, errors) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, errors }),
    )
    child.stdin?.end(input)
  })
}

function shell(line: string): Promise<{ code: number; output: string; errors: string }> {
  const env = { ...process.env, NODE: process.execPath, CLI }
  return new Promise((resolve) => {
    execFile('/bin/bash', ['-c', line], { env }, (error, output, errors) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, errors }),
    )
  })
}

describe('zhenhao check --json', { timeout: 60_000 }, () => {
  test('the stable keys, from the argument', async () => {
    const { code, output, errors } = await run(['--json', '--page', '请致电招商银行客服95533'])
    expect([code, errors]).toEqual([0, ''])
    const { verdicts } = JSON.parse(output)
    expect(verdicts[0]).toMatchObject({
      start: 9,
      end: 14,
      raw: '95533',
      canonical: '95533',
      code: 'official-other',
      institutions: [{ id: 'ccb', name: '中国建设银行股份有限公司' }],
      claimed: ['cmb'],
      modifiers: [],
      tips: [],
    })
  })

  test('standard input, a sender, and a moved clock', async () => {
    const later = new Date(Date.now() + 20 * 86_400_000).toISOString()
    const { output } = await run(
      ['--json', '--sms', '--sender', '13800000117', '--now', later],
      '【工商银行】详询95588',
    )
    expect(JSON.parse(output).verdicts[0]).toMatchObject({ code: 'official', modifiers: ['personal-sender', 'stale'] })
  })

  test('without a number the list is empty', async () => {
    expect(JSON.parse((await run(['--json', '--page', '你好'])).output)).toEqual({ verdicts: [] })
  })
})

describe('for people', { timeout: 60_000 }, () => {
  test('words, not JSON', async () => {
    const { output } = await run(['工商银行客服95588'])
    expect(output).toContain('官方号码')
    expect(output).toContain('中国工商银行')
  })

  test.each([
    [['--page', '--sms', 'x'], 'not both'],
    [['--now', 'gestern', 'x'], 'no ISO 8601 time'],
    [['--now', '1', 'x'], 'no ISO 8601 time'],
    [['--now', '2026-13-45', 'x'], 'no ISO 8601 time'],
    [['--nope', 'x'], 'unknown option'],
    [['x', 'y'], 'too many arguments'],
    [['--sender'], 'argument missing'],
    [['--url', 'nowhere', 'x'], 'no address'],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { code, output, errors } = await run(args)
    expect(code).toBe(1)
    expect(output).toBe('')
    expect(errors).toContain(sentence)
  })
})

describe('standard input and output', { timeout: 60_000 }, () => {
  test('a text that begins with a dash is a text', async () => {
    const { code, output } = await run(['--json', '--page', '- 工商银行 95588'])
    expect(code).toBe(0)
    expect(JSON.parse(output).verdicts[0]).toMatchObject({ start: 7, code: 'official' })
  })

  test('nothing at all is an answer', async () => {
    expect(JSON.parse((await run(['--json'])).output)).toEqual({ verdicts: [] })
  })

  test('bytes that are no UTF-8 are refused, a byte order mark is not', async () => {
    const refused = await run(['--json', '--page'], Buffer.from([0xb9, 0xa4, 0xd0, 0xd0]))
    expect([refused.code, refused.output]).toEqual([1, ''])
    expect(refused.errors).toContain('not UTF-8')
    const { output } = await run(['--json', '--page'], '\ufeff工商银行客服95588')
    expect(JSON.parse(output).verdicts[0]).toMatchObject({ start: 6, raw: '95588' })
  })

  test('one megabyte is read', async () => {
    const talk = '今天天气好，订单号202611220001。'
    const text = `${talk.repeat(Math.ceil(1_048_576 / talk.length))}工商银行客服95588`
    const { code, output } = await run(['--json', '--page'], text)
    expect(code).toBe(0)
    expect(JSON.parse(output).verdicts).toMatchObject([{ end: text.length, code: 'official' }])
  })

  test.each([['scan'], ['check']])('%s says that a folder is no input', async (command) => {
    const { code, errors } = await shell(`"$NODE" "$CLI" ${command} < /`)
    expect([code, errors]).toEqual([1, '✗ Standard input is a folder.\n'])
  })

  test('a reader that leaves is no failure', async () => {
    const many = `yes '{"id":1,"text":"客服95588"}' | head -n 60000`
    const { code, errors, output } = await shell(`${many} | { "$NODE" "$CLI" scan; echo "code $?" >&2; } | head -n 1`)
    expect([code, errors]).toEqual([0, 'code 0\n'])
    expect(JSON.parse(output)).toMatchObject({ id: 1 })
  })

  test('a broken line is named, the others are answered, and the end is a failure', async () => {
    const { code, errors, output } = await shell(
      `printf '{"id":1,"text":"客服95588\\xff"}\\noops\\n{"id":3,"text":"客服95588"}\\n' | "$NODE" "$CLI" scan`,
    )
    expect([code, errors]).toEqual([1, 'line 1: not UTF-8\nline 2: not JSON\n'])
    expect(
      output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual([3])
  })

  test('a full disk is a failure in one sentence', async () => {
    const { code, errors } = await shell(`"$NODE" "$CLI" check --json 95588 > /dev/full`)
    expect(code).toBe(1)
    expect(errors).toMatch(/^✗ ENOSPC[^\n]*\n$/)
  })
})
