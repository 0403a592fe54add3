/** An invented lender with everything a record can hold: the real list has no evidence yet for workday hours or a line per problem. */
import type { PublishedHotline, PublishedInstitution, PublishedSource } from '../../src/registry/schema.ts'

const source: PublishedSource = { kind: 'primary', url: 'https://www.example.com/contact', seen: '2026-08-21' }

function line(last: string, over: Partial<PublishedHotline>): PublishedHotline {
  return {
    number: `400-000-01${last}`,
    canonical: `40000001${last}`,
    purpose: 'general',
    direction: 'in',
    label: { zh: '客户服务热线', en: 'Customer service line' },
    level: 'official',
    sources: [source],
    seen: '2026-08-21',
    ...over,
  }
}

export const storyLender: PublishedInstitution = {
  id: 'story-lender',
  name: { zh: '五岳示例消费金融有限公司', en: 'Wuyue Example Finance' },
  aliases: [{ text: '五岳示例' }],
  kind: 'consumer-finance',
  licence: { authority: '国家金融监督管理总局', code: 'X0000H000000001', source: 'https://www.example.gov.cn/licence' },
  domains: [{ host: 'wuyue.example.com', claims: 'lender' }],
  apps: [{ name: '五岳示例' }],
  channels: [
    { type: 'chat', how: { zh: 'App“我的”页右上角的客服', en: 'The headset on the “Me” page of the app' }, source },
    { type: 'email', how: { zh: 'service@wuyue.example.com', en: 'service@wuyue.example.com' }, source },
  ],
  products: [{ name: '五岳示例贷', operatedBy: 'story-lender' }],
  smsSignatures: ['五岳示例'],
  senders: ['1069000000100'],
  never: [
    {
      text: { zh: '不会来电要您注销账户', en: 'Never calls to close an account' },
      url: 'https://www.example.com/notice',
    },
  ],
  hotlines: [
    line('00', {
      hours: [{ days: 'workdays', from: '09:00', to: '18:00' }],
      menu: [{ key: '0', for: '人工服务' }],
    }),
    line('11', { purpose: 'repayment', label: { zh: '还款专线', en: 'Repayment line' }, hours: '24h' }),
    line('22', {
      purpose: 'complaint',
      label: { zh: '投诉专线', en: 'Complaint line' },
      hours: [{ days: 'mon-sat', from: '08:00', to: '22:00' }],
    }),
    line('33', { purpose: 'hardship', label: { zh: '协商专线', en: 'Hardship line' } }),
    line('44', { purpose: 'lost-card', label: { zh: '挂失专线', en: 'Lost card line' }, hours: '24h' }),
    line('55', { direction: 'out', purpose: 'collection', label: { zh: '还款提醒外呼', en: 'Calls about due dates' } }),
  ],
}

/** The same after two lines have ended: the general one has a successor, the complaint line has none. */
export const laterStoryLender: PublishedInstitution = {
  ...storyLender,
  hotlines: [
    line('99', {}),
    ...storyLender.hotlines.map((each) => {
      if (each.purpose === 'general') return { ...each, validTo: '2026-11-01', successor: '400-000-0199' }
      return each.purpose === 'complaint' ? { ...each, validTo: '2026-11-01' } : each
    }),
  ],
}
