/** The canonical form, its root, and deltas between two states. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDelta } from '../../src/registry/read-snapshot.ts'
import type { PublishedInstitution, Snapshot } from '../../src/registry/schema.ts'
import { applyDelta, deltaBytes, diffStates, stateBytes, stateRoot } from '../../src/registry/state.ts'
import { utf8 } from '../support/fake-authority.ts'

function institution(id: string, number = '95555'): PublishedInstitution {
  const label = { zh: '客服' }
  const line = {
    number,
    canonical: number,
    purpose: 'general',
    direction: 'both',
    label,
    level: 'official',
    sources: [],
  } as const
  return { id, name: { zh: id }, aliases: [], kind: 'bank', domains: [], hotlines: [{ ...line, sources: [] }] }
}

function state(seq: number, institutions: PublishedInstitution[], head: Partial<Snapshot> = {}): Snapshot {
  const builtAt = `2026-11-21T00:00:${String(seq % 60).padStart(2, '0')}.000Z`
  return { schema: 1, seq, builtAt, channel: 'development', institutions, reported: [], tactics: [], ...head }
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('stateBytes', () => {
  test('does not depend on the order of institutions or members', async () => {
    const one = stateBytes(state(1, [institution('b'), institution('a')]))
    const { seq, ...rest } = state(1, [institution('a'), institution('b')])
    const other = stateBytes({ ...rest, seq })
    expect(text(other)).toBe(text(one))
    expect(await stateRoot(other)).toBe(await stateRoot(one))
    expect(await stateRoot(one)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('any change of content changes the root', async () => {
    const roots = [
      state(1, [institution('a')]),
      state(2, [institution('a')]),
      state(1, [institution('a', '95556')]),
      state(1, [institution('a'), institution('b')]),
      state(1, [institution('a')], { stopNames: ['x'] }),
    ].map((item) => stateRoot(stateBytes(item)))
    expect(new Set(await Promise.all(roots)).size).toBe(5)
  })
})

describe('deltas', () => {
  test('name what is new, changed and gone, and nothing else', () => {
    const from = state(1, [institution('a'), institution('b'), institution('c')], { stopNames: ['x'] })
    const to = state(2, [institution('a'), institution('b', '95556'), institution('d')])
    const delta = diffStates(from, to)
    expect(delta.upserts.map((item) => item.id)).toEqual(['d'])
    expect(delta.edits).toEqual({ b: { hotlines: { 0: { canonical: ['95556'], number: ['95556'] } } } })
    expect(delta).toMatchObject({ schema: 2, from: 1, to: 2, deletes: ['c'], unset: ['stopNames'] })
    expect(Object.keys(delta.set).sort()).toEqual(['builtAt', 'seq'])
    expect(JSON.parse(text(deltaBytes(delta)))).toEqual(JSON.parse(JSON.stringify(delta)))
  })

  test('applied, they give the bytes of the later state, whatever changed', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
    const states = fc
      .tuple(
        ids,
        fc.constantFrom('95555', '95556'),
        fc.option(fc.array(fc.string({ unit: 'grapheme' })), { nil: undefined }),
      )
      .map(([names, number, stopNames]) => ({
        institutions: names.map((id) => institution(id, id < 'd' ? number : '95588')),
        head: stopNames === undefined ? {} : { stopNames },
      }))
    fc.assert(
      fc.property(states, states, (one, two) => {
        const from = state(1, one.institutions, one.head)
        const to = state(2, two.institutions, two.head)
        expect(text(stateBytes(applyDelta(from, diffStates(from, to))))).toBe(text(stateBytes(to)))
      }),
    )
  })

  test('a line more, a line less: the others are not sent again', () => {
    const [one, two] = [institution('a').hotlines, institution('a', '95556').hotlines]
    const withLines = (...lines: typeof one) => ({ ...institution('a'), hotlines: lines })
    const [from, to] = [state(1, [withLines(...one, ...two)]), state(2, [withLines(...two)])]
    expect(diffStates(from, to).edits).toEqual({ a: { hotlines: [0, 1, []] } })
    expect(diffStates(to, from).edits).toEqual({ a: { hotlines: [0, 0, one] } })
    expect(text(stateBytes(applyDelta(to, { ...diffStates(to, from), to: 1 })))).toBe(text(stateBytes(from)))
  })

  test('format 1 had whole institutions only, and is still applied', () => {
    const [from, to] = [state(1, [institution('a'), institution('b')]), state(2, [institution('a', '95556')])]
    const old = {
      schema: 1,
      from: 1,
      to: 2,
      upserts: to.institutions,
      deletes: ['b'],
      set: { seq: 2, builtAt: to.builtAt },
      unset: [],
    } as const
    const delta = readDelta(utf8(JSON.stringify(old)))
    expect(text(stateBytes(applyDelta(from, delta)))).toBe(text(stateBytes(to)))
    expect(() => readDelta(utf8(JSON.stringify({ ...old, schema: 3 })))).toThrow('the delta: schema')
  })

  test('an edit of an institution that is not there is damage', () => {
    const delta = diffStates(state(1, [institution('a')]), state(2, [institution('a', '95556')]))
    expect(() => applyDelta(state(1, [institution('b')]), delta)).toThrow('not there')
  })

  test('a state applied to a wrong start has another root', async () => {
    const [a, b, c] = [institution('a'), institution('b'), institution('c')]
    const delta = diffStates(state(1, [a]), state(2, [a, b]))
    const wrong = applyDelta(state(1, [a, c]), delta)
    expect(await stateRoot(stateBytes(wrong))).not.toBe(await stateRoot(stateBytes(state(2, [a, b]))))
  })
})
