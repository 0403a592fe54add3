import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { buildRelease } from '../../src/publish/build-release.ts'
import { readChangeLog, signersOf } from '../../src/publish/change-log.ts'
import { FOLDER_MIRROR, folderFetch } from '../../src/publish/folder-fetch.ts'
import { publishRelease, refreshTimestamp } from '../../src/publish/publish-release.ts'
import { latestRoot, readRepository } from '../../src/publish/read-repository.ts'
import { rotateRoot } from '../../src/publish/root-ceremony.ts'
import { signFile } from '../../src/publish/sign-document.ts'
import { stageRoot } from '../../src/publish/staging.ts'
import { verifyOwn } from '../../src/publish/verify-repository.ts'
import { writeWhole } from '../../src/publish/write-whole.ts'
import type { InstitutionRecord } from '../../src/registry/institution-record.ts'
import { type Holders, hoursOn, sampleHolders } from './sample-ceremony.ts'
import { sampleData, sampleLine, sampleRecord } from './sample-records.ts'
import {
  BANK,
  type Desk,
  firstRelease as publishFirst,
  refusalOf,
  signTargets as signStaged,
  stage,
} from './sample-release.ts'

const holders = sampleHolders()
const firstRelease = (at?: string) => publishFirst(holders, at)
const signTargets = (place: Desk, at: string, ...keys: Holders['li'][]) => signStaged(place, holders, at, ...keys)

async function nextRelease(place: Desk, at: string, ...records: InstitutionRecord[]): Promise<void> {
  await stage(place, at, ...records)
  signTargets(place, at, holders.wang, holders.zhao)
  await publishRelease({ ...place, online: holders.online, at })
}

async function seqSeenByClient(folder: string, at: string): Promise<number> {
  const root = new Uint8Array(readFileSync(join(folder, 'metadata/1.root.json')))
  const seen = await verifyOwn(
    { mirror: FOLDER_MIRROR, fetch: folderFetch(folder) },
    new Map([['root', root]]),
    Date.parse(at),
  )
  return seen.state.seq
}

// Real files with flushes and two clients: slow on a busy disk, never wrong.
vi.setConfig({ testTimeout: 60_000 })

