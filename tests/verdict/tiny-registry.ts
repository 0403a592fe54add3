/** A small hand-made registry: invented owners around real-looking numbers, one of every shape the judge must tell apart. */
import type { PublishedHotline, PublishedInstitution, Snapshot } from '../../src/registry/schema.ts'

const source = { kind: 'primary' as const, url: 'https://example.cn/contact', seen: '2026-05-01' }

export function line(canonical: string, more: Partial<PublishedHotline> = {}): PublishedHotline {
  return {
    number: canonical,
    canonical,
    purpose: 'general',
    direction: 'both',
    label: { zh: '客户服务热线' },
    level: 'official',
    sources: [source],
    seen: '2026-05-01',
    ...more,
  }
}

export function institution(id: string, zh: string, more: Partial<PublishedInstitution> = {}): PublishedInstitution {
  return { id, name: { zh }, aliases: [], kind: 'bank', domains: [], hotlines: [], ...more }
}

/** What the tests call "now" unless they move the clock. */
export const NOW = Date.parse('2026-11-21T12:00:00Z')
export const CLOCK = { now: NOW, provenAt: NOW, builtAt: NOW }

export function tinySnapshot(more: Partial<Snapshot> = {}): Snapshot {
  return {
    schema: 1,
    seq: 7,
    builtAt: new Date(NOW).toISOString(),
    channel: 'development',
    institutions: institutions(),
    reported: [
      {
        canonical: '4006661234',
        notice: 'https://example.gov.cn/1',
        authority: '某市公安局',
        date: '2026-06-01',
        expires: '2027-06-01',
      },
      {
        canonical: '4006661235',
        notice: 'https://example.gov.cn/2',
        authority: '某市公安局',
        date: '2025-01-01',
        expires: '2026-01-01',
      },
    ],
    tactics: [
      {
        id: 'T1_cancel',
        name: { zh: '注销账户' },
        tip: { zh: '正规机构不会来电要求注销账户。' },
        sources: [],
        phrases: [
          { pattern: '注销…{0,6}(账户|金条)', weight: 3 },
          { pattern: 'lpr…{0,8}整改', weight: 3 },
          { pattern: '影响…{0,4}征信', weight: 1 },
        ],
      },
      {
        id: 'T4_transfer',
        name: { zh: '安全账户' },
        tip: { zh: '没有“安全账户”。' },
        sources: [],
        phrases: [{ pattern: '(转到|转入)…{0,4}安全账户', weight: 3 }],
      },
    ],
    guards: {
      before: { patterns: ['不要', '谨防', '不会'], within: 30 },
      after: { patterns: ['都是诈骗'], within: 24 },
      inside: ['无需'],
      advice: ['警方提醒', '反诈中心提示'],
    },
    stopNames: ['东山银行业协会'],
    ...more,
  }
}

function institutions(): PublishedInstitution[] {
  return [
    institution('dongshan', '东山银行股份有限公司', {
      aliases: [{ text: '东山银行' }, { text: '东行', ordinary: true }, { text: 'DSB', ordinary: true }],
      domains: [{ host: 'dongshan.example', claims: 'lender' }],
      smsSignatures: ['东山信用卡'],
      senders: ['95301', '1069095301'],
      hotlines: [
        line('95588', { forms: ['4000095588'] }),
        line('4008205000', { purpose: 'credit-card', direction: 'in' }),
        line('4007001111', { direction: 'out', level: 'official', purpose: 'loan' }),
        line('4001112222', { validTo: '2025-12-31', successor: '95588' }),
        line('4003334444', { level: 'unconfirmed' }),
      ],
    }),
    institution('mijiang', '密江银行', { dense: true, hotlines: [line('4008207000')] }),
    institution('xihe', '西河银行', { hotlines: [line('95533'), line('4009990000')] }),
    institution('nanlin', '南林消费金融有限公司', {
      aliases: [{ text: '南林消费金融' }, { text: '随心借', ordinary: true }],
      kind: 'consumer-finance',
      parent: 'nanlin-group',
      products: [{ name: '南林易贷', operatedBy: 'xihe' }],
      hotlines: [line('4005556666')],
    }),
    institution('nanlin-group', '南林集团', { kind: 'group', hotlines: [line('95177')] }),
    institution('beigang', '北港银行', { hotlines: [line('95188')] }),
    institution('beigang-pay', '北港支付', { kind: 'payment', hotlines: [line('95188')] }),
    institution('hucheng', '湖城银行', { hotlines: [line('96511', { areaCodes: ['0731'] })] }),
    institution('jiangcheng', '江城银行', { hotlines: [line('02796511', { number: '027-96511' })] }),
    institution('nolines', '快易贷', { kind: 'platform', noApp: true }),
    institution('police', '公安机关', { kind: 'public-line', hotlines: [line('110'), line('96110')] }),
    institution('miit', '工信部反诈短信', { kind: 'authority', senders: ['12381'] }),
    institution('regulator', '金融监管总局', {
      kind: 'authority',
      aliases: [{ text: '央行' }],
      hotlines: [line('12378')],
    }),
  ]
}
