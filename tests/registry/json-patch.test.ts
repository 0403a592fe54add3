/** Patches of JSON values: what they give is exact, and what does not fit is refused. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyPatch, diffJson } from '../../src/registry/json-patch.ts'
import { canonicalJson, type JsonValue } from '../../src/registry/trust/canonical-json.ts'

const name = fc.constantFrom('a', 'b', '0', '__proto__', 'constructor')
const leaf = fc.oneof(fc.integer(), fc.constantFrom('x', 'y'.repeat(40), '', true, null))
const json: fc.Arbitrary<JsonValue> = fc
  .letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 5 }),
      // JSON.parse: a member called __proto__ is an own one, as it is in a file.
      fc
        .array(fc.tuple(name, tie('value')), { maxLength: 4 })
        .map((members) => JSON.parse(`{${members.map(([key, value]) => `"${key}":${JSON.stringify(value)}`).join()}}`)),
    ),
  }))
  .value.map((value) => JSON.parse(JSON.stringify(value)))

const text = (value: JsonValue) => new TextDecoder().decode(canonicalJson(value))

test('a patch gives the later value, also after a journey as JSON, and leaves the earlier one', () => {
  fc.assert(
    fc.property(json, json, (from, to) => {
      const before = text(from)
      const patch = diffJson(from, to)
      const after = patch === undefined ? from : applyPatch(from, JSON.parse(text(patch)))
      expect(text(after)).toBe(text(to))
      expect(text(from)).toBe(before)
    }),
    { numRuns: 1000 },
  )
})

test('a patch is never longer than the value anew', () => {
  fc.assert(
    fc.property(json, json, (from, to) => {
      const patch = diffJson(from, to)
      expect(patch === undefined ? 0 : text(patch).length).toBeLessThanOrEqual(text([to]).length)
    }),
  )
})

test.each<[from: JsonValue, to: JsonValue, patch: JsonValue | undefined]>([
  [{ a: 1, long: 'unchanged' }, { a: 2, long: 'unchanged' }, { a: [2] }],
  [{ a: 1, long: 'unchanged' }, { long: 'unchanged' }, { a: null }],
  [{ long: 'unchanged' }, { long: 'unchanged', a: null }, { a: [null] }],
  [
    ['one', 'two', 'three'],
    ['one', 'three'],
    [1, 1, []],
  ],
  [
    ['one', 'three'],
    ['one', 'two', 'three'],
    [1, 0, ['two']],
  ],
  [['one', 'two', 'three'], ['one', '2', 'three'], { 1: ['2'] }],
  [1, 1, undefined],
  [1, 'x', ['x']],
])('%j to %j is %j', (from, to, patch) => {
  expect(diffJson(from, to)).toEqual(patch)
})

describe('refused as damage', () => {
  test.each<[value: JsonValue, patch: JsonValue]>([
    [[1], [2, 0, []]],
    [[1], [0, 2, []]],
    [[1], [-1, 0, []]],
    [[1], [0, 0.5, []]],
    [[1], [0, 1, 'x']],
    [[1], [0, 1, [], 1]],
    [[1], []],
    [[1], { 1: [2] }],
    [[1], { x: [2] }],
    [[1], { '-1': [2] }],
    [[1], { '': { a: [2] } }],
    [{ a: 1 }, { a: { b: [1] } }],
    [{ a: 1 }, { b: { c: [1] } }],
    [{ a: 1 }, { b: [0, 0, []] }],
    [{ a: 1 }, { a: 'x' }],
    [{ a: 1 }, [0, 0, []]],
    [1, { a: [1] }],
    [1, 'x'],
    [1, null],
  ])('%j with %j', (value, patch) => {
    expect(() => applyPatch(value, patch)).toThrow(expect.objectContaining({ code: 'damaged' }))
  })

  test('a patch that is nested too deep', () => {
    const deep = (inner: JsonValue) => Array.from({ length: 100_000 }).reduce<JsonValue>((all) => ({ a: all }), inner)
    expect(() => applyPatch(deep(1), deep([2]))).toThrow('nested too deep')
  })
})
