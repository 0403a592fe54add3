/** The failure cases that need a real browser: transport (10–14) and the database (17–20, 23–25), in Chromium. */

import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import { openActiveRegistry } from '../../src/registry/active-registry.ts'
import { openRegistryStore } from '../../src/registry/open-store.ts'
import { stateRoot } from '../../src/registry/state.ts'
import { openDatabase, type RegistryStore } from '../../src/registry/store.ts'
import { trustState } from '../../src/registry/trusted-state.ts'
import { updateAlone } from '../../src/registry/update-lock.ts'
import { utf8 } from '../support/fake-authority.ts'
import {
  activeSeq,
  type Client,
  createClient,
  createRegistry,
  type FakeRegistry,
  snapshotOf,
} from '../support/fake-registry.ts'
import { authorityFetch } from '../support/memory-trust.ts'
import type { Order, Report } from '../support/update-worker.ts'

let count = 0
let name = ''
let registry: FakeRegistry
let client: Client
let store: RegistryStore

beforeEach(async () => {
  name = `failure-${Date.now()}-${count++}`
  registry = await createRegistry()
  store = await openDatabase(name)
  client = createClient(registry, { store, alone: updateAlone })
  await openActiveRegistry({ store, packaged: client.packaged })
  await registry.publish(snapshotOf(2, ['a', 'b', 'c', 'd', 'e']))
})

afterEach(() => {
  vi.restoreAllMocks()
  store.close()
})

/** The whole old or the whole new data set answers, and the next run completes. */
async function expectWholeThenComplete(): Promise<void> {
  const again = await openDatabase(name)
  const state = await again.readState()
  if (state === undefined) throw new Error('the data set is gone')
  expect([1, 2]).toContain(state.seq)
  expect((await trustState(state)).seq).toBe(state.seq)
  // The browser frees a dead worker's lock a moment later.
  await expect.poll(async () => (await client.update({ store: again })).kind).toMatch(/^(updated|current)$/)
  expect(await activeSeq(again)).toBe(2)
  again.close()
}

describe('transport', () => {
  /** The timestamp comes from the misbehaving server, everything else from the registry. */
  const through = (behaviour: string) =>
    authorityFetch(registry.authority.files, (path, init) =>
      path.endsWith('timestamp.json') ? fetch(`${inject('misbehavingServer')}${behaviour}`, init) : undefined,
    )

  test.each([
    ['10 endless metadata', 'endless', 'too-large'],
    ['10 a gzip bomb', 'bomb', 'too-large'],
    ['11 a cut connection', 'cut', 'network'],
    ['12 a slow loris', 'slow', 'timeout'],
    ['13 a captive portal', 'portal', 'captive-portal'],
    ['14 a redirect', 'redirect', 'network'],
    ['15 a server error', 'broken', 'http'],
    ['an empty answer', 'empty', 'malformed'],
  ])('%s', async (_name, behaviour, code) => {
    const outcome = await client.update({ fetch: through(behaviour), limits: { deadlineMs: 1500 } })
    expect(outcome).toMatchObject({ kind: 'failed', code })
    expect(await activeSeq(store)).toBe(1)
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2 })
  })

  test('11 a data file that is longer or shorter than signed', async () => {
    for (const content of ['{}', ' '.repeat(100_000)]) {
      const fetch = authorityFetch(registry.authority.files, (path) =>
        path.startsWith('targets/') ? new Response(content) : undefined,
      )
      expect(await client.update({ fetch })).toMatchObject({
        kind: 'failed',
        code: expect.stringMatching(/hash-mismatch|too-large/),
      })
    }
    expect(await activeSeq(store)).toBe(1)
  })
})

