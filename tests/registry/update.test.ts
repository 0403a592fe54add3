/** The update engine: outcomes, deltas, and the numbered failure cases of the registry design that concern it. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import 'fake-indexeddb/auto'
import { openActiveRegistry } from '../../src/registry/active-registry.ts'
import { DELTA_SCHEMA } from '../../src/registry/read-snapshot.ts'
import { RegistryError } from '../../src/registry/registry-error.ts'
import { updateDelay } from '../../src/registry/schedule.ts'
import { stateRoot } from '../../src/registry/state.ts'
import { openDatabase, type RegistryStore } from '../../src/registry/store.ts'
import { type Bytes, utf8 } from '../support/fake-authority.ts'
import {
  activeSeq,
  type Client,
  createClient,
  createRegistry,
  DAY,
  type FakeRegistry,
  snapshotOf,
} from '../support/fake-registry.ts'
import { authorityFetch, MIRROR } from '../support/memory-trust.ts'

let count = 0
let registry: FakeRegistry
let client: Client
let store: RegistryStore

beforeEach(async () => {
  registry = await createRegistry()
  store = await openDatabase(`update-${count++}`)
  client = createClient(registry, { store })
  await openActiveRegistry({ store, packaged: client.packaged })
})

const publish = (seq: number, ids = ['a', 'b', 'c', 'd', `new${seq}`], options = {}) =>
  registry.publish(snapshotOf(seq, ids), options)

/** A file whose name contains `part`. */
function fileOf(part: string): string {
  const found = [...registry.authority.files.keys()].filter((name) => name.includes(part))
  if (found.length !== 1) throw new Error(`${found.length} files are called ${part}`)
  return found[0] ?? ''
}

describe('outcomes', () => {
  test('nothing new: current, proven fresh now', async () => {
    expect(await client.update({ now: () => Date.now() + DAY })).toEqual({ kind: 'current', seq: 1 })
    const log = await store.readLog()
    expect(log).toMatchObject({ failures: 0, outcome: { kind: 'current' }, proven: { seq: 1 } })
    expect(log.proven?.at).toBeGreaterThan(Date.now() + DAY - 60_000)
    expect((log.nextAt ?? 0) - (log.triedAt ?? 0)).toBe(DAY)
  })

  test('a new publication arrives by delta, and its bytes are those of the base', async () => {
    await publish(2)
    const outcome = await client.update()
    expect(outcome).toMatchObject({ kind: 'updated', seq: 2, by: 'delta' })
    const state = await store.readState()
    expect(state?.bytes).toEqual(registry.authority.files.get(fileOf('base-2')))
    expect(client.asked.filter((path) => path.startsWith('targets/'))).toEqual([fileOf('delta-1-2')])
    expect(await openActiveRegistry({ store, packaged: client.packaged })).toMatchObject({
      trusted: { records: { head: { seq: 2 } } },
    })
  })

  test('several deltas in a row', async () => {
    for (const seq of [2, 3, 5]) await publish(seq, ['a', 'b', 'c', 'd:95588', `new${seq}`])
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 5, by: 'delta' })
    expect(client.asked.filter((path) => path.includes('delta-')).length).toBe(3)
  })

  test('without address, permission or lock nothing is asked', async () => {
    expect(await client.update({ mirrors: [] })).toEqual({ kind: 'no-address' })
    expect(await client.update({ permitted: async () => false })).toEqual({ kind: 'not-permitted' })
    expect(await client.update({ alone: async () => undefined })).toEqual({ kind: 'busy' })
    expect(client.asked).toEqual([])
    expect((await store.readLog()).outcome).toEqual({ kind: 'not-permitted' })
  })

  test('the second mirror is asked when the first fails; the first failure is the one told', async () => {
    await publish(2)
    const second = { metadata: 'https://mirror.test/metadata', targets: 'https://mirror.test/targets' }
    const serve = authorityFetch(registry.authority.files)
    const fetch = async (url: string, init: RequestInit) => {
      if (url.startsWith(MIRROR.metadata)) throw new TypeError('offline')
      return serve(url.replace('https://mirror.test', 'https://registry.test'), init)
    }
    expect(await client.update({ fetch, mirrors: [MIRROR, second] })).toMatchObject({ kind: 'updated', seq: 2 })
    const broken = async (url: string) => {
      if (url.startsWith(MIRROR.metadata)) throw new TypeError('offline')
      return new Response(null, { status: 500 })
    }
    expect(await client.update({ fetch: broken, mirrors: [MIRROR, second] })).toMatchObject({
      kind: 'failed',
      code: 'network',
    })
  })

  test('a fault of the program is not dressed up as a failed update', async () => {
    const wrong = { ...store, readState: () => Promise.reject(new RangeError('bug')) }
    await expect(client.update({ store: wrong })).rejects.toThrow('bug')
  })
})

