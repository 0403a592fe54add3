import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalNumber } from '../../src/phone/canonical-number.ts'
import { findNumbers } from '../../src/phone/find.ts'
import type { Canonical, Disguise, Found, NumberKind } from '../../src/phone/found.ts'
import { buildRegistryIndex } from '../../src/registry/registry-index.ts'
import { judgePassages } from '../../src/verdict/judge.ts'
import { judgeText, type TextOptions } from '../../src/verdict/judge-text.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { CLOCK, institution, line, NOW, tinySnapshot } from './tiny-registry.ts'

const index = buildRegistryIndex(tinySnapshot())
const DAY = 86_400_000

function judge(text: string, options: Partial<TextOptions> = {}): Verdict[] {
  return judgeText(text, { mode: 'page', ...options }, index, CLOCK)
}

function code(text: string, options: Partial<TextOptions> = {}): string {
  return judge(text, options)
    .map((verdict) => verdict.code)
    .join(' ')
}

describe('the codes, in order', () => {
  test.each([
    ['东山银行客服热线95588', 'official'],
    ['客服热线：95588', 'official'],
    ['东山银行客服电话：021-95588', 'official'],
    ['东山银行客服电话：+86-21-95588', 'official'],
    ['东山银行客服电话：９５５８８', 'official'],
    ['东山银行信用卡：400-820-5000', 'official'],
    ['东山银行信用卡：4008-205-000', 'official'],
    ['东山银行：400-00-95588', 'official'],
    ['西河银行客服电话95588', 'official-other'],
    ['西河银行客服电话95588，东山银行客服电话95533', 'official official'],
    ['东山银行客服电话：⑨⑤⑤⑧⑧', 'malformed'],
    ['东山银行客服电话：+95588', 'malformed'],
    ['东山银行旧热线400-111-2222', 'retired'],
    ['客服电话：400-666-1234', 'reported'],
    ['东山银行客服：400-333-4444', 'unconfirmed'],
    ['东山银行信用卡客服：400-820-5001', 'lookalike'],
    ['东山银行信用卡客服：400-820-0500', 'lookalike'],
    ['西河银行信用卡客服：400-820-5001', 'unlisted-service'],
    ['您的贷款已逾期，请拨打400-123-0099', 'unlisted-service'],
    ['饭店订座电话：400-123-0099', 'ordinary'],
    ['如遇诈骗请拨打96110', 'public-service'],
    ['西河银行提醒：投诉请拨打12378', 'public-service'],
    ['客服电话：1069095301123', 'sender-id'],
    ['客服电话：95301', 'sender-id'],
    ['您的贷款已逾期，请致电12381', 'public-service'],
  ])('%s → %s', (text, expected) => {
    expect(code(text)).toBe(expected)
  })

  test('an expired notice no longer counts', () => {
    expect(code('贷款客服电话：400-666-1235')).toBe('unlisted-service')
  })

  test('one line, two owners: both are named and naming either agrees', () => {
    const [verdict] = judge('北港支付客服电话：95188')
    expect(verdict?.code).toBe('official')
    expect(verdict?.institutions.map((one) => one.id)).toEqual(['beigang', 'beigang-pay'])
  })

  test('a group line beside its member says so', () => {
    const [verdict] = judge('南林消费金融客服电话：95177')
    expect(verdict).toMatchObject({ code: 'official', modifiers: ['group-line'] })
  })

  test('an operator’s line agrees with the product', () => {
    expect(code('南林易贷客服电话：95533')).toBe('official')
  })
})

describe('which way a line calls', () => {
  const own = buildRegistryIndex(
    tinySnapshot({
      institutions: [
        institution('calls-in', '甲河银行', { hotlines: [line('95501', { direction: 'in' })] }),
        institution('never-asks', '乙河银行', {
          never: [{ text: { zh: '从不索要验证码' } }],
          hotlines: [line('95502', { direction: 'in' })],
        }),
        institution('calls-out', '丙河银行', {
          hotlines: [line('95503', { direction: 'in' }), line('95504', { direction: 'out' })],
        }),
        institution('may-call-out', '丁河银行', {
          hotlines: [line('95505', { direction: 'in' }), line('95506', { direction: 'out', level: 'unconfirmed' })],
        }),
        institution('group', '戊河集团', {
          kind: 'group',
          hotlines: [line('95507'), line('95508', { validTo: '2025-12-31' })],
        }),
        institution('member', '己河银行', { parent: 'group', hotlines: [line('95509')] }),
      ],
    }),
  )

  test.each([
    ['甲河银行客服热线95501', 'official', []],
    ['乙河银行客服热线95502', 'official', ['inbound-only']],
    ['丙河银行客服热线95503', 'official', ['inbound-only']],
    ['丙河银行客服热线95504', 'official', ['outbound-only']],
    ['丁河银行客服热线95505', 'official', []],
    ['丁河银行客服热线95506', 'unconfirmed', ['outbound-only']],
    ['己河银行客服热线95507', 'official', ['group-line']],
    ['己河银行客服热线95508', 'retired', []],
    ['己河银行是戊河集团的银行，热线95507', 'official', []],
  ])('%s → %s %j', (text, expected, modifiers) => {
    expect(judgeText(text, { mode: 'page' }, own, CLOCK)).toMatchObject([{ code: expected, modifiers }])
  })
})

