/** Look-up by name: which institutions a person means by a few words. */
import { foldName } from '../registry/fold-name.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'
import type { PublishedInstitution } from '../registry/schema.ts'
import { searchNames } from './name-search.ts'

export interface InstitutionMatch {
  institution: PublishedInstitution
  /** 1 = the name itself · 0.95 its pinyin · 0.9 its initials, operator of the product · 0.8 name within the words · below: part of a name, typing slip. */
  score: number
}

/** Words that people type beside a name. */
const NOISE =
  /(?:官方|人工|全国|统一|24小时|最新|真正|总部)|(?:客户服务|客服|服务)?(?:热线|电话|号码|电话号码|中心)|客服|是多少|怎么打|怎么联系|怎么转人工|多少|的|app|[?？!！。,，、:：\s]/giu

/** The name inside a query: `招行客服电话是多少` → `招行`. Empty when nothing but noise is there. */
export function nameInQuery(query: string): string {
  return query.slice(0, 200).normalize('NFKC').replace(NOISE, '').trim()
}

/** Institutions for a query, best first, at most 12; operators of a named product follow the brand. */
export function findInstitutions(query: string, index: RegistryIndex): InstitutionMatch[] {
  const scores = new Map<string, number>()
  const add = (id: string, score: number) => scores.set(id, Math.max(scores.get(id) ?? 0, score))
  const folded = foldName(query.slice(0, 200))
  const bare = foldName(nameInQuery(query))
  for (const key of new Set([folded, bare])) {
    for (const id of index.nameOf(key)?.institutions ?? []) add(id, 1)
    for (const id of index.signatureOf(key)) add(id, 1)
  }
  if (scores.size === 0) for (const id of namedWithin(query, bare, index)) add(id, 0.8)
  if (scores.size === 0) for (const { institution, score } of searchNames(bare, index)) add(institution, score)
  for (const [id, score] of [...scores]) for (const operator of operatorsOf(id, bare, index)) add(operator, score * 0.9)
  return [...scores]
    .flatMap(([id, score]) => {
      const institution = index.institutions.get(id)
      return institution ? [{ institution, score }] : []
    })
    .sort((a, b) => b.score - a.score || (a.institution.id < b.institution.id ? -1 : 1))
    .slice(0, 12)
}

function namedWithin(query: string, bare: string, index: RegistryIndex): string[] {
  return index.nameFinder.find(query).flatMap((hit) => {
    const name = index.names[hit.name]
    if (!name || (name.ordinary && foldName(name.text).length * 2 < bare.length)) return []
    return name.institutions
  })
}

function operatorsOf(id: string, bare: string, index: RegistryIndex): string[] {
  return (index.institutions.get(id)?.products ?? [])
    .filter((product) => foldName(product.name) === bare && index.institutions.has(product.operatedBy))
    .map((product) => product.operatedBy)
}
