/** Failure case 44: the edges of canonical JSON, and 1,000 documents against two other implementations. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { canonicalJson, type JsonValue, parseJson } from '../../../src/registry/trust/canonical-json.ts'
import { utf8 } from '../../support/fake-authority.ts'

// A thousand documents with long Unicode names: slow on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const text = (value: JsonValue) => new TextDecoder().decode(canonicalJson(value))
const parse = (source: string) => parseJson(utf8(source))

/** The one that @tufjs/models signs with, resolved from there. */
const requireFromModels = createRequire(createRequire(import.meta.url).resolve('@tufjs/models'))
const { canonicalize } = requireFromModels('@tufjs/canonical-json') as { canonicalize: (value: unknown) => string }

describe('44 canonical JSON', () => {
  test.each([
    ['{"b":1,"a":2}', '{"a":2,"b":1}'],
    ['[ 1 , 2 ,\n3 ]', '[1,2,3]'],
    ['"\\u0041\\n\\t\\u0000"', '"A\n\t\u0000"'],
    ['"\\"\\\\\\/"', '"\\"\\\\/"'],
    ['-0', '0'],
    ['1e3', '1000'],
    ['[true,false,null]', '[true,false,null]'],
    ['{"\\uffff":1,"\\ud83d\\ude00":2,"\\ud7ff":3}', '{"\ud7ff":3,"\uffff":1,"\u{1f600}":2}'],
    ['{"ab":1,"a":2,"":3}', '{"":3,"a":2,"ab":1}'],
    ['{"__proto__":1,"constructor":2}', '{"__proto__":1,"constructor":2}'],
  ])('%s', (source, canonical) => {
    expect(text(parse(source))).toBe(canonical)
  })

  test.each([
    ['a float', '1.5'],
    ['an integer beyond 2^53', '9007199254740993'],
    ['a lone surrogate', '"\\ud800"'],
    ['a lone surrogate as a name', '{"\\udc00":1}'],
    ['absurd nesting', `${'['.repeat(200)}${']'.repeat(200)}`],
  ])('refuses %s', (_name, source) => {
    expect(() => canonicalJson(parse(source))).toThrow(expect.objectContaining({ code: 'malformed' }))
  })

  test('nesting of 100 levels is accepted', () => {
    const source = `${'['.repeat(100)}1${']'.repeat(100)}`
    expect(text(parse(source))).toBe(source)
  })

  test.each([
    ['a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])],
    ['invalid UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['no JSON', utf8('<html>')],
    ['nothing', new Uint8Array()],
  ])('refuses %s', (_name, bytes) => {
    expect(() => parseJson(bytes)).toThrow(expect.objectContaining({ code: 'malformed' }))
  })
})

/** Documents of strings, safe integers, lists and objects, as metadata may hold them. */
function documents(names: fc.Arbitrary<string>): fc.Arbitrary<JsonValue> {
  return fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }).filter((item) => item.isWellFormed()),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(names, tie('value'), { maxKeys: 5 }),
    ),
  })).value
}

const anyName = fc.string({ unit: 'grapheme' })
const thousand = (names: fc.Arbitrary<string>) => fc.sample(documents(names), { numRuns: 1000, seed: 20261121 })

describe('1,000 generated documents', () => {
  test('are the same bytes as those of @tufjs/models', () => {
    // It sorts names by UTF-16 units: the same as code points unless astral and U+E000…U+FFFF characters meet.
    const common = thousand(anyName.filter((name) => !/[\ue000-\uffff]/.test(name)))
    expect(common.map((document) => text(document))).toEqual(common.map((document) => canonicalize(document)))
  })

  test('are the same bytes as python-style canonical JSON', ({ skip }) => {
    const all = thousand(anyName)
    const options = { input: JSON.stringify(all), encoding: 'utf8', maxBuffer: 64_000_000 } as const
    const python = spawnSync('python3', ['-c', PYTHON], options)
    if (python.error !== undefined) skip('skipped: no python3')
    expect(python.stderr).toBe('')
    expect(all.map((document) => text(document))).toEqual(JSON.parse(python.stdout))
  })
})

/** The rules of securesystemslib's encode_canonical, written anew. */
const PYTHON = `
import json, sys
def enc(v):
    if v is None: return 'null'
    if v is True: return 'true'
    if v is False: return 'false'
    if isinstance(v, str): return '"' + v.replace('\\\\', '\\\\\\\\').replace('"', '\\\\"') + '"'
    if isinstance(v, int): return str(v)
    if isinstance(v, list): return '[' + ','.join(enc(x) for x in v) + ']'
    if isinstance(v, dict): return '{' + ','.join(enc(k) + ':' + enc(v[k]) for k in sorted(v)) + '}'
    raise TypeError(v)
sys.stdin.reconfigure(encoding='utf-8')
print(json.dumps([enc(x) for x in json.load(sys.stdin)]))
`