describe('local 96 codes', () => {
  test.each([
    ['客服热线：96511', 'unlisted-service', []],
    ['湖城银行客服热线：96511', 'official', ['hucheng']],
    ['江城银行客服热线：96511', 'official', ['jiangcheng']],
    ['客服热线：0731-96511', 'official', ['hucheng']],
    ['客服热线：027-96511', 'official', ['jiangcheng']],
    ['湖城银行客服热线：010-96511', 'unlisted-service', []],
  ])('%s → %s', (text, expected, owners) => {
    const [verdict] = judge(text)
    expect(verdict?.code).toBe(expected)
    expect(verdict?.institutions.map((one) => one.id)).toEqual(owners)
  })
})

describe('claims', () => {
  test('three institutions are a directory: nobody is claimed, no number is another’s', () => {
    const verdicts = judge('东山银行 95588，西河银行 95588，北港银行 95188，湖城银行')
    expect(verdicts.map((verdict) => [verdict.code, verdict.claimed.length])).toEqual([
      ['official', 0],
      ['official', 0],
      ['official', 0],
    ])
  })

  test('the signature speaks, whoever else is named', () => {
    const [verdict] = judgeText('【西河银行】转账到北港支付失败，请致电95588', { mode: 'sms' }, index, CLOCK)
    expect(verdict?.code).toBe('official-other')
  })

  test('a title alone accuses nobody', () => {
    expect(code('客服电话：95588', { title: '西河银行官方网站' })).toBe('official')
  })

  test('a stop name hides the name within it', () => {
    expect(judge('东山银行业协会，客服电话：95533')[0]?.claimed).toEqual([])
  })

  test('everyday words count only beside a telephone or lending word', () => {
    expect(judge('随心借给朋友看，电话：010-62063646')[0]?.claimed).toEqual([])
    expect(judge('随心借客服电话：010-62063646')[0]?.claimed.map((one) => one.id)).toEqual(['nanlin'])
  })

  test('a means of payment is not whose line it is', () => {
    expect(code('可通过北港支付还款，客服热线95588')).toBe('official')
  })
})

describe('the clock', () => {
  const at = (days: number) =>
    judgeText('东山银行客服电话95588', { mode: 'page' }, index, { ...CLOCK, now: NOW + days * DAY })[0]

  test('14 days: a note; 90 days: nothing is called official, the record is still shown', () => {
    expect(at(14)).toMatchObject({ code: 'official', modifiers: [] })
    expect(at(15)).toMatchObject({ code: 'official', modifiers: ['stale'] })
    expect(at(90)).toMatchObject({ code: 'official' })
    expect(at(91)).toMatchObject({ code: 'cannot-check', line: { canonical: '95588' } })
    expect(at(-4000)).toMatchObject({ code: 'official', registry: { ageDays: 0 } })
  })

  test('no registry: every number is cannot-check', () => {
    const verdicts = judgeText('东山银行95588，电话：400-820-5000', { mode: 'page' }, null, CLOCK)
    expect(verdicts.map((verdict) => verdict.code)).toEqual(['cannot-check', 'cannot-check'])
  })
})

describe('messages', () => {
  test('a person’s number that signs as a bank', () => {
    const [verdict] = judgeText(
      '【东山银行】详询 138 0000 0117。',
      { mode: 'sms', sender: '+86 138 0000 0117' },
      index,
      CLOCK,
    )
    expect(verdict).toMatchObject({ code: 'unlisted-service', modifiers: ['personal-sender'] })
    expect(verdict?.callInstead?.canonical).toBe('95588')
  })

  test('tips and taken-care; guards silence them', () => {
    const scam = '【东山银行】LPR利率整改，请注销您的账户，否则影响征信，致电400-123-5152'
    expect(judgeText(scam, { mode: 'sms' }, index, CLOCK)[0]).toMatchObject({
      code: 'unlisted-service',
      modifiers: ['taken-care'],
      tips: ['T1_cancel'],
    })
    const advice = `警方提醒：${scam}`
    expect(judgeText(advice, { mode: 'sms' }, index, CLOCK)[0]?.tips).toEqual([])
    expect(judgeText('不要注销账户。客服热线95588', { mode: 'sms' }, index, CLOCK)[0]?.tips).toEqual([])
  })

  test('a 12381 warning never carries a number', () => {
    const [verdict] = judgeText('您可能遭遇诈骗，请致电400-123-5152', { mode: 'sms', sender: '12381' }, index, CLOCK)
    expect(verdict?.signals).toEqual(['12381-with-contact'])
  })
})