describe('a worker that is killed', () => {
  function start(stopAt: number, onReport: (report: Report, worker: Worker) => void): Worker {
    const worker = new Worker(new URL('../support/update-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Report>) => onReport(data, worker)
    worker.postMessage({ database: name, files: registry.authority.files, stopAt } satisfies Order)
    return worker
  }

  /** Resolves with the step that it was killed before, or with how it ended. */
  function killAt(stopAt: number): Promise<Report> {
    return new Promise((resolve) => {
      start(stopAt, (report, worker) => {
        if ('swapping' in report) return
        worker.terminate()
        resolve(report)
      })
    })
  }

  test('17, 18 before any step of an update: whole data, and the next run completes', { timeout: 60_000 }, async () => {
    const steps: string[] = []
    for (let step = 0; ; step++) {
      const report = await killAt(step)
      if (!('stopped' in report)) break
      steps.push(report.stopped)
      await expectWholeThenComplete()
      await restart()
    }
    expect(steps).toEqual(expect.arrayContaining(['swap', 'write the log', 'read the data', 'write metadata']))
    expect(steps.filter((step) => step.startsWith('fetch')).length).toBe(5)
    expect(steps.length).toBeGreaterThan(12)
  })

  async function restart(): Promise<void> {
    store.close()
    name = `${name}x`
    store = await openDatabase(name)
    const first = await createRegistry()
    const packaged = first.pack()
    registry = first
    client = createClient(registry, { store, alone: updateAlone })
    await openActiveRegistry({ store, packaged })
    await registry.publish(snapshotOf(2, ['a', 'b', 'c', 'd', 'e']))
  }

  test.each([0, 1, 2, 4, 8, 16, 32])('18 %i ms into the write of the data', async (delay) => {
    await new Promise<void>((resolve) => {
      start(-1, (report, worker) => {
        if (!('swapping' in report)) return
        setTimeout(() => {
          worker.terminate()
          resolve()
        }, delay)
      })
    })
    await expectWholeThenComplete()
  })

  test('19 holding the lock: others are told so, and its death frees it', async () => {
    await new Promise<void>((resolve) => {
      start(6, async (report, worker) => {
        if (!('stopped' in report)) return
        expect(await client.update()).toEqual({ kind: 'busy' })
        worker.terminate()
        resolve()
      })
    })
    await expect.poll(async () => (await client.update()).kind).toBe('updated')
  })

  test('19 two at once: one updates', async () => {
    const outcome = () =>
      new Promise<string>((resolve) => {
        start(-1, (report) => 'outcome' in report && resolve(report.outcome))
      })
    const outcomes = await Promise.all([outcome(), outcome()])
    expect(outcomes).toContain('updated')
    for (const kind of outcomes) expect(['updated', 'busy', 'current']).toContain(kind)
    expect(await activeSeq(store)).toBe(2)
  })
})

describe('the database', () => {
  const packaged = () => client.packaged

  test('20 absent: the package answers from memory, and updates live as long as the worker', async () => {
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('no database in private windows', 'InvalidStateError')
    })
    const memory = await openRegistryStore(`${name}-private`)
    expect(memory.kind).toBe('memory')
    expect(await openActiveRegistry({ store: memory, packaged: packaged() })).toMatchObject({
      usable: true,
      storage: 'memory',
      problem: 'store',
    })
    expect(await client.update({ store: memory })).toMatchObject({ kind: 'updated', seq: 2 })
  })

  test('20 damaged beyond opening: deleted and made anew once', async () => {
    const deleted = vi.spyOn(IDBFactory.prototype, 'deleteDatabase')
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(() => {
      throw new DOMException('internal error', 'InvalidStateError')
    })
    const remade = await openRegistryStore(`${name}-damaged`)
    expect(deleted).toHaveBeenCalledOnce()
    expect(remade.kind).toBe('database')
    expect(await openActiveRegistry({ store: remade, packaged: packaged() })).toMatchObject({
      usable: true,
      storage: 'database',
    })
    remade.close()
  })

  test('20 read-only: writes fail, the old data answers, the reason is store', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('read-only', 'ReadOnlyError')
    })
    expect(await client.update()).toMatchObject({ kind: 'failed', code: 'store' })
    expect(await openActiveRegistry({ store, packaged: packaged() })).toMatchObject({
      usable: true,
      trusted: { records: { head: { seq: 1 } } },
    })
  })

  test('23 a tampered blob is never believed and is replaced', async () => {
    const state = await store.readState()
    if (state === undefined) throw new Error('nothing is stored')
    const text = new TextDecoder().decode(state.bytes).replaceAll('95555', '95556')
    await store.swap({ ...state, seq: 50, bytes: utf8(text) })
    expect(await openActiveRegistry({ store, packaged: packaged() })).toMatchObject({
      usable: true,
      problem: 'damaged',
      trusted: { records: { head: { seq: 1 } } },
    })
    await store.swap({ ...state, seq: 51, bytes: utf8(text) })
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2, by: 'base' })
    const after = await store.readState()
    expect(await stateRoot(after?.bytes ?? utf8(''))).toBe(after?.root)
  })

  test('25 site data cleared under an open database: the package answers, the next update completes', async () => {
    await client.update()
    await cdp().send('Storage.clearDataForOrigin', { origin: location.origin, storageTypes: 'indexeddb' })
    const again = await openRegistryStore(name)
    expect(await openActiveRegistry({ store: again, packaged: packaged() })).toMatchObject({
      usable: true,
      trusted: { records: { head: { seq: 1 } } },
    })
    expect(await client.update({ store: again })).toMatchObject({ kind: 'updated', seq: 2 })
    again.close()
  })
})
