/** The detector against its peers: speed on three texts of 2 MB, accuracy on ../shared/eval when it is there. */
import { existsSync, readFileSync } from 'node:fs'
import { findPhoneNumbersInText as findMax } from 'libphonenumber-js/max'
import { findPhoneNumbersInText as findMin } from 'libphonenumber-js/min'
import { RUN_START, UNIT_CLASS } from '../../src/phone/char-class.ts'
import { findNumbers } from '../../src/phone/find.ts'
import { confirmForeign } from '../../src/phone/foreign.ts'
import { denseText, mixedText, proseText } from './find-texts.ts'
import type { BenchRow } from './row.ts'

interface Hit {
  start: number
  end: number
  canonical: string
}
type Finder = (text: string) => Hit[]

const REGEX =
  /(?<![\d.])(?:(?:\+|00)?86[- ]?)?(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|[48]00[- ]?\d{3}[- ]?\d{4}|\(?0\d{2,3}\)?[- ]?[2-8]\d{6,7}|95\d{3,6}|96\d{3,4}|12\d{3}|100\d{2,5}|106\d{5,17})(?!\d)/g

function libphonenumber(find: typeof findMax): Finder {
  return (text) =>
    find(text, 'CN').map(({ startsAt, endsAt, number }) => ({
      start: startsAt,
      end: endsAt,
      canonical: number.number,
    }))
}

const finders = {
  ours: (text: string) => findNumbers(text).flatMap((found) => confirmForeign(found) ?? []),
  'libphonenumber max': libphonenumber(findMax),
  'libphonenumber min': libphonenumber(findMin),
  'one regex': (text: string) =>
    Array.from(text.matchAll(REGEX), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      canonical: match[0].replace(/[^\d+]/g, ''),
    })),
} satisfies Record<string, Finder>

/** The least any detector must do: read every unit and look up its class. */
function classTablePass(text: string): number {
  const table = UNIT_CLASS
  let digits = 0
  for (let at = 0; at < text.length; at++) if ((table[text.charCodeAt(at)] ?? 0) >= RUN_START) digits++
  return digits
}

const BYTES = 2 * 1024 * 1024

/** Cuts or makes a text of 2 MB in UTF-8. */
function sized(make: (units: number) => string): string {
  const text = make(BYTES)
  const share = BYTES / Buffer.byteLength(text)
  return share < 1 ? text.slice(0, Math.floor(text.length * share)) : text
}

/** Best of `rounds`, in ms. */
function time(run: () => unknown, rounds: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    run()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

function speedRows(name: string, text: string): BenchRow[] {
  const rounds = name === 'digit-dense' ? 1 : 5
  const megabytes = Buffer.byteLength(text) / 1e6
  const ours = time(() => findNumbers(text), name === 'digit-dense' ? 5 : 40)
  const throughput = (peer: string, ms: number): BenchRow => ({
    name: `find, ${name}: against ${peer}`,
    ours: megabytes / (ours / 1000),
    peer: megabytes / (ms / 1000),
    ratio: ms / ours,
    unit: 'MB/s',
    note: 'times as fast as the peer, higher is better',
  })
  const bare = time(() => classTablePass(text), 40)
  return [
    throughput(
      'libphonenumber max',
      time(() => finders['libphonenumber max'](text), rounds),
    ),
    throughput(
      'libphonenumber min',
      time(() => finders['libphonenumber min'](text), rounds),
    ),
    throughput(
      'one regex',
      time(() => finders['one regex'](text), 5),
    ),
    {
      name: `find, ${name}: against a bare class-table pass`,
      ours,
      peer: bare,
      ratio: ours / bare,
      unit: 'ms',
      note: 'times as long as the bare pass, lower is better',
    },
  ]
}

interface Score {
  total: { tp: number; fp: number; fn: number }
  decoys: { per1000: number }
}

const EVAL = new URL('../../../shared/eval/', import.meta.url)

async function accuracyRows(): Promise<BenchRow[]> {
  if (!existsSync(EVAL)) {
    console.error('find, accuracy: skipped: no ../shared')
    return []
  }
  const { score } = (await import(new URL('score.mjs', EVAL).href)) as {
    score: (gold: unknown[], found: unknown[]) => Score
  }
  const rows: BenchRow[] = []
  for (const file of ['eval', 'synthetic', 'decoys']) {
    const gold = readFileSync(new URL(`${file}.jsonl`, EVAL), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => ({ ...(JSON.parse(line) as { id: string; text: string }), file }))
    const scores = Object.entries(finders).map(([name, find]) => {
      const result = score(
        gold,
        gold.map(({ id, text }) => ({ id, numbers: find(text) })),
      )
      return { name, result }
    })
    const own = scores[0]?.result
    if (own) for (const { name, result } of scores.slice(1)) rows.push(accuracyRow(file, name, own, result))
  }
  return rows
}

function accuracyRow(file: string, peerName: string, own: Score, other: Score): BenchRow {
  const free = file === 'decoys'
  const [ours, peer] = free ? [own.decoys.per1000, other.decoys.per1000] : [f1(own), f1(other)]
  return {
    name: `find, ${{ eval: 'real texts', synthetic: 'disguised numbers', decoys: 'number-free texts' }[file]}: against ${peerName}`,
    ours,
    peer,
    ratio: peer === 0 ? 0 : ours / peer,
    unit: free ? 'false positives per 1,000 chars' : 'F1 %',
    note: free
      ? 'ours / peer, lower is better'
      : `ours / peer, higher is better; ours P ${percent(own.total.tp, own.total.fp)} R ${percent(own.total.tp, own.total.fn)}`,
  }
}

function percent(hits: number, others: number): string {
  return ((100 * hits) / (hits + others)).toFixed(1)
}

function f1({ total: { tp, fp, fn } }: Score): number {
  return tp === 0 ? 0 : (200 * tp) / (2 * tp + fp + fn)
}

export async function benchFind(): Promise<BenchRow[]> {
  const texts = { prose: sized(proseText), mixed: sized(mixedText), 'digit-dense': sized(denseText) }
  return [...Object.entries(texts).flatMap(([name, text]) => speedRows(name, text)), ...(await accuracyRows())]
}
