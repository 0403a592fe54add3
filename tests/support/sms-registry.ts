/** The registry that the SMS fixtures were written against: their `official` numbers and the brands that they name. */

import type { InstitutionKind, PublishedHotline, PublishedInstitution, Snapshot } from '../../src/registry/schema.ts'
import fixtures from '../page/sms/expected/index.json' with { type: 'json' }

const brands: Record<string, { id: string; kind: InstitutionKind; aliases?: string[] }> = {
  微信支付: { id: 'wechat-pay', kind: 'payment' },
  京东金融: { id: 'jd-finance', kind: 'platform', aliases: ['京东'] },
  支付宝: { id: 'alipay', kind: 'payment' },
  建设银行: { id: 'ccb', kind: 'bank', aliases: ['建行'] },
  招商银行: { id: 'cmb', kind: 'bank' },
  中国银行: { id: 'boc', kind: 'bank' },
  邮储银行: { id: 'psbc', kind: 'bank' },
  工商银行: { id: 'icbc', kind: 'bank', aliases: ['工行'] },
  农业银行: { id: 'abc', kind: 'bank' },
  国家反诈中心: { id: 'fanzha-96110', kind: 'authority' },
  中国移动: { id: 'china-mobile', kind: 'carrier' },
}

/** Institution id of a fixture's brand. */
export function idOf(brand: string): string {
  const known = brands[brand]
  if (!known) throw new Error(`no brand ${brand}`)
  return known.id
}

/** 放心借 is a name in ordinary language: it has a record without lines. */
export function fixtureSnapshot(builtAt: string, seq: number): Snapshot {
  const institutions = Object.keys(brands).map(institution)
  return {
    schema: 1,
    seq,
    builtAt,
    channel: 'development',
    institutions: [...institutions, lineless('fangxinjie', '放心借')],
    reported: [],
    tactics: [],
  }
}

function institution(brand: string): PublishedInstitution {
  const { kind, aliases } = brands[brand] ?? { kind: 'bank' }
  const hotlines = Object.entries(fixtures.official)
    .filter(([, owner]) => owner === brand)
    .map(([number]) => line(number))
  const named = (aliases ?? []).map((text) => ({ text }))
  return { id: idOf(brand), name: { zh: brand }, aliases: named, kind, domains: [], hotlines }
}

function lineless(id: string, zh: string): PublishedInstitution {
  return { id, name: { zh }, aliases: [{ text: zh, ordinary: true }], kind: 'platform', domains: [], hotlines: [] }
}

function line(number: string): PublishedHotline {
  return {
    number,
    canonical: number,
    purpose: 'general',
    direction: 'both',
    label: { zh: '客户服务热线' },
    level: 'official',
    sources: [{ kind: 'primary', url: 'https://example.cn/contact', seen: '2026-05-01' }],
    seen: '2026-05-01',
  }
}
