/** Made-up institutions for the tests of the institution card: one with everything, one with nothing. */
import type { InstitutionAnswer } from '../../src/protocol.ts'
import type { PublishedHotline, PublishedInstitution, PublishedSource } from '../../src/registry/schema.ts'

const source: PublishedSource = { kind: 'primary', url: 'https://www.example.com/contact', seen: '2026-08-21' }

export function line(number: string, over: Partial<PublishedHotline> = {}): PublishedHotline {
  return {
    number,
    canonical: number.replace(/\D/g, ''),
    purpose: 'general',
    direction: 'in',
    label: { zh: '客户服务热线', en: 'Customer service line' },
    level: 'official',
    sources: [source],
    seen: '2026-08-21',
    ...over,
  }
}

const group: PublishedInstitution = {
  id: 'shan-group',
  name: { zh: '五岳集团', en: 'Wuyue Group' },
  aliases: [],
  kind: 'group',
  domains: [],
  hotlines: [line('95511')],
}

export const hua: InstitutionAnswer = {
  institution: {
    id: 'hua-bank',
    name: { zh: '华山银行', en: 'Huashan Bank' },
    aliases: [{ text: '华行' }, { text: '华山快贷' }],
    kind: 'bank',
    parent: 'shan-group',
    licence: {
      authority: '国家金融监督管理总局',
      code: 'B0000H000000001',
      source: 'https://www.example.gov.cn/licence',
    },
    domains: [
      { host: 'hua.example.com', claims: 'lender' },
      { host: 'shop.example.com', claims: 'none' },
    ],
    apps: [{ name: '华山银行' }],
    channels: [
      { type: 'wechat', how: { zh: '公众号“华山银行”，菜单“客服”', en: 'Account “华山银行”, menu “客服”' }, source },
    ],
    products: [{ name: '华山快贷', operatedBy: 'hua-bank' }],
    smsSignatures: ['华山银行'],
    senders: ['95500', '1069000095500'],
    never: [
      {
        text: { zh: '不会来电要您注销账户', en: 'Never calls to close an account' },
        url: 'https://www.example.com/notice',
      },
    ],
    hotlines: [
      line('95500', { hours: '24h', menu: [{ key: '2', for: '信用卡' }] }),
      line('400-810-0001', { purpose: 'repayment', hours: [{ days: 'workdays', from: '9:00', to: '18:00' }] }),
      line('400-810-0002', { purpose: 'complaint', hours: [{ days: 'daily', from: '08:00', to: '22:00' }] }),
      line('400-810-0003', {
        purpose: 'hardship',
        level: 'unconfirmed',
        sources: [{ kind: 'secondary', repo: 'someone/list:banks.yaml' }],
      }),
      line('010-66001234', { direction: 'out', purpose: 'collection' }),
      line('400-810-0009', { validTo: '2025-06-30' }),
    ],
  },
  parent: group,
}

export const blank: InstitutionAnswer = {
  institution: { id: 'wu-ming', name: { zh: '无名小贷' }, aliases: [], kind: 'microloan', domains: [], hotlines: [] },
}
