/** A publication from start to end: staged, signed by two of three, proved and written. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildRelease } from '../../src/publish/build-release.ts'
import { publishRelease } from '../../src/publish/publish-release.ts'
import { latestRoot, readRepository } from '../../src/publish/read-repository.ts'
import { createRoot } from '../../src/publish/root-ceremony.ts'
import { signFile } from '../../src/publish/sign-document.ts'
import { stageRelease, stageRoot } from '../../src/publish/staging.ts'
import type { InstitutionRecord } from '../../src/registry/institution-record.ts'
import { type Holders, hoursOn, newFolder } from './sample-ceremony.ts'
import { sampleData, sampleLine, sampleRecord } from './sample-records.ts'

export const BANK = sampleRecord('a-bank', {
  hotlines: [sampleLine('95588'), sampleLine('95599'), sampleLine('95566')],
})

export interface Desk {
  /** The served folder. */
  folder: string
  staging: string
}

export function desk(): Desk {
  return { folder: newFolder('repository'), staging: newFolder('staging') }
}

export async function stage({ folder, staging }: Desk, at: string, ...records: InstitutionRecord[]): Promise<void> {
  const options = { at, why: 'test', channel: 'release' } as const
  stageRelease(staging, await buildRelease(sampleData(...records), readRepository(folder), options))
}

export function signTargets({ folder, staging }: Desk, holders: Holders, at: string, ...keys: Holders['li'][]): void {
  const root = existsSync(join(folder, 'metadata')) ? latestRoot(folder) : createRoot(holders.plan, { at })
  for (const key of keys) signFile(join(staging, 'targets.json'), key, root, at)
}

/** Root 1 by two holders, one bank. */
export async function firstRelease(holders: Holders, at = hoursOn(-5), bank = BANK): Promise<Desk> {
  const place = desk()
  stageRoot(place.staging, createRoot(holders.plan, { at }))
  for (const key of [holders.li, holders.wang]) signFile(join(place.staging, 'root.json'), key, undefined, at)
  await stage(place, at, bank)
  signTargets(place, holders, at, holders.li, holders.wang)
  await publishRelease({ ...place, online: holders.online, at })
  return place
}

/** The whole sentence with which a task ends. */
export function refusalOf(task: Promise<unknown>): Promise<string> {
  return task.then(
    () => 'accepted',
    (error: Error) => error.message,
  )
}