describe('publishRelease', () => {
  it('publishes in the layout of the trust design', async () => {
    const { folder, staging } = await firstRelease()
    expect(readdirSync(join(folder, 'metadata')).sort()).toEqual([
      '1.root.json',
      '1.snapshot.json',
      '1.targets.json',
      'timestamp.json',
    ])
    expect(
      readdirSync(join(folder, 'targets'))
        .map((name) => name.replace(/^[0-9a-f]{64}\./, ''))
        .sort(),
    ).toEqual(['base-1.json', 'change-log.json', 'history.json'])
    expect(readdirSync(staging)).toEqual([])
  })

  it('adds a delta for each step and tells who, what and why', async () => {
    const place = await firstRelease()
    await nextRelease(place, hoursOn(-4), { ...BANK, hotlines: [...BANK.hotlines, sampleLine('400-820-5555')] })
    const repository = readRepository(place.folder)
    expect(Object.keys(repository?.targets.signed.targets ?? {}).sort()).toEqual([
      'base-2.json',
      'change-log.json',
      'delta-1-2.json',
      'history.json',
    ])
    const log = repository ? readChangeLog(repository) : []
    expect(log.map(({ seq, why, changes }) => ({ seq, why, changes }))).toEqual([
      { seq: 1, why: 'test', changes: ['first publication: 3 numbers of 1 institutions'] },
      { seq: 2, why: 'test', changes: ['added: 400-820-5555 of a-bank (样例a-bank银行), official, general: 客服热线'] },
    ])
    expect(signersOf(place.folder, 1)).toEqual(['li', 'wang'])
    expect(signersOf(place.folder, 2)).toEqual(['wang', 'zhao'])
  })

  it('gives the same bytes for the same input', async () => {
    const data = sampleData(BANK)
    const build = () => buildRelease(data, undefined, { at: hoursOn(-5), why: 'x', channel: 'release' })
    const [one, two] = [await build(), await build()]
    expect([...one.files.keys()].some((name) => name.endsWith('base-1.json'))).toBe(true)
    expect([...one.files]).toEqual([...two.files])
  })

  it.each([0, 2, 4, 5])(
    'leaves the old release serving when the upload breaks at file %i, and goes on afterwards',
    async (breakAt) => {
      const place = await firstRelease()
      await stage(place, hoursOn(-3), BANK, sampleRecord('b-bank'))
      signTargets(place, hoursOn(-3), holders.li, holders.zhao)
      let written = 0
      const write = (file: string, bytes: Uint8Array) => {
        if (written++ === breakAt) throw new Error('no space left on device')
        writeWhole(file, bytes)
      }
      const outcome = await refusalOf(publishRelease({ ...place, online: holders.online, at: hoursOn(-3), write }))
      expect(outcome).toBe('no space left on device')
      expect(await seqSeenByClient(place.folder, hoursOn(-3))).toBe(1)
      await publishRelease({ ...place, online: holders.online, at: hoursOn(-2) })
      expect(await seqSeenByClient(place.folder, hoursOn(-2))).toBe(2)
    },
  )

  it('refreshes the timestamp, and the snapshot only when it grows old', async () => {
    const place = await firstRelease()
    const early = await refreshTimestamp({ ...place, online: holders.online, at: hoursOn(-1) })
    expect(early.versions).toEqual({ root: 1, timestamp: 2, snapshot: 1, targets: 1 })
    const late = await refreshTimestamp({ ...place, online: holders.online, at: hoursOn(24 * 14) })
    expect(late.versions).toEqual({ root: 1, timestamp: 3, snapshot: 1, targets: 1 })
    const old = await refreshTimestamp({ ...place, online: holders.online, at: hoursOn(24 * 16) })
    expect(old.versions).toEqual({ root: 1, timestamp: 4, snapshot: 2, targets: 1 })
  })

  it('rotates a lost key out: old and new holders sign, the lost key counts no more', async () => {
    const place = await firstRelease()
    const { li, wang, zhao } = holders
    const fresh = sampleHolders().li
    const keys = [li, wang, fresh]
    const at = hoursOn(-3)
    const plan = { ...holders.plan, root: { keys, threshold: 2 }, targets: { keys, threshold: 2 } }
    stageRoot(place.staging, rotateRoot(latestRoot(place.folder), plan, { at }))
    for (const key of [li, wang]) signFile(join(place.staging, 'root.json'), key, latestRoot(place.folder), at)
    // What was signed by the lost key's threshold must be signed anew under the new root.
    await stage(place, at, BANK)
    signTargets(place, at, li, wang)
    await publishRelease({ ...place, online: holders.online, at })
    expect((await readRepository(place.folder))?.root.signed.version).toBe(2)
    await stage(place, hoursOn(-2), BANK)
    expect(() => signTargets(place, hoursOn(-2), zhao)).toThrow(
      new Error(`${join(place.staging, 'targets.json')}: the key of zhao may not sign targets`),
    )
    signTargets(place, hoursOn(-2), fresh, li)
    await publishRelease({ ...place, online: holders.online, at: hoursOn(-2) })
    expect(await seqSeenByClient(place.folder, hoursOn(-2))).toBe(3)
  })
})

it('replaces a stolen online key without touching the data', async () => {
  const place = await firstRelease()
  await refreshTimestamp({ ...place, online: holders.online, at: hoursOn(-4) })
  const fresh = sampleHolders().online
  const plan = { ...holders.plan, online: fresh }
  stageRoot(place.staging, rotateRoot(latestRoot(place.folder), plan, { at: hoursOn(-3) }))
  for (const key of [holders.li, holders.zhao])
    signFile(join(place.staging, 'root.json'), key, latestRoot(place.folder), hoursOn(-3))
  const { versions } = await publishRelease({ ...place, online: fresh, at: hoursOn(-3) })
  expect(versions).toEqual({ root: 2, timestamp: 3, snapshot: 2, targets: 1 })
  expect(await refusalOf(refreshTimestamp({ ...place, online: holders.online, at: hoursOn(-2) }))).toBe(
    'the key of online is not the online key of root version 2',
  )
  expect(await seqSeenByClient(place.folder, hoursOn(-2))).toBe(1)
})
