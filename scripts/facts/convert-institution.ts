/** Turns one institution of the facts into a record; group lines and merged doubles are dealt with by `build-records.ts`. */

import { isShortName } from '../../src/publish/name-rules.ts'
import { INSTITUTION_KINDS } from '../../src/registry/check-record.ts'
import type { InstitutionRecord } from '../../src/registry/institution-record.ts'
import type { Alias, InstitutionKind } from '../../src/registry/schema.ts'
import { plainText } from './convert-evidence.ts'
import { convertLine, convertSender, isSender } from './convert-line.ts'
import type { FactsInstitution } from './facts-shape.ts'

/** Names of three characters and more that are also everyday words. */
const EVERYDAY = new Set(
  '借钱快 放心借 有钱花 好分期 时光分期 信用飞 拿去花 拿去借 提钱花 好人贷 任性贷 新易贷 征信中心 普融花 消费者投诉 个人信用报告 诉讼服务热线 市民热线 法律援助 反诈专线 垃圾短信举报'.split(
    ' ',
  ),
)

/** Hosts of shops, social sites and SMS views: a page there names nobody. */
const CLAIMLESS_HOSTS = new Set(
  'jd.com weibo.com 58.com mi.com meituan.com ctrip.com suning.com didiglobal.com'.split(' '),
)

const KIND_OF: Record<string, InstitutionKind> = { unionpay: 'payment', ecny: 'payment', jdpay: 'payment' }

export function convertInstitution(facts: FactsInstitution): InstitutionRecord {
  const senders = facts.hotlines.filter(isSender).map(convertSender)
  return {
    id: facts.id,
    name: { zh: facts.name },
    aliases: convertAliases(facts.aliases, facts.name),
    kind: kindOf(facts),
    ...licenceOf(facts),
    domains: (facts.domains ?? []).map((host) => ({ host, claims: CLAIMLESS_HOSTS.has(host) ? 'none' : 'lender' })),
    ...(facts.domain_sources ? { domainSources: facts.domain_sources.map(plainText) } : {}),
    ...(facts.apps ? { apps: facts.apps.map((name) => ({ name })) } : {}),
    ...(senders.length > 0 ? { senders } : {}),
    ...(facts.notes ? { notes: plainText(facts.notes) } : {}),
    hotlines: facts.hotlines.filter((line) => !isSender(line) && line.scope !== 'group-general').map(convertLine),
  }
}

/** Names one can look for in a text: no bare digits, no “原…”, no double of the name. */
export function convertAliases(texts: string[], name: string): Alias[] {
  const plain = texts.map((text) => text.replace(/^原/, '')).filter((text) => text !== name && !/^\d+$/.test(text))
  return [...new Set(plain)].map((text) => (isOrdinary(text) ? { text, ordinary: true } : { text }))
}

/** At most two Han or five Latin characters, or an everyday word: counts only beside a telephone or lending context. */
export function isOrdinary(text: string): boolean {
  return EVERYDAY.has(text) || isShortName(text)
}

function kindOf(facts: FactsInstitution): InstitutionKind {
  const kind = KIND_OF[facts.id] ?? INSTITUTION_KINDS.find((known) => known === facts.kind)
  if (kind === undefined) throw new Error(`${facts.id}: unknown kind “${facts.kind}”`)
  return kind
}

function licenceOf(facts: FactsInstitution): Pick<InstitutionRecord, 'licence'> | Record<string, never> {
  if (facts.licence_authority === undefined) return {}
  return {
    licence: {
      authority: facts.licence_authority.replace(/ \(NFRA\)$/, ''),
      ...(facts.licence_code === undefined ? {} : { code: facts.licence_code }),
      source: '银行业金融机构法人名单（截至 2025-06-30）',
    },
  }
}
