import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { diffSnapshots } from '../../src/publish/diff-snapshots.ts'
import { historyBytes } from '../../src/publish/history-bytes.ts'
import { publishRelease } from '../../src/publish/publish-release.ts'
import { type PublishedRepository, readRepository } from '../../src/publish/read-repository.ts'
import { type History, historyLimits, readHistory } from '../../src/registry/history.ts'
import type { PublishedInstitution, Snapshot } from '../../src/registry/schema.ts'
import { institution, snapshotOf } from '../support/fake-registry.ts'
import { hoursOn, sampleHolders } from './sample-ceremony.ts'
import { sampleLine } from './sample-records.ts'
import { BANK, type Desk, firstRelease, signTargets, stage } from './sample-release.ts'

const holders = sampleHolders()

// Real files with flushes and two clients: slow on a busy disk, never wrong.
vi.setConfig({ testTimeout: 60_000 })

function repositoryOf(place: Desk): PublishedRepository {
  const repository = readRepository(place.folder)
  if (!repository) throw new Error('nothing was published')
  return repository
}

function nextHistory(
  previous: PublishedRepository | undefined,
  before: Snapshot | undefined,
  after: Snapshot,
): History {
  return readHistory(historyBytes(previous, after, diffSnapshots(before, after), 'the reason'))
}

describe('historyBytes', () => {
  it('begins with the first publication, by its count and first numbers', () => {
    const state = snapshotOf(1, ['a', 'b'])
    expect(nextHistory(undefined, undefined, state).entries).toEqual([
      {
        seq: 1,
        builtAt: state.builtAt,
        why: 'the reason',
        changes: {
          added: {
            count: 2,
            told: [
              { number: '95555', id: 'a', name: { zh: '银行a' } },
              { number: '95555', id: 'b', name: { zh: '银行b' } },
            ],
          },
          removed: { count: 0, told: [] },
          changed: { count: 0, told: [] },
          others: 0,
        },
      },
    ])
  })

  it('tells earlier publications from states and signatures in the folder, also those from before this file was published', async () => {
    const place = await firstRelease(holders)
    const longer = { ...BANK, hotlines: [...BANK.hotlines, sampleLine('95577')] }
    await stage(place, hoursOn(-4), longer)
    signTargets(place, holders, hoursOn(-4), holders.wang, holders.zhao)
    await publishRelease({ ...place, online: holders.online, at: hoursOn(-4) })
    const repository = repositoryOf(place)
    const state = repository.states.get(2)
    if (!state) throw new Error('no state')
    const old = repository.targets.signed.targets['history.json']
    rmSync(join(place.folder, 'targets', `${old?.hashes.sha256}.history.json`))
    const ended = { ...state, seq: 3, institutions: [lineEnded(state.institutions[0])] }
    const { entries } = nextHistory(repository, state, ended)
    expect(entries.map(({ seq, signedBy }) => [seq, signedBy])).toEqual([
      [1, ['li', 'wang']],
      [2, ['wang', 'zhao']],
      [3, undefined],
    ])
    expect(entries[1]?.changes?.added).toMatchObject({ count: 1, told: [{ number: '95577', id: 'a-bank' }] })
    expect(entries[2]?.changes?.changed.told).toEqual([
      { number: '95588', id: 'a-bank', name: { zh: '样例a-bank银行' }, fields: ['level', 'validTo'] },
    ])
  })

  it('leaves the changes of a publication out when the state before is no longer at hand', async () => {
    const repository = repositoryOf(await firstRelease(holders))
    const state = repository.states.get(1)
    if (!state) throw new Error('no state')
    const [first] = nextHistory({ ...repository, states: new Map() }, state, { ...state, seq: 2 }).entries
    expect(first).toMatchObject({ seq: 1, signedBy: ['li', 'wang'] })
    expect(first).not.toHaveProperty('changes')
  })

  it('stays as short as a client reads when names and reasons are as long as they may be', () => {
    const long = (id: number): PublishedInstitution => {
      const bank = institution(`b${id}`, String(4_000_000_000 + id))
      return { ...bank, id: `b${id}`.padEnd(80, 'b'), name: { zh: '行'.repeat(200), en: 'é'.repeat(200) } }
    }
    const before = { ...snapshotOf(1, []), institutions: Array.from({ length: 60 }, (_, at) => long(at)) }
    const after = { ...snapshotOf(2, []), institutions: Array.from({ length: 60 }, (_, at) => long(at + 100)) }
    const bytes = historyBytes(undefined, after, diffSnapshots(before, after), '由'.repeat(2000))
    expect(bytes.length).toBeLessThanOrEqual(historyLimits.bytes)
    expect(readHistory(bytes).entries[0]?.changes).toMatchObject({ added: { count: 60 }, removed: { count: 60 } })
  })
})

function lineEnded(bank: PublishedInstitution | undefined): PublishedInstitution {
  if (!bank) throw new Error('no bank')
  const hotlines = bank.hotlines.map((line) =>
    line.number === '95588' ? { ...line, level: 'unconfirmed' as const, validTo: '2026-01-31' } : line,
  )
  return { ...bank, hotlines }
}
