/** What judging costs: against a bare Map look-up, on a registry of 100,000 hotlines, on longer texts, on hostile ones. */
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { findNumbers } from '../../src/phone/find.ts'
import { buildSnapshot } from '../../src/publish/build-snapshot.ts'
import { buildRegistryIndex, type RegistryIndex } from '../../src/registry/registry-index.ts'
import type { PublishedInstitution, Snapshot } from '../../src/registry/schema.ts'
import { judgePassages } from '../../src/verdict/judge.ts'
import { judgeText } from '../../src/verdict/judge-text.ts'
import type { Passage } from '../../src/verdict/passage.ts'
import type { BenchRow } from './row.ts'

const NOW = Date.parse('2026-11-21T12:00:00Z')
const CLOCK = { now: NOW, provenAt: NOW, builtAt: NOW }
const DATA = fileURLToPath(new URL('../../data', import.meta.url))
const HOTLINES = 100_000
const PER_INSTITUTION = 10
const SYLLABLES = [...'东西南北中金银海江河湖山川平安兴华盛丰泰和信诚德仁义福禄寿喜长春秋']

/** The real registry's tactics and guards around 10,000 invented institutions of 10 lines each. */
function bigSnapshot(real: Snapshot): Snapshot {
  const institutions: PublishedInstitution[] = []
  for (let one = 0; one < HOTLINES / PER_INSTITUTION; one++) {
    const name = [one, one / 33, one / 1089].map((at) => SYLLABLES[Math.floor(at) % 33]).join('')
    institutions.push({
      id: `i${one}`,
      name: { zh: `${name}${one}号消费金融有限公司` },
      aliases: [{ text: `${name}${one}号` }],
      kind: 'consumer-finance',
      domains: [{ host: `i${one}.example`, claims: 'lender' }],
      hotlines: Array.from({ length: PER_INSTITUTION }, (_, line) => {
        const canonical = `400${String(1_000_000 + one * 10 + line)}`
        return {
          number: canonical,
          canonical,
          purpose: 'general',
          direction: 'in',
          label: { zh: '客服热线' },
          level: 'official',
          sources: [{ kind: 'primary', url: `https://i${one}.example/contact`, seen: '2026-01-01' }],
        }
      }),
    })
  }
  return { ...real, institutions: [...real.institutions, ...institutions] }
}

/** Two hundred blocks of five numbers each, as one page's batch at its largest. */
function passages(): Passage[] {
  return Array.from({ length: 200 }, (_, block) => {
    const numbers = [95588, 95555, 4001000000 + block * 7, 4009999000 + block, 4001234000 + block]
    const text = `关于您在招商银行的贷款还款安排，请按合同约定办理。${numbers.map((n) => `客服电话：${n}，服务时间为工作日九点到十八点。`).join('')}`
    return { text, found: findNumbers(text) }
  })
}

/** The fastest of the runs, in milliseconds: other work on the machine only ever adds to it. */
function measure(work: () => void, runs = 9): number {
  let fastest = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run++) {
    const from = performance.now()
    work()
    fastest = Math.min(fastest, performance.now() - from)
  }
  return fastest
}

function row(name: string, ours: number, peer: number, unit: string, note: string): BenchRow {
  return { name, ours, peer, ratio: ours / peer, unit, note }
}

export async function benchJudge(): Promise<BenchRow[]> {
  const real = buildSnapshot(DATA, { seq: 1, builtAt: new Date(NOW).toISOString(), channel: 'development' })
  const big = bigSnapshot(real)
  const small = buildRegistryIndex(real)
  const index = buildRegistryIndex(big)
  return [...lookUps(big, index), ...building(big), ...texts(small), ...batches(small, index)]
}

