import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Metadata, Targets } from '@tufjs/models'
import { describe, expect, it } from 'vitest'
import { documentBytes } from '../../src/publish/metadata-file.ts'
import { missingSignatures, signatureState } from '../../src/publish/role-signatures.ts'
import { createRoot, planOf, type RootPlan, rotateRoot, sayPlan } from '../../src/publish/root-ceremony.ts'
import { describeDocument, signFile } from '../../src/publish/sign-document.ts'
import { exportDocument, mergeDocument, pendingRoot, stageRoot } from '../../src/publish/staging.ts'
import { hoursOn, newFolder, sampleHolders } from './sample-ceremony.ts'

const holders = sampleHolders()
const { plan, li, wang, zhao, online } = holders
const at = hoursOn(0)
const planned = (change: Partial<RootPlan>, iKnow = false) => createRoot({ ...plan, ...change }, { at, iKnow })

describe('createRoot', () => {
  it('gives every role its keys, and the same bytes each time', () => {
    expect(documentBytes(planned({}))).toEqual(documentBytes(planned({})))
    expect(planOf(planned({})).targets.threshold).toBe(2)
    expect(sayPlan(plan)).toEqual([
      `root: 2 of 3: li (${li.id.slice(0, 8)}), wang (${wang.id.slice(0, 8)}), zhao (${zhao.id.slice(0, 8)})`,
      `targets: 2 of 3: li (${li.id.slice(0, 8)}), wang (${wang.id.slice(0, 8)}), zhao (${zhao.id.slice(0, 8)})`,
      `snapshot and timestamp: online (${online.id.slice(0, 8)})`,
    ])
  })

  it('refuses plans that one key could abuse or one loss could end', () => {
    expect(() => planned({ targets: { keys: [li, wang], threshold: 1 } })).toThrow(
      new Error('targets: one key alone could publish anything; use a threshold of two or --i-know'),
    )
    expect(() => planned({ root: { keys: [li, wang], threshold: 2 } })).toThrow(
      new Error('root: with a threshold of all 2 keys one lost key ends the registry; add a key or --i-know'),
    )
    expect(() => planned({ root: { keys: [li, wang], threshold: 2 } }, true)).not.toThrow()
    expect(() => planned({ root: { keys: [li, wang], threshold: 3 } }, true)).toThrow(
      new Error('root: a threshold of 3 cannot be met by 2 keys'),
    )
    expect(() => planned({ root: { keys: [li, li, wang], threshold: 2 } })).toThrow(
      new Error('root: the same key stands twice'),
    )
    expect(() => planned({ targets: { keys: [li, wang, online], threshold: 2 } })).toThrow(
      new Error('targets: the online key must hold no other role'),
    )
  })
})

describe('export, sign, merge', () => {
  it('collects signatures from copies until the threshold is met', () => {
    const staging = newFolder('staging')
    stageRoot(staging, planned({}))
    const state = () => missingSignatures(signatureState(pendingRoot(staging) ?? planned({}), [planned({})]))
    expect(state()).toBe('root is signed by 0 of the 2 keys it needs (none); li, wang, zhao can still sign')
    for (const key of [li, zhao]) {
      const copy = join(newFolder('mail'), 'root.json')
      exportDocument(staging, 'root', copy)
      signFile(copy, key, undefined, at)
      expect(mergeDocument(staging, copy)).toBe(1)
    }
    expect(state()).toBeUndefined()
  })

  it('refuses a copy of another document, a stranger’s key and other files', () => {
    const staging = newFolder('staging')
    stageRoot(staging, planned({}))
    const other = join(newFolder('mail'), 'root.json')
    writeFileSync(other, documentBytes(rotateRoot(planned({}), plan, { at })))
    expect(() => mergeDocument(staging, other)).toThrow(
      new Error(`${other}: signs another root document than the one that waits`),
    )
    const file = join(staging, 'root.json')
    expect(() => signFile(file, sampleHolders().li, undefined, at)).toThrow(
      new Error(`${file}: the key of li may not sign root`),
    )
    const release = join(newFolder('mail'), 'targets.json')
    writeFileSync(
      release,
      documentBytes(new Metadata(new Targets({ version: 1, specVersion: '1.0.31', expires: hoursOn(1) }))),
    )
    expect(() => signFile(release, li, undefined, at)).toThrow(
      new Error(`${release}: no trusted root says who may sign it; give --repository`),
    )
    expect(() => signFile(file, li, undefined, hoursOn(24 * 731))).toThrow(
      new Error(`${file}: ran out on ${planned({}).signed.expires}`),
    )
    writeFileSync(other, '{"signed":{"_type":"root"}}')
    expect(() => mergeDocument(staging, other)).toThrow(
      new Error(`${other}: is a faulty root document: signatures is not an array`),
    )
    writeFileSync(other, '{"signed":{"_type":"timestamp"}}')
    expect(() => mergeDocument(staging, other)).toThrow(new Error(`${other}: is neither a root nor a targets document`))
  })

  it('refuses a file that is not there or no JSON, and a desk where nothing waits', () => {
    const staging = newFolder('staging')
    const copy = join(newFolder('mail'), 'root.json')
    expect(() => mergeDocument(staging, copy)).toThrow(new Error(`${copy}: is missing or unreadable`))
    writeFileSync(copy, 'no')
    expect(() => signFile(copy, li, undefined, at)).toThrow(
      new Error(`${copy}: is neither a root nor a targets document`),
    )
    const nothing = (role: string) => new Error(`${staging}: no ${role} document waits for signatures`)
    expect(() => exportDocument(staging, 'root', copy)).toThrow(nothing('root'))
    expect(() => exportDocument(staging, 'targets', copy)).toThrow(nothing('targets'))
    writeFileSync(copy, documentBytes(planned({})))
    expect(() => mergeDocument(staging, copy)).toThrow(nothing('root'))
  })

  it('says in words what a signature will stand for', () => {
    const staging = newFolder('staging')
    stageRoot(staging, planned({}))
    expect(describeDocument(join(staging, 'root.json'))[1]).toMatch(/^root: 2 of 3: li \(/)
  })
})