describe('schedule', () => {
  test('a day with jitter after a success, doubling pauses with jitter after failures', () => {
    expect([0, 0.5, 1].map((random) => updateDelay(0, random) / DAY)).toEqual([0.75, 1, 1.25])
    expect([1, 2, 3, 4].map((failures) => updateDelay(failures, 0) / 60_000)).toEqual([7.5, 15, 30, 60])
    expect(updateDelay(1, 1) / 60_000).toBe(15)
    expect([updateDelay(50, 0), updateDelay(5000, 1)].map((delay) => delay / DAY)).toEqual([0.5, 1])
  })

  test('failures are counted and forgotten after a success', async () => {
    const offline = { fetch: () => Promise.reject(new TypeError('offline')) }
    await client.update(offline)
    await client.update(offline)
    const log = await store.readLog()
    expect(log).toMatchObject({ failures: 2, outcome: { kind: 'failed', code: 'network' } })
    expect(log.proven).toBeUndefined()
    expect((log.nextAt ?? 0) - (log.triedAt ?? 0)).toBe(updateDelay(2, 0.5))
    await client.update()
    expect((await store.readLog()).failures).toBe(0)
  })

  test('48 many clients after an outage do not return at one moment', () => {
    const dice = Array.from({ length: 1000 }, (_, at) => at / 1000)
    const minutes = dice.map((random) => Math.floor(updateDelay(6, random) / 60_000))
    const busiest = Math.max(...[...Map.groupBy(minutes, (minute) => minute).values()].map((group) => group.length))
    expect(busiest).toBeLessThan(10)
  })
})

