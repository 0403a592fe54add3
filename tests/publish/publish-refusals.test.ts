import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { TargetFile } from '@tufjs/models'
import { describe, expect, it, vi } from 'vitest'
import { readTargets } from '../../src/publish/metadata-file.ts'
import { publishRelease, refreshTimestamp } from '../../src/publish/publish-release.ts'
import { latestRoot } from '../../src/publish/read-repository.ts'
import { createRoot, rotateRoot } from '../../src/publish/root-ceremony.ts'
import { signFile } from '../../src/publish/sign-document.ts'
import { saveDocument, stageRoot } from '../../src/publish/staging.ts'
import { writeWhole } from '../../src/publish/write-whole.ts'
import { type Holders, hoursOn, sampleHolders } from './sample-ceremony.ts'
import { sampleEvidence, sampleLine } from './sample-records.ts'
import {
  BANK,
  type Desk,
  desk,
  firstRelease as publishFirst,
  refusalOf,
  signTargets as signStaged,
  stage,
} from './sample-release.ts'

const holders = sampleHolders()
const firstRelease = (at?: string) => publishFirst(holders, at)
const signTargets = (place: Desk, at: string, ...keys: Holders['li'][]) => signStaged(place, holders, at, ...keys)

// Real files with flushes and two clients: slow on a busy disk, never wrong.
vi.setConfig({ testTimeout: 60_000 })

