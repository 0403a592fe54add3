import { describe, expect, test } from 'vitest'
import { findNumbers } from '../../src/phone/find.ts'
import { findInstitutions } from '../../src/verdict/find-institution.ts'
import { judgeText, type TextOptions } from '../../src/verdict/judge-text.ts'
import type { Verdict, VerdictCode } from '../../src/verdict/verdict.ts'
import { quietPages } from './quiet-pages.ts'
import { realIndex, realSnapshot } from './real-index.ts'
import { CLOCK } from './tiny-registry.ts'

/** The part of product.md's must-hold list that the judge answers for, by number. */

function judge(text: string, mode: TextOptions['mode'] = 'page'): Verdict[] {
  return judgeText(text, { mode }, realIndex, CLOCK)
}

/** Mulberry32: the same numbers in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function randomNumber(random: (below: number) => number): string {
  const digits = (count: number) => Array.from({ length: count }, () => random(10)).join('')
  const shapes = [
    () => `400${random(9) + 1}${digits(6)}`,
    () => `95${digits(3)}`,
    () => `96${digits(3)}`,
    () => `1010${digits(4)}`,
    () => `010-6${digits(7)}`,
    () => `13${digits(9)}`,
    () => `400-${random(9) + 1}${digits(1)}-9${digits(4)}`,
  ]
  return shapes[random(shapes.length)]?.() ?? ''
}

describe('must-hold 1: listed numbers of X are official, unlisted ones are not', () => {
  test.each([
    ['工商银行客服电话：95588', 'icbc'],
    ['招商银行信用卡：400-820-5555', 'cmb'],
    ['兴业银行客服电话：021-95561', 'cib'],
    ['建设银行客服电话：+86-28-95533', 'ccb'],
    ['工商银行客服电话：９５５８８', 'icbc'],
  ])('%s', (text, owner) => {
    const [verdict, ...others] = judge(text)
    expect(others).toEqual([])
    expect(verdict?.code).toBe('official')
    expect(verdict?.institutions.map(({ id }) => id)).toEqual([owner])
  })

  test('1,000 random unlisted numbers beside a lender’s name: none official, none reported', () => {
    const random = randomFrom(20261121)
    const lenders = realSnapshot.institutions.filter((one) => one.hotlines.length > 0)
    const codes = new Map<VerdictCode, number>()
    let judged = 0
    while (judged < 1000) {
      const lender = lenders[random(lenders.length)]
      const text = `${lender?.name.zh}客服电话：${randomNumber(random)}`
      if (findNumbers(text).some((found) => isListed(found.canonical))) continue
      for (const verdict of judge(text)) {
        judged++
        codes.set(verdict.code, (codes.get(verdict.code) ?? 0) + 1)
      }
    }
    const wrong: VerdictCode[] = [
      'official',
      'official-other',
      'reported',
      'public-service',
      'unconfirmed',
      'retired',
      'malformed',
    ]
    expect(wrong.filter((code) => codes.has(code))).toEqual([])
    expect(codes.get('unlisted-service') ?? 0).toBeGreaterThan(700)
  })
})

function isListed(canonical: string): boolean {
  const rest = canonical.replace(/^0(?:10|2\d|[3-9]\d{2})/, '')
  return realIndex.linesOf(canonical).length > 0 || realIndex.linesOf(rest).length > 0
}

test.each(Object.keys(quietPages))('must-hold 2: %s yields no mark', (name) => {
  const marks = judge(quietPages[name] ?? '').filter((verdict) => verdict.code !== 'ordinary')
  expect(marks.map(({ raw, code, rule }) => ({ raw, code, rule }))).toEqual([])
})

describe('must-hold 3: A with B’s number, and directories', () => {
  const banks = realSnapshot.institutions.filter(
    (one) =>
      one.kind === 'bank' &&
      one.hotlines.some((line) => line.level === 'official' && /^955\d{2}$/.test(line.canonical)),
  )
  const codeOf = (id: string) =>
    realIndex.institutions
      .get(id)
      ?.hotlines.find((line) => line.level === 'official' && /^955\d{2}$/.test(line.canonical))

  test('every bank’s name with every other bank’s code', () => {
    expect(banks.length).toBeGreaterThan(15)
    for (const bank of banks)
      for (const other of banks) {
        const [verdict] = judge(`${bank.name.zh}客服电话：${codeOf(other.id)?.canonical}`)
        expect([bank.id, other.id, verdict?.code]).toEqual([
          bank.id,
          other.id,
          bank === other ? 'official' : 'official-other',
        ])
      }
  })

  test('a directory of 20 banks accuses none, even with the numbers shifted by one row', () => {
    const rows = [...banks.slice(0, 20)]
    const shifted = rows.map(
      (bank, row) => `${bank.name.zh}：${codeOf(rows[(row + 1) % rows.length]?.id ?? '')?.canonical}`,
    )
    const verdicts = judge(shifted.join('；'))
    expect(verdicts.length).toBe(rows.length)
    expect(new Set(verdicts.map((verdict) => verdict.code))).toEqual(new Set(['official']))
  })
})

test('must-hold 4: the 微粒贷 message: unlisted, the right tip, the listed channel of 微众银行', () => {
  const text =
    '【微粒贷】尊敬的客户：因LPR利率整改，您的借款利率高于国家标准，请致电 400-168-5152 办理，否则将冻结支付功能。'
  const [verdict, ...others] = judge(text, 'sms')
  expect(others).toEqual([])
  expect(verdict).toMatchObject({ code: 'unlisted-service', tips: ['T1_cancel_or_rate'], claimed: [{ id: 'webank' }] })
  expect(verdict?.callInstead).toMatchObject({ institution: 'webank', canonical: '95384' })
})

describe('must-hold 5: look-up by name', () => {
  test('a listed brand shows its operator and its lines', () => {
    const [best] = findInstitutions('放心借', realIndex)
    expect(best?.institution.id).toBe('douyin-zhongrong')
    expect(best?.institution.hotlines.length).toBeGreaterThan(0)
    expect(judge('放心借', 'look-up')).toEqual([])
  })

  test('借钱快: unknown brand, no number', () => {
    const [verdict, ...others] = judge('借钱快', 'look-up')
    expect(others).toEqual([])
    expect(verdict).toMatchObject({ code: 'unknown-brand', canonical: '', start: 0, end: 3, institutions: [] })
    expect(verdict?.callInstead).toBeUndefined()
  })

  test('every name and alias of the registry finds its institution first', () => {
    for (const one of realSnapshot.institutions)
      for (const { text } of one.aliases) {
        const best = findInstitutions(text, realIndex).filter((match) => match.score >= 0.9)
        expect([text, best.map(({ institution }) => institution.id)]).toEqual([text, expect.arrayContaining([one.id])])
      }
  })
})