describe('failure cases', () => {
  /** Rule G: data untouched, reason recorded, next try set, no proof of freshness. */
  async function expectRuleG(outcome: object, code: string, seq = 1): Promise<void> {
    expect(outcome).toMatchObject({ kind: 'failed', code })
    expect(await activeSeq(store)).toBe(seq)
    const log = await store.readLog()
    expect(log.outcome).toEqual(outcome)
    expect(log.nextAt).toBeGreaterThan(log.triedAt ?? 0)
    expect(log.proven).toBeUndefined()
    expect(await openActiveRegistry({ store, packaged: client.packaged })).toMatchObject({ usable: true })
  }

  test.each([
    [
      '13 a captive portal',
      () => new Response('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      'captive-portal',
    ],
    ['14 a redirect (the platform refuses it)', () => Promise.reject(new TypeError('redirect')), 'network'],
    ['15 a server error', () => new Response('', { status: 503 }), 'http'],
    ['47 a publisher that is gone', () => new Response('', { status: 404 }), 'http'],
    ['47 a domain that is gone', () => Promise.reject(new TypeError('no such host')), 'network'],
  ])('%s', async (_name, answer, code) => {
    await expectRuleG(await client.update({ fetch: async () => answer() }), code)
  })

  test('16 a file not uploaded yet: this try fails, the next one succeeds', async () => {
    const before = new Map(registry.authority.files)
    await publish(2)
    const timestamp = registry.authority.files.get('metadata/timestamp.json') ?? utf8('')
    const half = new Map(before).set('metadata/timestamp.json', timestamp)
    await expectRuleG(await client.update({ fetch: authorityFetch(half) }), 'http')
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2 })
  })

  test('17 a worker killed after the timestamp was stored: the next run goes on', async () => {
    await publish(2)
    const dying = {
      ...store.metadata,
      write: async (role: string, bytes: Bytes) => {
        await store.metadata.write(role, bytes)
        if (role === 'timestamp') throw new Error('killed')
      },
    }
    await expect(client.update({ store: { ...store, metadata: dying } })).rejects.toThrow('killed')
    expect(await activeSeq(store)).toBe(1)
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2 })
  })

  test('19 two contexts at once: one swap wins, the other sees it', async () => {
    await publish(2)
    const other = await openDatabase(store === undefined ? '' : `update-${count - 1}`)
    const outcomes = await Promise.all([client.update(), client.update({ store: other })])
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['busy', 'updated'])
    expect(await activeSeq(store)).toBe(2)
    const state = await store.readState()
    expect(await stateRoot(state?.bytes ?? utf8(''))).toBe(state?.root)
  })

  test('20 a store that fails: the update fails with store, and no other code', async () => {
    const fail = async () => {
      throw new RegistryError('store', 'broken')
    }
    await publish(2)
    expect(await client.update({ store: { ...store, swap: fail } })).toMatchObject({ kind: 'failed', code: 'store' })
    expect(await client.update({ store: { ...store, readState: fail } })).toMatchObject({
      kind: 'failed',
      code: 'store',
    })
    expect(await client.update({ store: { ...store, readLog: fail, writeLog: fail } })).toMatchObject({
      kind: 'failed',
      code: 'store',
    })
  })

  test('21 a damaged metadata row is fetched anew', async () => {
    await publish(2)
    for (const role of ['timestamp', 'snapshot', 'targets']) await store.metadata.write(role, utf8('{"signed":'))
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2 })
  })

  test('22 a damaged root row: the packaged root is taken and walked forward from', async () => {
    await registry.authority.rotate('targets')
    await registry.authority.publish('root')
    await publish(2)
    await store.metadata.write('root', utf8('[]'))
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2 })
    expect(client.asked[0]).toBe('metadata/2.root.json')
    expect(await store.metadata.read('root')).toEqual(registry.authority.files.get('metadata/2.root.json'))
  })

  test('23 a tampered data blob is replaced by the published base, whatever number it claims', async () => {
    const state = await store.readState()
    if (state === undefined) throw new Error('nothing is stored')
    await store.swap({ ...state, seq: 999, bytes: utf8('tampered') })
    await publish(2)
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2, by: 'base' })
    expect(await activeSeq(store)).toBe(2)
  })

  test('24 quota: the old data stays, and the metadata does not claim the new', async () => {
    await publish(2)
    const full = {
      ...store,
      swap: async () => {
        throw new RegistryError('store', 'quota')
      },
    }
    await expectRuleG(await client.update({ store: full }), 'store')
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2 })
  })

  test('25 site data cleared: the next start has the packaged registry, the next update the newest', async () => {
    await publish(2)
    await client.update()
    const cleared = await openDatabase(`cleared-${count++}`)
    expect(await openActiveRegistry({ store: cleared, packaged: client.packaged })).toMatchObject({
      usable: true,
      trusted: { records: { head: { seq: 1 } } },
    })
    expect(await client.update({ store: cleared })).toMatchObject({ kind: 'updated', seq: 2 })
  })

  test('26 a clock years in the past neither revives expired metadata nor stops updates', async () => {
    const old = await createRegistry({ now: Date.now() - 60 * DAY })
    const late = createClient(old, { store: await openDatabase(`late-${count++}`) })
    await openActiveRegistry({ store: late.store, packaged: late.packaged })
    const years = Date.now() - 3000 * DAY
    // The metadata expired 30 days ago, but a clock before the build counts as the build: it is read as then.
    expect(await late.update({ now: () => years })).toMatchObject({ kind: 'current' })
    await late.store.writeLog({ failures: 0, proven: { seq: 1, at: Date.now() } })
    expect(await late.update({ now: () => years })).toMatchObject({ kind: 'failed', code: 'expired' })
    await publish(2)
    expect(await client.update({ now: () => years })).toMatchObject({ kind: 'updated', seq: 2 })
  })

  test('27 a clock in the future refuses everything, keeps the data, and heals when it is right again', async () => {
    await publish(2)
    await expectRuleG(await client.update({ now: () => Date.now() + 3000 * DAY }), 'expired')
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2 })
    expect((await store.readLog()).proven?.at).toBeLessThan(Date.now() + DAY)
  })

  test('28 a clock stepping back does not make the proof younger or undo it', async () => {
    const start = Date.now()
    await client.update({ now: () => start + 5 * DAY })
    await client.update({ now: () => start - 5 * DAY })
    expect((await store.readLog()).proven?.at).toBe(start + 5 * DAY)
  })

  test('34 fast-forward: after the targets keys are rotated, a lower number replaces the forged one', async () => {
    await publish(900_000)
    expect(await client.update()).toMatchObject({ seq: 900_000 })
    for (const role of ['targets', 'snapshot', 'timestamp']) await registry.authority.rotate(role)
    await registry.authority.publish('root')
    registry.authority.documents.targets.targets = {}
    await publish(3, undefined, { deltas: false })
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 3, by: 'base' })
    expect(await activeSeq(store)).toBe(3)
  })

  test('34 without a rotation an older publication is refused', async () => {
    await publish(5)
    await client.update()
    registry.authority.documents.targets.targets = {}
    await publish(3, undefined, { deltas: false })
    expect(await client.update()).toMatchObject({ kind: 'failed', code: 'rollback' })
    expect(await activeSeq(store)).toBe(5)
  })

  test('must-hold 6: 38 a fresh install that is offered an older, validly signed repository refuses it', async () => {
    const old = authorityFetch(new Map(registry.authority.files))
    await publish(2)
    const fresh = createClient(registry, { store: await openDatabase(`fresh-${count++}`) })
    await openActiveRegistry({ store: fresh.store, packaged: fresh.packaged })
    expect(await fresh.update({ fetch: old })).toMatchObject({ kind: 'failed', code: 'rollback' })
    expect(await activeSeq(fresh.store)).toBe(2)
  })

  test('39 data of a newer format: kept back with schema, unless the old format is served beside it', async () => {
    const { authority } = registry
    await authority.addTarget('targets', 'base2-2.json', '{"schema":2}', {
      schema: 2,
      seq: 2,
      prev: null,
      root: '11'.repeat(32),
    })
    await authority.publish('targets', 'snapshot', 'timestamp')
    expect(await client.update()).toEqual({ kind: 'current', seq: 1 })
    const { 'base2-2.json': newer } = authority.documents.targets.targets
    authority.documents.targets.targets = { 'base2-2.json': newer }
    await authority.publish('targets', 'snapshot', 'timestamp')
    expect(await client.update()).toMatchObject({ kind: 'failed', code: 'schema' })
  })

  test('39 a base that turns out to be of a newer format', async () => {
    const bytes = utf8('{"schema":2}')
    const root = await stateRoot(bytes)
    await registry.authority.addTarget('targets', 'base-2.json', bytes, { schema: 1, seq: 2, prev: null, root })
    await registry.authority.publish('targets', 'snapshot', 'timestamp')
    await expectRuleG(await client.update(), 'schema')
  })

  test('nothing that this program knows is published', async () => {
    registry.authority.documents.targets.targets = {}
    await registry.authority.addTarget('targets', 'readme', 'hello')
    await registry.authority.addTarget('targets', 'odd', 'hello', { schema: 1, seq: '7' })
    await registry.authority.publish('targets', 'snapshot', 'timestamp')
    await expectRuleG(await client.update(), 'bad-data')
  })

  describe('40 deltas are never required', () => {
    async function bendDelta(change: (delta: { from: number; upserts: unknown[] }) => unknown): Promise<void> {
      await publish(2)
      const { authority } = registry
      const delta = JSON.parse(new TextDecoder().decode(authority.files.get(fileOf('delta-1-2'))))
      change(delta)
      const { custom } = authority.documents.targets.targets['delta-1-2.json']
      await authority.addTarget('targets', 'delta-1-2.json', JSON.stringify(delta), custom)
      await authority.publish('targets', 'snapshot', 'timestamp')
    }

    test.each([
      [
        'whose file is missing',
        async () => {
          await publish(2)
          registry.authority.files.delete(fileOf('delta-1-2'))
        },
      ],
      [
        'whose file is damaged',
        async () => {
          await publish(2)
          registry.authority.files.set(fileOf('delta-1-2'), utf8('{'))
        },
      ],
      ['of a wrong start', () => bendDelta((delta) => Object.assign(delta, { from: 7 }))],
      ['of a wrong result', () => bendDelta((delta) => delta.upserts.pop())],
      ['of a wrong form', () => bendDelta((delta) => Object.assign(delta, { upserts: 'all' }))],
      ['that breaks the data', () => bendDelta((delta) => Object.assign(delta, { upserts: [{ id: 'a' }] }))],
      ['with edits of a wrong form', () => bendDelta((delta) => Object.assign(delta, { edits: 'all' }))],
      ['that edits nobody', () => bendDelta((delta) => Object.assign(delta, { edits: { nobody: { name: null } } }))],
      [
        'whose edit does not fit',
        () => bendDelta((delta) => Object.assign(delta, { edits: { a: { hotlines: [9, 1, []] } } })),
      ],
      [
        'whose edit breaks the data',
        () => bendDelta((delta) => Object.assign(delta, { edits: { a: { hotlines: null } } })),
      ],
    ])('a delta %s: the base in the same run', async (_name, bend) => {
      await bend()
      expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2, by: 'base' })
      expect((await store.readState())?.bytes).toEqual(registry.authority.files.get(fileOf('base-2')))
    })

    test('a changed number comes as an edit of its line', async () => {
      await publish(2, ['a:95599', 'b', 'c', 'd'])
      const delta = JSON.parse(new TextDecoder().decode(registry.authority.files.get(fileOf('delta-1-2'))))
      expect(delta).toMatchObject({
        schema: 2,
        upserts: [],
        edits: { a: { hotlines: { 0: { canonical: ['95599'] } } } },
      })
      expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2, by: 'delta' })
      expect((await store.readState())?.bytes).toEqual(registry.authority.files.get(fileOf('base-2')))
    })

    test('a delta of a newer format is passed over unasked: the base', async () => {
      await publish(2)
      registry.authority.documents.targets.targets['delta-1-2.json'].custom.schema = DELTA_SCHEMA + 1
      await registry.authority.publish('targets', 'snapshot', 'timestamp')
      expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2, by: 'base' })
      expect(client.asked.filter((path) => path.includes('delta'))).toEqual([])
    })

    test('no path from here: the base', async () => {
      await publish(2, undefined, { deltas: false })
      expect(await client.update()).toMatchObject({ kind: 'updated', seq: 2, by: 'base' })
    })

    test('no base and a broken delta: rule G', async () => {
      await publish(2, undefined, { base: false })
      registry.authority.files.delete(fileOf('delta-1-2'))
      await expectRuleG(await client.update(), 'http')
      registry.authority.removeTarget('targets', 'base-1.json')
      await registry.authority.publish('targets', 'snapshot', 'timestamp')
      await expectRuleG(await client.update(), 'http')
    })

    test('no base and no path: rule G', async () => {
      await publish(2, undefined, { base: false })
      await publish(3, undefined, { base: false })
      registry.authority.removeTarget('targets', 'base-1.json')
      registry.authority.removeTarget('targets', 'delta-1-2.json')
      await registry.authority.publish('targets', 'snapshot', 'timestamp')
      await expectRuleG(await client.update(), 'bad-data')
    })

    test('one publication with two contents is refused', async () => {
      const other = await createRegistry()
      const target = other.authority.documents.targets.targets['base-1.json']
      registry.authority.documents.targets.targets = {
        'base-1.json': { ...target, custom: { ...target.custom, root: '22'.repeat(32) } },
      }
      await registry.authority.publish('targets', 'snapshot', 'timestamp')
      await expectRuleG(await client.update(), 'bad-data')
    })
  })

  test('41 a third of all institutions gone at once is kept back', async () => {
    await publish(2, ['a', 'b'])
    await expectRuleG(await client.update(), 'implausible')
    await publish(3, ['a', 'b', 'c'])
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 3 })
  })

  test('41 exactly 30 % of the institutions gone is taken, one more is kept back', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
    await publish(2, ids)
    await client.update()
    await publish(3, ids.slice(0, 6))
    expect(await client.update()).toMatchObject({ kind: 'failed', code: 'implausible' })
    expect(await activeSeq(store)).toBe(2)
    await publish(4, ids.slice(0, 7))
    expect(await client.update()).toMatchObject({ kind: 'updated', seq: 4 })
  })

  test.each([
    ['41 no institutions', () => snapshotOf(2, [])],
    ['41 an institution twice', () => snapshotOf(2, ['a', 'a', 'b', 'c', 'd'])],
    ['42 a name with bidi controls', () => named('银行\u202e')],
    ['42 a name with a zero-width space', () => named('银\u200b行')],
    ['42 a name that is not NFC', () => named('Cafe\u0301')],
    ['42 a name of 10 kB', () => named('银'.repeat(10_000))],
    ['43 an institution called __proto__', () => snapshotOf(2, ['a', 'b', 'c', 'd', '__proto__'])],
  ])('%s is kept back', async (_name, make) => {
    await registry.publish(make())
    await expectRuleG(await client.update(), 'bad-data')
  })

  function named(name: string) {
    const snapshot = snapshotOf(2, ['a', 'b', 'c', 'd'])
    const [first] = snapshot.institutions
    if (first !== undefined) first.name = { zh: name }
    return snapshot
  }

  test('a base whose number is not the signed one', async () => {
    await publish(2, undefined, { deltas: false })
    const target = registry.authority.documents.targets.targets['base-2.json']
    target.custom.seq = 3
    await registry.authority.publish('targets', 'snapshot', 'timestamp')
    await expectRuleG(await client.update(), 'bad-data')
  })
})

test('the database is asked once per update for the data set', async () => {
  const readState = vi.fn(store.readState)
  await client.update({ store: { ...store, readState } })
  expect(readState).toHaveBeenCalledOnce()
})
