import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const CLI = fileURLToPath(new URL('../../src/cli/zhenhao.ts', import.meta.url))

function run(args: string[], input = ''): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [CLI, 'check', ...args], (error, output, errors) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, errors }),
    )
    child.stdin?.end(input)
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
    [['--url', 'nowhere', 'x'], 'no address'],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { code, output, errors } = await run(args)
    expect(code).toBe(1)
    expect(output).toBe('')
    expect(errors).toContain(sentence)
  })
})
