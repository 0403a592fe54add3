/** Runs in a page of a real browser: the index and the stored blob against bare Dexie. */
import { Dexie, type EntityTable } from 'dexie'
import { recordsInBytes } from '../../../src/registry/records-in-bytes.ts'
import { buildRegistryIndex, indexRecords } from '../../../src/registry/registry-index.ts'
import { stateBytes, stateRoot } from '../../../src/registry/state.ts'
import { bigState, dice } from '../big-state.ts'

export interface LookUpFigures {
  /** Median milliseconds for 1,000 numbers. */
  index: number
  bulkGet: number
  /** Median milliseconds from the stored bytes to the lines of a number, to the names in a text, and of a bare read with JSON.parse. */
  open: number
  names: number
  bareRead: number
}

declare global {
  interface Window {
    figures?: LookUpFigures
  }
}

interface Row {
  canonical: string
  institution: string
}

type Database = Dexie & {
  lines: EntityTable<Row, 'canonical'>
  blobs: EntityTable<{ id: string; bytes: Uint8Array<ArrayBuffer> }, 'id'>
}

async function median(work: () => unknown, runs: number): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}

async function measure(): Promise<LookUpFigures> {
  const state = bigState(100_000)
  const bytes = stateBytes(state)
  const root = await stateRoot(bytes)
  const rows = state.institutions.flatMap((one) =>
    one.hotlines.map(({ canonical }) => ({ canonical, institution: one.id })),
  )
  const database = new Dexie('bench') as Database
  database.version(1).stores({ lines: 'canonical', blobs: 'id' })
  await database.lines.bulkPut(rows)
  await database.blobs.put({ id: 'active', bytes })
  const random = dice(1)
  const asked = Array.from({ length: 1000 }, () => rows[Math.floor(random() * rows.length)]?.canonical ?? '')
  const index = buildRegistryIndex(state)
  const openIndex = async () => {
    const blob = await database.blobs.get('active')
    if (blob === undefined || (await stateRoot(blob.bytes)) !== root) throw new Error('the blob is damaged')
    return indexRecords(recordsInBytes(blob.bytes))
  }
  return {
    index: await median(() => asked.map((canonical) => index.linesOf(canonical)), 31),
    bulkGet: await median(() => database.lines.bulkGet(asked), 11),
    open: await median(async () => (await openIndex()).linesOf(asked[0] ?? ''), 5),
    names: await median(async () => (await openIndex()).nameFinder.find('某某银行客服电话'), 5),
    bareRead: await median(async () => {
      const blob = await database.blobs.get('active')
      JSON.parse(new TextDecoder().decode(blob?.bytes))
    }, 5),
  }
}

window.figures = await measure()
