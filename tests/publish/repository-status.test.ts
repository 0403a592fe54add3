import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { latestRoot, readRepository } from '../../src/publish/read-repository.ts'
import { repositoryStatus } from '../../src/publish/repository-status.ts'
import { createRoot, rotateRoot } from '../../src/publish/root-ceremony.ts'
import { signFile } from '../../src/publish/sign-document.ts'
import { stageRoot } from '../../src/publish/staging.ts'
import { hoursOn, newFolder, sampleHolders } from './sample-ceremony.ts'
import { firstRelease } from './sample-release.ts'

vi.setConfig({ testTimeout: 60_000 })

const holders = sampleHolders()
const at = hoursOn(-5)

it('counts days, names who signed and who can still sign', async () => {
  const { folder, staging } = await firstRelease(holders, at)
  const root = latestRoot(folder)
  stageRoot(staging, rotateRoot(root, holders.plan, { at }))
  signFile(join(staging, 'root.json'), holders.zhao, root, at)
  const status = repositoryStatus(readRepository(folder), staging, hoursOn(24 * 20 - 5))
  expect(status.seq).toBe(1)
  expect(status.documents.map(({ role, version, daysLeft }) => [role, version, daysLeft])).toEqual([
    ['root', 1, 709],
    ['targets', 1, 159],
    ['snapshot', 1, 24],
    ['timestamp', 1, -6],
  ])
  const both = { threshold: 2, signed: ['li', 'wang'], open: ['zhao'] }
  expect(status.signatures).toEqual([
    { role: 'root', ...both },
    { role: 'targets', ...both },
  ])
  // The old root and the new one must agree.
  const one = { role: 'root', threshold: 2, signed: ['zhao'], open: ['li', 'wang'] }
  expect(status.waiting).toEqual([one, one])
})

it('tells what waits before anything was published', () => {
  const staging = newFolder('staging')
  expect(repositoryStatus(undefined, staging, at)).toEqual({ seq: 0, documents: [], signatures: [], waiting: [] })
  stageRoot(staging, createRoot(holders.plan, { at }))
  expect(repositoryStatus(undefined, staging, at).waiting).toEqual([
    { role: 'root', threshold: 2, signed: [], open: ['li', 'wang', 'zhao'] },
  ])
})
