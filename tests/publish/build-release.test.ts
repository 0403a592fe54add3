import { describe, expect, it, vi } from 'vitest'
import { buildRelease, packRelease } from '../../src/publish/build-release.ts'
import { diffSnapshots } from '../../src/publish/diff-snapshots.ts'
import { readRepository } from '../../src/publish/read-repository.ts'
import type { InstitutionRecord } from '../../src/registry/institution-record.ts'
import { hoursOn, sampleHolders } from './sample-ceremony.ts'
import { sampleData, sampleEvidence, sampleLine, sampleRecord } from './sample-records.ts'
import { BANK, type Desk, firstRelease, refusalOf } from './sample-release.ts'

const holders = sampleHolders()
const today = { seen: hoursOn(-48).slice(0, 10) }

// Real files with flushes and two clients: slow on a busy disk, never wrong.
vi.setConfig({ testTimeout: 60_000 })

describe('buildRelease refuses', () => {
  const refusal = (previous: Desk | undefined, options: object, ...records: InstitutionRecord[]) => {
    const all = { at: hoursOn(-1), why: 'test', channel: 'release', ...options } as const
    return refusalOf(buildRelease(sampleData(...records), previous && readRepository(previous.folder), all))
  }

  it('more than 30 % removed, unless told', async () => {
    const place = await firstRelease(holders)
    const smaller = { ...BANK, hotlines: BANK.hotlines.slice(0, 2) }
    expect(await refusal(place, {}, smaller)).toBe(
      '1 of 3 numbers (33 %) would be removed, more than 30 %: read the diff, then use --allow-mass-removal',
    )
    expect(await refusal(place, { allowMassRemoval: true }, smaller)).toBe('accepted')
  })

  it('more than 30 %, not exactly 30 %', async () => {
    const numbers = ['95501', '95512', '95523', '95534', '95545', '95556', '95567', '95578', '95589', '95590']
    const bank = (lines: number) =>
      sampleRecord('a-bank', { hotlines: numbers.slice(0, lines).map((number) => sampleLine(number)) })
    const place = await firstRelease(holders, undefined, bank(10))
    expect(await refusal(place, {}, bank(7))).toBe('accepted')
    expect(await refusal(place, {}, bank(6))).toMatch(/^4 of 10 numbers \(40 %\) would be removed/)
  })

  it('a reason that nobody could read', async () => {
    expect(await refusal(undefined, { why: '' }, BANK)).toBe('--why is empty')
    expect(await refusal(undefined, { why: 'ok\u202e' }, BANK)).toBe(
      '--why holds an invisible or direction-changing character',
    )
  })

  it('no hotline at all', async () => {
    expect(await refusal(undefined, {}, sampleRecord('a-bank'))).toBe(
      'the data set holds no hotline: nothing to publish',
    )
  })

  it('a date that is not after the last publication', async () => {
    const place = await firstRelease(holders, hoursOn(-1))
    expect(await refusal(place, { at: hoursOn(-2) }, BANK)).toBe(
      `${hoursOn(-2)} is not after publication 1 (${hoursOn(-1)})`,
    )
  })

  it('faulty data, with the sentence of the fault', async () => {
    const future = sampleRecord('b-bank', {
      hotlines: [sampleLine('95533', { evidence: [sampleEvidence({ seen: '2199' })] })],
    })
    const data = sampleData(BANK, future)
    const options = { at: hoursOn(-1), why: 'test', channel: 'release' } as const
    expect(await refusalOf(buildRelease(data, undefined, options))).toBe(
      `${data}/institutions/b-bank.yaml: hotlines[0].evidence[0] seen (2199) is in the future`,
    )
  })

  it('measures evidence on the day of the build', async () => {
    const release = await buildRelease(
      sampleData({ ...BANK, hotlines: [sampleLine('95588', { evidence: [sampleEvidence(today)] })] }),
      undefined,
      { at: hoursOn(24 * 365 * 3 + 72), why: 'later', channel: 'release' },
    )
    expect(release.state.institutions[0]?.hotlines[0]?.level).toBe('unconfirmed')
  })
})

it('offers a delta for each of the last 20 steps, and roll-ups for clients that slept', async () => {
  const repository = readRepository((await firstRelease(holders)).folder)
  const first = repository?.states.get(1)
  if (!repository || !first) throw new Error('nothing was published')
  // A publication every four days: number 9 is 84 days old, number 7 is 92.
  const stateOf = (seq: number) => ({ ...first, seq, builtAt: hoursOn((seq - 30) * 96) })
  const states = new Map(Array.from({ length: 29 }, (_, at) => [at + 1, stateOf(at + 1)]))
  const diff = diffSnapshots(stateOf(29), stateOf(30))
  const release = await packRelease(stateOf(30), { ...repository, states }, diff, 'test', Buffer.from('{}'))
  const steps = Array.from({ length: 20 }, (_, at) => `delta-${at + 10}-${at + 11}.json`)
  expect(Object.keys(release.targets.signed.targets).sort()).toEqual(
    [
      'base-30.json',
      'change-log.json',
      'delta-7-30.json',
      'delta-9-30.json',
      'history.json',
      'sms-views.json',
      ...steps,
    ].sort(),
  )
})
