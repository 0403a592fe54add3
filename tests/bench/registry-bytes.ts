/** What a weekly update costs in bytes, and what the active index costs in memory. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { recordsInBytes } from '../../src/registry/records-in-bytes.ts'
import { indexRecords } from '../../src/registry/registry-index.ts'
import { baseTarget, deltaBytes, deltaTarget, diffStates, stateBytes, stateRoot } from '../../src/registry/state.ts'
import { createAuthority } from '../support/fake-authority.ts'
import { bigState, weekLater } from './big-state.ts'
import type { BenchRow } from './row.ts'

/** Deltas that a repository keeps listed. */
const KEPT_DELTAS = 20

export async function benchRegistryBytes(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const hotlines of [500, 10_000, 100_000]) {
    for (const share of [0.002, 0.01]) rows.push(await weeklyUpdate(hotlines, share))
  }
  return [...rows, await indexMemory()]
}

async function weeklyUpdate(hotlines: number, share: number): Promise<BenchRow> {
  const before = bigState(hotlines)
  const after = weekLater(before, share)
  const authority = await createAuthority({ thresholds: { root: 2, targets: 2 } })
  const base = stateBytes(after)
  const delta = deltaBytes(diffStates(before, after))
  const root = await stateRoot(base)
  await authority.addTarget('targets', baseTarget(after.seq), base, { schema: 1, seq: after.seq, prev: null, root })
  for (let prev = after.seq - KEPT_DELTAS; prev < after.seq; prev++) {
    const path = deltaTarget(prev + KEPT_DELTAS, after.seq + KEPT_DELTAS)
    const content = prev === after.seq - 1 ? delta : crypto.getRandomValues(new Uint8Array(32))
    const hash = await stateRoot(new Uint8Array(crypto.getRandomValues(new Uint8Array(32))))
    await authority.addTarget('targets', path, content, { schema: 1, seq: prev + 1, prev, root: hash })
  }
  await authority.publish('targets', 'snapshot', 'timestamp')
  const metadata = ['timestamp', 'snapshot', 'targets'].map((role) => authority.files.get(authority.fileName(role)))
  const ours = [...metadata, delta].reduce((sum, file) => sum + (file === undefined ? 0 : gzipSync(file).length), 0)
  const peer = gzipSync(base).length
  return {
    name: `weekly update, ${hotlines.toLocaleString('en')} hotlines, ${share * 100} % changed`,
    ours,
    peer,
    ratio: ours / peer,
    unit: 'bytes gzip',
    note: `metadata (two of two signatures, ${KEPT_DELTAS} deltas listed) and delta / the whole file`,
  }
}

/** What the worker holds after its first answers: the bytes, and what was made of them. */
async function indexMemory(): Promise<BenchRow> {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const bytes = await bigBytes()
  collect()
  const before = process.memoryUsage().heapUsed
  const index = indexRecords(recordsInBytes(bytes))
  index.linesOf('4001234567')
  index.nameFinder.find('某某银行客服电话')
  collect()
  const ours = process.memoryUsage().heapUsed - before + index.tableBytes + bytes.length
  return {
    name: 'memory of the active index, 100,000 hotlines',
    ours: ours / 1e6,
    peer: bytes.length / 1e6,
    ratio: ours / bytes.length,
    unit: 'MB',
    note: 'the bytes, and the heap of numbers and names (Node, after a collection) / bytes of the data file',
  }
}

/** In a turn of its own: what it was made of must be gone before the heap is looked at. */
async function bigBytes(): Promise<ReturnType<typeof stateBytes>> {
  const bytes = stateBytes(bigState(100_000))
  await new Promise((resolve) => setImmediate(resolve))
  return bytes
}
