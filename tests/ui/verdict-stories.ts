/** One hand-made verdict per code and state, for the tests of card and popup. Numbers and dates are made up where no code needs the real one. */
import type { Canonical } from '../../src/phone/found.ts'
import type { MatchedLine, RegistryStamp, Verdict } from '../../src/verdict/verdict.ts'

const stamp: RegistryStamp = {
  seq: 3,
  channel: 'release',
  builtAt: '2026-11-20T08:00:00Z',
  provenAt: '2026-11-21T08:00:00Z',
  ageDays: 0,
}
const hua = { id: 'hua-bank', name: { zh: '华山银行', en: 'Huashan Bank' } }
const tai = { id: 'tai-finance', name: { zh: '泰山消费金融', en: 'Taishan Consumer Finance' } }

const huaLine: MatchedLine = {
  institution: 'hua-bank',
  number: '95500',
  canonical: '95500',
  label: { zh: '客户服务热线', en: 'Customer service line' },
  purpose: 'general',
  source: { kind: 'primary', url: 'https://www.example.com/contact', seen: '2026-08-21' },
  seen: '2026-08-21',
}
const taiLine: MatchedLine = {
  ...huaLine,
  institution: 'tai-finance',
  number: '400-820-5555',
  canonical: '4008205555',
  label: { zh: '贷款客服热线', en: 'Loan service line' },
}

function story(raw: string, over: Partial<Verdict> & Pick<Verdict, 'code' | 'rule'>): Verdict {
  return {
    start: 0,
    end: raw.length,
    raw,
    canonical: raw.replace(/[^\d+]/g, '') as Canonical,
    disguise: [],
    modifiers: [],
    institutions: [],
    claimed: [],
    tips: [],
    registry: stamp,
    ...over,
  }
}

export const stories = {
  official: story('95500', {
    code: 'official',
    rule: 'exact-line',
    kind: 'short-code',
    institutions: [hua],
    line: huaLine,
  }),
  'official, two owners, menu digit': story('95500', {
    code: 'official',
    rule: 'exact-line',
    kind: 'short-code',
    institutions: [hua, tai],
    line: huaLine,
    extension: '3',
    modifiers: ['group-line'],
  }),
  'official, calls out only': story('010-6600 1234', {
    code: 'official',
    rule: 'exact-line',
    kind: 'landline',
    institutions: [hua],
    line: { ...huaLine, number: '010-66001234', canonical: '01066001234' },
    modifiers: ['outbound-only'],
    callInstead: huaLine,
  }),
  'official, list 40 days old': story('95500', {
    code: 'official',
    rule: 'exact-line',
    kind: 'short-code',
    institutions: [hua],
    line: huaLine,
    modifiers: ['stale'],
    registry: { ...stamp, provenAt: '2026-10-12T08:00:00Z', ageDays: 40 },
  }),
  'official, development list': story('95500', {
    code: 'official',
    rule: 'exact-line',
    kind: 'short-code',
    institutions: [hua],
    line: huaLine,
    registry: { ...stamp, channel: 'development' },
  }),
  'official-other': story('95500', {
    code: 'official-other',
    rule: 'other-owner',
    kind: 'short-code',
    institutions: [hua],
    claimed: [tai],
    line: huaLine,
    callInstead: taiLine,
  }),
  lookalike: story('400-820-5355', {
    code: 'lookalike',
    rule: 'one-digit-apart',
    kind: 'service-400',
    institutions: [tai],
    claimed: [tai],
    line: taiLine,
    compare: { listed: '400-820-5555', canonical: '4008205555', differing: [7] },
    callInstead: taiLine,
  }),
  'malformed, prefix': story('+95500', {
    code: 'malformed',
    rule: 'dressed-up-code',
    kind: 'short-code',
    canonical: '95500' as Canonical,
    disguise: ['plus-prefix'],
    institutions: [hua],
    line: huaLine,
    callInstead: huaLine,
  }),
  'malformed, glued digits': story('9550012', {
    code: 'malformed',
    rule: 'glued-digits',
    kind: 'short-code',
    disguise: ['zero-width', 'letters'],
    institutions: [hua],
    claimed: [hua],
    compare: { listed: '95500', canonical: '95500', differing: [5, 6] },
    callInstead: huaLine,
  }),
  retired: story('400-810-0000', {
    code: 'retired',
    rule: 'line-ended',
    kind: 'service-400',
    institutions: [hua],
    line: { ...huaLine, number: '400-810-0000', validTo: '2025-06-30', successor: '95500' },
  }),
  reported: story('400-000-0152', {
    code: 'reported',
    rule: 'notice',
    kind: 'service-400',
    notice: { url: 'https://www.example.gov.cn/notice/1', authority: '示例市公安局', date: '2026-09-01' },
    tips: ['T4_empty_transfer'],
  }),
  unconfirmed: story('400-810-9999', {
    code: 'unconfirmed',
    rule: 'below-bar',
    kind: 'service-400',
    institutions: [hua],
    line: {
      ...huaLine,
      number: '400-810-9999',
      source: { kind: 'secondary', repo: 'someone/list:banks.yaml' },
      seen: '2021',
    },
    callInstead: huaLine,
  }),
  'unlisted-service': story('400-123-0152', { code: 'unlisted-service', rule: 'lending-context', kind: 'service-400' }),
  'unlisted-service, a lender named, tactic': story('400-123-0152', {
    code: 'unlisted-service',
    rule: 'lending-context',
    kind: 'service-400',
    claimed: [tai],
    callInstead: taiLine,
    modifiers: ['personal-sender', 'taken-care'],
    tips: ['T1_cancel_or_rate', 'T12_secrecy_urgency', 'T99_newer_than_us'],
  }),
  'unlisted-service, abroad': story('+852 3000 0000', {
    code: 'unlisted-service',
    rule: 'lending-context',
    kind: 'foreign',
    modifiers: ['overseas'],
  }),
  'public-service': story('96110', {
    code: 'public-service',
    rule: 'public-line',
    kind: 'short-code',
    institutions: [{ id: 'fanzha-96110', name: { zh: '国家反诈中心', en: 'National Anti-Fraud Centre' } }],
    line: { ...huaLine, institution: 'fanzha-96110', number: '96110', purpose: 'fraud-report' },
  }),
  'sender-id': story('1069 0000 9550', {
    code: 'sender-id',
    rule: 'sender-port',
    kind: 'sender-id',
    claimed: [hua],
    callInstead: huaLine,
  }),
  ordinary: story('021-6000 0000', { code: 'ordinary', rule: 'no-lending-context', kind: 'landline' }),
  'not-phone': story('2026-11-21', { code: 'not-phone', rule: 'not-a-number' }),
  'unknown-brand': story('借钱快', { code: 'unknown-brand', rule: 'brand-without-record', canonical: '' }),
  'cannot-check': story('95500', {
    code: 'cannot-check',
    rule: 'registry-unusable',
    kind: 'short-code',
    registry: { ...stamp, provenAt: '2026-08-01T08:00:00Z', ageDays: 112 },
  }),
} satisfies Record<string, Verdict>

export type StoryName = keyof typeof stories
export const storyNames = Object.keys(stories) as StoryName[]