describe('look-up', () => {
  const lookUp = (text: string) => judgeText(text, { mode: 'look-up' }, index, CLOCK)

  test('a bare number is asked about', () => {
    expect(lookUp('95588')[0]).toMatchObject({ code: 'official', start: 0, end: 5, raw: '95588' })
  })

  test('a brand without a line gives no number', () => {
    expect(lookUp('快易贷客服电话')[0]).toMatchObject({ code: 'unknown-brand', start: 0, end: 3, canonical: '' })
    expect(lookUp('东山银行')).toEqual([])
  })

  test('a date is no number', () => {
    expect(lookUp('2026-05-06')[0]?.code).toBe('not-phone')
  })
})

test('total: any text, any sender, any clock', () => {
  const words = fc.constantFrom(
    '东山银行',
    '【',
    '】',
    '95588',
    '400-820-5001',
    '⑨',
    '\u200b',
    '注销',
    '贷款',
    '\n\n',
    '96511',
    '12381',
    ' ',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80, size: 'max' }),
    fc.array(words, { maxLength: 12, size: 'max' }).map((list) => list.join('')),
  )
  const mode = fc.constantFrom<TextOptions['mode']>('look-up', 'page', 'sms')
  fc.assert(
    fc.property(text, text, mode, fc.double(), (body, sender, how, now) => {
      const verdicts = judgeText(body, { mode: how, sender, title: sender, url: sender }, index, { ...CLOCK, now })
      for (const verdict of verdicts) expect(body.slice(verdict.start, verdict.end)).toBe(verdict.raw)
    }),
  )
})

test('total: passages whose offsets lie', () => {
  const found = findNumbers('客服电话：95588')
  const lie = found.map((one) => ({ ...one, start: -5, end: 99_999 }))
  expect(judgePassages({ mode: 'page' }, [{ text: '', found: lie }], index, CLOCK)[0]?.[0]?.code).toBe('official')
})

test('a foreign number that its country does not know is told as it is and accused of nothing', () => {
  const text = '贷款逾期，客服电话：+85212'
  const canonical = '+85212' as Canonical
  const found: Found = { start: 10, end: 16, raw: '+85212', canonical, kind: 'foreign', disguise: [] }
  expect(judgePassages({ mode: 'page' }, [{ text, found: [found] }], index, CLOCK)).toMatchObject([
    [{ code: 'ordinary', rule: 'foreign-unreadable' }],
  ])
})

describe('whatever is found, a wrong “official” is impossible', () => {
  const canonical = fc.oneof(
    fc.constantFrom(
      '95588',
      '02195588',
      '4000095588',
      '4001112222',
      '4003334444',
      '96511',
      '073196511',
      '01096511',
      '4006661234',
      '110',
    ),
    fc.string({ unit: fc.constantFrom(...'0123456789+'), maxLength: 20, size: 'max' }),
  )
  const disguise = fc.subarray<Disguise>(['plus-prefix', 'letters', 'zero-width', 'odd-spaces', 'han-digits'])
  const kind = fc.constantFrom<NumberKind>(
    'short-code',
    'service-400',
    'service-800',
    'landline',
    'mobile',
    'foreign',
    'sender-id',
  )
  const found = fc
    .record({ start: fc.nat(60), length: fc.nat(12), canonical, disguise, kind })
    .map(({ start, length, canonical: digits, ...rest }): Found => {
      const known = canonicalNumber(digits)?.canonical ?? findNumbers('客服电话：95588')[0]?.canonical
      return { start, end: start + length, raw: digits, canonical: known as Canonical, ...rest }
    })
  const text = fc.array(fc.constantFrom('东山银行', '西河银行', '湖城银行', '【北港支付】', '客服', '贷款', '通过'), {
    maxLength: 8,
  })

  test('official rests on a confirmed line in force, reported on a running notice, and every number gets one verdict', () => {
    fc.assert(
      fc.property(text, fc.array(found, { maxLength: 6 }), (words, numbers) => {
        const passage = { text: words.join('，'), found: numbers }
        const [verdicts = []] = judgePassages({ mode: 'page' }, [passage], index, CLOCK)
        expect(verdicts.length).toBe(numbers.length)
        for (const verdict of verdicts) {
          const dialled = [verdict.canonical, verdict.canonical.replace(/^0(?:10|2\d|[3-9]\d{2})/, '')]
          const lines = dialled
            .flatMap((digits) => index.linesOf(digits))
            .filter(({ hotline }) => hotline.level === 'official' && !hotline.validTo)
          if (verdict.code === 'official' || verdict.code === 'official-other') {
            expect(lines.map(({ institution }) => institution.id)).toEqual(
              expect.arrayContaining(verdict.institutions.map(({ id }) => id)),
            )
            expect(verdict.institutions.length).toBeGreaterThan(0)
          }
          if (verdict.code === 'reported') expect(verdict.notice?.url).toBe('https://example.gov.cn/1')
          if (verdict.code === 'official-other') expect(verdict.claimed.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 400 },
    )
  })
})
