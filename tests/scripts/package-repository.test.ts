import { cpSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packageRepository, readPackage } from '../../scripts/package-repository.ts'
import { buildRelease } from '../../src/publish/build-release.ts'
import { publishRelease } from '../../src/publish/publish-release.ts'
import { createRoot } from '../../src/publish/root-ceremony.ts'
import { signFile } from '../../src/publish/sign-document.ts'
import { stageRelease, stageRoot } from '../../src/publish/staging.ts'
import { openActiveRegistry } from '../../src/registry/active-registry.ts'
import { openMemoryStore } from '../../src/registry/memory-store.ts'
import type { PackagedRepository } from '../../src/registry/packaged-repository.ts'
import { readRegistryDetails } from '../../src/registry/registry-details.ts'
import { hoursOn, newFolder, sampleHolders } from '../publish/sample-ceremony.ts'
import { sampleData, sampleLine, sampleRecord } from '../publish/sample-records.ts'

const holders = sampleHolders()

async function publishedFolder(channel: 'development' | 'release'): Promise<string> {
  const [folder, staging, at] = [newFolder('repository'), newFolder('staging'), hoursOn(-1)]
  const root = createRoot(holders.plan, { at })
  stageRoot(staging, root)
  const data = sampleData(sampleRecord('a-bank', { hotlines: [sampleLine('95588')] }))
  stageRelease(staging, await buildRelease(data, undefined, { at, why: 'test', channel }))
  for (const key of [holders.li, holders.wang])
    for (const role of ['root', 'targets']) signFile(`${staging}/${role}.json`, key, root, at)
  await publishRelease({ folder, staging, online: holders.online, at })
  return folder
}

describe('packageRepository', () => {
  it('gives what the extension verifies and reads at its first start', async () => {
    const repository = packageRepository(await publishedFolder('release'))
    const files = readPackage(repository)
    const root = files.get('root.json')
    const packaged: PackagedRepository = {
      seq: repository.seq,
      fetch: async (path) => {
        const bytes = files.get(path)
        return bytes ? new Response(Uint8Array.from(bytes)) : new Response(null, { status: 404 })
      },
      readRoot: async () => Uint8Array.from(root ?? []),
    }
    const store = openMemoryStore()
    expect(await openActiveRegistry({ store, packaged })).toMatchObject({
      usable: true,
      trusted: { records: { head: { seq: 1, channel: 'release' } } },
    })
    expect((await readRegistryDetails(store)).history?.entries).toMatchObject([{ seq: 1, why: 'test' }])
  })

  it('refuses an empty folder and a development registry', async () => {
    const empty = newFolder('empty')
    expect(() => packageRepository(empty)).toThrow(`${empty}: nothing was published here`)
    const folder = await publishedFolder('development')
    const copy = newFolder('copy')
    cpSync(folder, copy, { recursive: true })
    expect(() => packageRepository(copy)).toThrow(`${copy}: holds a development registry; a release build refuses it`)
  })
})
