import { describe, expect, it } from 'vitest'
import { buildSnapshot } from '../../src/publish/build-snapshot.ts'
import { assertSound, readSnapshot } from '../../src/registry/read-snapshot.ts'
import { stateBytes } from '../../src/registry/state.ts'
import { BUILT_AT, sampleData, sampleRecord } from '../publish/sample-records.ts'

const sound = () => buildSnapshot(sampleData(sampleRecord('a-bank')), { seq: 7, builtAt: BUILT_AT, channel: 'release' })

describe('assertSound', () => {
  it('gives a sound data set back', () => {
    const snapshot = sound()
    expect(assertSound(snapshot)).toBe(snapshot)
    expect(readSnapshot(stateBytes(snapshot))).toEqual(snapshot)
  })

  it.each([
    ['a fault', { channel: 'beta' }, 'damaged', 'the registry: channel is not one of development, release'],
    ['an institution twice', { institutions: [...sound().institutions, ...sound().institutions] }, 'damaged', /twice/],
    ['a newer format', { schema: 2 }, 'schema', /newer format/],
  ])('refuses %s as one sentence with a code', (_, change, code, message) => {
    expect(() => assertSound({ ...sound(), ...change })).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    )
  })
})