describe('publishRelease refuses', () => {
  it('must-hold 13: one key where two are needed, and writes nothing', async () => {
    const place = await firstRelease()
    await stage(place, hoursOn(-4), BANK)
    signTargets(place, hoursOn(-4), holders.li)
    const names = () => readdirSync(join(place.folder, 'metadata')).length
    const before = names()
    expect(await refusalOf(publishRelease({ ...place, online: holders.online, at: hoursOn(-4) }))).toBe(
      'targets is signed by 1 of the 2 keys it needs (li); wang, zhao can still sign',
    )
    expect(names()).toBe(before)
  })

  it('the same key twice: it counts once', async () => {
    const place = await firstRelease()
    await stage(place, hoursOn(-4), BANK)
    signTargets(place, hoursOn(-4), holders.li, holders.li)
    expect(await refusalOf(publishRelease({ ...place, online: holders.online, at: hoursOn(-4) }))).toBe(
      'targets is signed by 1 of the 2 keys it needs (li); wang, zhao can still sign',
    )
  })

  it('an expiry that already ran out', async () => {
    const place = await firstRelease()
    await stage(place, hoursOn(-4), BANK)
    signTargets(place, hoursOn(-4), holders.li, holders.wang)
    const { online } = holders
    const sentence = (role: string, expires: string) =>
      `${role} ran out on ${expires.slice(0, 19)}Z: it must be signed anew`
    expect(await refusalOf(publishRelease({ ...place, online, at: hoursOn(24 * 181) }))).toBe(
      sentence('targets', hoursOn(24 * 180 - 4)),
    )
    expect(await refusalOf(publishRelease({ ...place, online, at: hoursOn(24 * 731) }))).toBe(
      sentence('root', hoursOn(24 * 730 - 5)),
    )
    expect(await refusalOf(refreshTimestamp({ folder: place.folder, online, at: hoursOn(24 * 181) }))).toBe(
      sentence('targets', hoursOn(24 * 180 - 5)),
    )
  })

  it('evidence that grew too old between build and publication; the daily job goes on', async () => {
    const place = await firstRelease()
    const seen = new Date(Date.parse(hoursOn(0)) - (3 * 365 + 1 - 5) * 86_400_000).toISOString().slice(0, 10)
    const old = sampleLine('95588', { evidence: [sampleEvidence({ seen })] })
    await stage(place, hoursOn(-4), { ...BANK, hotlines: [old, ...BANK.hotlines.slice(1)] })
    signTargets(place, hoursOn(-4), holders.li, holders.wang)
    expect(await refusalOf(publishRelease({ ...place, online: holders.online, at: hoursOn(24 * 6) }))).toBe(
      `95588 of a-bank was built as official, but its evidence (${seen}) is more than 3 years old now: build again`,
    )
    await publishRelease({ ...place, online: holders.online, at: hoursOn(-4) })
    await refreshTimestamp({ ...place, online: holders.online, at: hoursOn(24 * 6) })
  })

  it('a key that is not the online key', async () => {
    const place = await firstRelease()
    expect(await refusalOf(refreshTimestamp({ ...place, online: holders.li, at: hoursOn(-1) }))).toBe(
      'the key of li is not the online key of root version 1',
    )
  })

  it('a root or a release that does not follow what is served, or that nobody signed', async () => {
    const place = await firstRelease()
    const { online, li, wang, plan } = holders
    const at = hoursOn(-4)
    const outcome = () => refusalOf(publishRelease({ ...place, online, at }))
    const next = rotateRoot(latestRoot(place.folder), plan, { at })
    stageRoot(place.staging, next)
    expect(await outcome()).toBe('root is signed by 0 of the 2 keys it needs (none); li, wang, zhao can still sign')
    stageRoot(place.staging, rotateRoot(next, plan, { at }))
    expect(await outcome()).toBe('root version 3 does not follow version 1')
    rmSync(join(place.staging, 'root.json'))
    await stage(place, at, BANK)
    signTargets(place, at, li, wang)
    const staged = readFileSync(join(place.staging, 'targets.json'))
    await publishRelease({ ...place, online, at })
    writeWhole(join(place.staging, 'targets.json'), staged)
    expect(await outcome()).toBe('targets version 2 does not follow version 2: build again')
  })

  it('a root alone, and other bytes under a name that is served', async () => {
    const place = desk()
    const { online, li, wang, plan } = holders
    const at = hoursOn(-4)
    stageRoot(place.staging, createRoot(plan, { at }))
    for (const key of [li, wang]) signFile(join(place.staging, 'root.json'), key, undefined, at)
    expect(await refusalOf(publishRelease({ ...place, online, at }))).toBe(
      `${place.staging}: there is no release; run registry build`,
    )
    await stage(place, at, BANK)
    signTargets(place, at, li, wang)
    const [name = ''] = readdirSync(join(place.staging, 'targets'))
    const there = join(place.folder, 'targets', name)
    writeWhole(there, 'other')
    expect(await refusalOf(publishRelease({ ...place, online, at }))).toBe(
      `${there}: is published already, with other bytes`,
    )
    expect(existsSync(join(place.folder, 'metadata/timestamp.json'))).toBe(false)
  })

  it('data whose signed root is another, or no data at all', async () => {
    const place = await firstRelease()
    const file = join(place.staging, 'targets.json')
    const at = hoursOn(-4)
    const outcomeOf = async (change: (targets: Record<string, TargetFile>) => void) => {
      await stage(place, at, BANK)
      const document = readTargets(file)
      change(document.signed.targets)
      saveDocument(file, document)
      signTargets(place, at, holders.li, holders.wang)
      return refusalOf(publishRelease({ ...place, online: holders.online, at }))
    }
    const custom = { schema: 1, seq: 2, prev: null, root: '0'.repeat(64) }
    const otherRoot = (targets: Record<string, TargetFile>) => {
      const base = targets['base-2.json']
      if (base) targets['base-2.json'] = TargetFile.fromJSON(base.path, { ...base.toJSON(), custom })
    }
    expect(await outcomeOf(otherRoot)).toBe('base-2.json: its content does not have the root that was signed')
    expect(await outcomeOf((targets) => Reflect.deleteProperty(targets, 'base-2.json'))).toBe(
      'the repository offers no base file',
    )
  })

  it('a folder whose first root is gone', async () => {
    const { folder } = await firstRelease()
    renameSync(join(folder, 'metadata/1.root.json'), join(folder, 'metadata/2.root.json'))
    expect(await refusalOf(refreshTimestamp({ folder, online: holders.online, at: hoursOn(-1) }))).toBe(
      `${folder}: holds no first root`,
    )
  })

  it('a folder with nothing in it', async () => {
    const place = desk()
    expect(await refusalOf(publishRelease({ ...place, online: holders.online, at: hoursOn(0) }))).toBe(
      `${place.staging}: there is no root; run registry root init`,
    )
    expect(await refusalOf(refreshTimestamp({ ...place, online: holders.online, at: hoursOn(0) }))).toBe(
      `${place.folder}: nothing was published here yet`,
    )
  })
})
