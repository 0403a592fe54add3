/** What building a publication costs: reviewed YAML of 1,000 to 100,000 hotlines, against parsing the same files and no more. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { buildRelease } from '../../src/publish/build-release.ts'
import type { InstitutionRecord } from '../../src/registry/institution-record.ts'
import type { BenchRow } from './row.ts'

const SIZES = [1_000, 10_000, 100_000]
const PER_INSTITUTION = 10
/** Has no factor in common with 10⁷: every line gets a number of its own, far from its neighbours'. */
const STRIDE = 7_777_219

export async function benchRegistryBuild(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const hotlines of SIZES) {
    const data = writeData(hotlines)
    const peer = timed(() => parseAll(data))
    const before = process.memoryUsage().rss
    const started = performance.now()
    const release = await buildRelease(data, undefined, {
      at: '2026-11-21T00:00:00Z',
      why: 'bench',
      channel: 'release',
    })
    const ours = performance.now() - started
    const grown = (process.memoryUsage().rss - before) / 1e6
    const base = release.files.get([...release.files.keys()].find((name) => name.includes('.base-')) ?? '')?.length ?? 0
    rmSync(data, { recursive: true })
    const name = `registry build, ${hotlines.toLocaleString('en')} hotlines`
    rows.push(
      {
        name,
        ours,
        peer,
        ratio: ours / peer,
        unit: 'ms',
        note: 'lint, levels, rates, base; peer: the same YAML parsed only; lower is better',
      },
      {
        name: `${name}, memory`,
        ours: grown,
        peer: base / 1e6,
        ratio: grown / (base / 1e6),
        unit: 'MB',
        note: 'growth of the process; peer: size of the base file',
      },
    )
  }
  return [...rows, ...growth(rows)]
}

/** Time per hotline must not grow with the registry. */
function growth(rows: BenchRow[]): BenchRow[] {
  const [small, , large] = rows.filter((row) => row.unit === 'ms')
  const [few = 1, , many = 1] = SIZES
  if (!small || !large) return []
  const [ours, peer] = [large.ours / many, small.ours / few]
  return [
    {
      name: 'registry build, per hotline',
      ours,
      peer,
      ratio: ours / peer,
      unit: 'ms',
      note: '100,000 hotlines against 1,000: about 1 is linear',
    },
  ]
}

function writeData(hotlines: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhenhao-bench-'))
  mkdirSync(join(folder, 'institutions'))
  for (let one = 0; one < hotlines / PER_INSTITUTION; one++) {
    const record = institution(one)
    writeFileSync(join(folder, 'institutions', `${record.id}.yaml`), stringify(record))
  }
  return folder
}

function institution(one: number): InstitutionRecord {
  const host = `i${one}.example`
  const lines = Array.from({ length: PER_INSTITUTION }, (_, line) => {
    const digits = String(((one * PER_INSTITUTION + line) * STRIDE) % 10_000_000).padStart(7, '0')
    return {
      number: `400-${digits.slice(0, 3)}-${digits.slice(3)}`,
      purpose: 'general' as const,
      direction: 'in' as const,
      label: { zh: '客服热线', en: 'Customer service' },
      evidence: [
        {
          kind: 'primary' as const,
          source: { url: `https://www.${host}/contact` },
          seen: '2026-01-01',
          says: 'footer',
          group: host,
        },
      ],
    }
  })
  return {
    id: `i${one}`,
    name: { zh: `第${one}号消费金融有限公司` },
    aliases: [{ text: `第${one}号消费金融` }],
    kind: 'consumer-finance',
    domains: [{ host, claims: 'lender' }],
    hotlines: lines,
  }
}

function parseAll(data: string): void {
  const folder = join(data, 'institutions')
  for (const name of readdirSync(folder)) parse(readFileSync(join(folder, name), 'utf8'))
}

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}
