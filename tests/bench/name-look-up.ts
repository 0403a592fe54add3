/** What a look-up by name costs among 100,000 hotlines, against the bare minimum: asking every name whether it holds the query. */
import { fileURLToPath } from 'node:url'
import { buildSnapshot } from '../../src/publish/build-snapshot.ts'
import { pinyinOf } from '../../src/publish/pinyin-of.ts'
import { buildRegistryIndex, type RegistryIndex } from '../../src/registry/registry-index.ts'
import type { PublishedInstitution } from '../../src/registry/schema.ts'
import { findInstitutions } from '../../src/verdict/find-institution.ts'
import { nameQueries } from '../verdict/name-queries.ts'
import type { BenchRow } from './row.ts'

const data = fileURLToPath(new URL('../../data', import.meta.url))
const builtAt = '2026-11-21T00:00:00.000Z'
/** Ten lines each: with the real registry a little over 100,000 hotlines. */
const invented = 10_000
const syllables = [...'东西南北中金银海江河湖山川平安兴华盛丰泰和信诚德仁义福禄寿喜长春秋']

export async function benchNameLookUp(): Promise<BenchRow[]> {
  const index = bigIndex()
  const queries = Object.values(nameQueries).flat()
  const names = index.names.map((name) => name.text.toLowerCase())
  const opening = time(() => findInstitutions('zhaoshangyinhang', index))
  const slowest = Math.max(...queries.map((query) => median(() => findInstitutions(query, index))))
  const ours = each(queries, (query) => findInstitutions(query, index))
  const peer = each(queries, (query) => names.filter((name) => name.includes(query)))
  const row = (name: string, figure: number, note: string): BenchRow => ({
    name,
    ours: figure,
    peer,
    ratio: figure / peer,
    unit: 'ms',
    note,
  })
  return [
    row('name look-up, mean', ours, `${queries.length} queries, ${names.length} names; peer: includes() on every name`),
    row('name look-up, slowest query', slowest, 'median of 5 of the slowest; goal < 10 ms'),
    row('name look-up, first after start', opening, 'joins all keys once per worker life'),
  ]
}

function bigIndex(): RegistryIndex {
  const real = buildSnapshot(data, { seq: 1, builtAt, channel: 'development' })
  const institutions = Array.from({ length: invented }, (_, one): PublishedInstitution => {
    const name = [one, one / 33, one / 1089].map((at) => syllables[Math.floor(at) % 33]).join('')
    return {
      id: `i${one}`,
      name: { zh: `${name}${one}号消费金融有限公司` },
      aliases: [{ text: `${name}${one}号` }, { text: `${name}消费金融${one}` }],
      pinyin: [pinyinOf(`${name}${one}号消费金融`), pinyinOf(`${name}${one}号`)],
      kind: 'consumer-finance',
      domains: [],
      hotlines: Array.from({ length: 10 }, (_unused, line) => hotline(String(4_001_000_000 + one * 10 + line))),
    }
  })
  return buildRegistryIndex({ ...real, institutions: [...real.institutions, ...institutions] })
}

function hotline(canonical: string): PublishedInstitution['hotlines'][number] {
  const sources = [{ kind: 'primary' as const, url: 'https://bank.example/contact', seen: '2026-01-01' }]
  const label = { zh: '客服热线' }
  return { number: canonical, canonical, purpose: 'general', direction: 'in', label, level: 'official', sources }
}

/** Mean milliseconds a query. */
function each(queries: string[], ask: (query: string) => unknown): number {
  const all = time(() => {
    for (const query of queries) ask(query)
  })
  return all / queries.length
}

function time(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(work: () => void): number {
  return Array.from({ length: 5 }, () => time(work)).sort((a, b) => a - b)[2] ?? 0
}