function batches(small: RegistryIndex, big: RegistryIndex): BenchRow[] {
  const batch = passages()
  const numbers = batch.reduce((sum, passage) => sum + passage.found.length, 0)
  const judge = (index: RegistryIndex) => measure(() => judgePassages({ mode: 'page' }, batch, index, CLOCK))
  const bare = measure(() => {
    for (const passage of batch) for (const found of passage.found) big.linesOf(found.canonical)
  })
  const withBig = judge(big)
  return [
    row(
      'judge 1,000 numbers, 100,000 hotlines',
      withBig,
      bare,
      'ms',
      `${numbers} numbers in 200 blocks; peer: the bare look-ups`,
    ),
    row(
      'judge: 100,000 against the real registry',
      withBig,
      judge(small),
      'ms',
      'same batch; near 1 = size does not matter',
    ),
  ]
}

function lookUps(snapshot: Snapshot, index: RegistryIndex): BenchRow[] {
  const map = new Map<string, number[]>()
  let line = 0
  for (const one of snapshot.institutions)
    for (const hotline of one.hotlines) map.set(hotline.canonical, [...(map.get(hotline.canonical) ?? []), line++])
  const keys = Array.from({ length: 100_000 }, (_, at) => `400${1_000_000 + ((at * 7919) % 200_000)}`)
  let hits = 0
  const ours = measure(() => {
    for (const key of keys) hits += index.linesOf(key).length
  })
  const peer = measure(() => {
    for (const key of keys) hits += map.get(key)?.length ?? 0
  })
  const mapBytes = heapOf(() => new Map([...map].map(([key, lines]) => [`${key}`, [...lines]])))
  return [
    row(
      'look-up in 100,000 hotlines',
      (ours * 1e4) / 1e3,
      (peer * 1e4) / 1e3,
      'µs per 1,000',
      `peer: Map; ${hits > 0 ? 'half hits' : 'no hits'}`,
    ),
    row(
      'memory of the number table',
      index.tableBytes / 1e6,
      mapBytes / 1e6,
      'MB',
      'peer: Map of digits to line lists; records themselves excluded',
    ),
  ]
}

function heapOf(make: () => unknown): number {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  const before = process.memoryUsage().heapUsed
  const kept = make()
  collect()
  const after = process.memoryUsage().heapUsed
  return kept ? Math.max(after - before, 1) : 1
}

function building(snapshot: Snapshot): BenchRow[] {
  const json = JSON.stringify(snapshot)
  const parse = measure(() => JSON.parse(json), 3)
  return [
    row(
      'build the index of 100,000 hotlines',
      measure(() => buildRegistryIndex(snapshot), 3),
      parse,
      'ms',
      'peer: JSON.parse of the same data',
    ),
  ]
}

function texts(index: RegistryIndex): BenchRow[] {
  const judge = (text: string) => measure(() => judgeText(text, { mode: 'page' }, index, CLOCK), 5)
  const block = '您在工商银行的贷款已逾期，请尽快还款，如有疑问请致电客服热线95588或400-123-4567咨询办理。'
  const shortText = block.repeat(200)
  const longText = block.repeat(2000)
  const hostile = '注销关闭利率影响征信逾期冻结账户安全转到【'
    .repeat(Math.ceil(longText.length / 22))
    .slice(0, longText.length - 40)
  const message =
    '【微粒贷】尊敬的客户：因LPR利率整改，您的借款利率高于国家标准，请致电 400-168-5152 办理，否则将冻结支付功能。'
  const long = judge(longText)
  return [
    row('judge a ten times longer block', long, judge(shortText) * 10, 'ms', `${longText.length} units; 1 = linear`),
    row(
      'judge a hostile block',
      judge(`${hostile}客服电话：400-123-4567`),
      long,
      'ms',
      'scam phrases only; peer: ordinary text of the same length',
    ),
    row(
      'judge the 微粒贷 message (must-hold 4)',
      measure(() => judgeText(message, { mode: 'sms' }, index, CLOCK)),
      100,
      'ms',
      'peer: the limit of 100 ms',
    ),
  ]
}
