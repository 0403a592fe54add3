/** Records read from bytes are those of the parsed data set, whatever the texts in it hold. */
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildSnapshot } from '../../src/publish/build-snapshot.ts'
import { type Records, recordsOf } from '../../src/registry/records.ts'
import { recordsInBytes } from '../../src/registry/records-in-bytes.ts'
import { RegistryError } from '../../src/registry/registry-error.ts'
import { indexRecords } from '../../src/registry/registry-index.ts'
import type { PublishedInstitution, Snapshot } from '../../src/registry/schema.ts'
import { stateBytes } from '../../src/registry/state.ts'
import { utf8 } from '../support/fake-authority.ts'
import { institution, line, tinySnapshot } from '../verdict/tiny-registry.ts'

/** Texts that look like the structure around them. */
const text = fc
  .array(
    fc.constantFrom(
      '"',
      '\\',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"hotlines":[',
      '"id":"x"',
      ' ',
      '\n',
      '银',
      '𠮷',
      '\u0000',
    ),
  )
  .map((parts) => parts.join(''))
const digits = fc.stringMatching(/^(?:0(?:10|2\d|[3-9]\d\d))?(?:96\d{3,4}|400\d{7}|95\d{3})$/)
const form = fc.oneof(
  digits,
  digits.map((one) => `+${one}`),
  fc.constantFrom('12345678901234567890', '', '9５588'),
)

const hotline = fc.record({
  canonical: form,
  forms: fc.option(fc.array(form, { maxLength: 3 }), { nil: undefined }),
  label: text,
})
const entry = fc.record({
  name: text,
  hotlines: fc.array(hotline, { maxLength: 4 }),
  /** Members of a later format: kept, and no reason to misread what is beside them. */
  extra: fc.option(
    fc.record({ hotlines: fc.array(text), id: text, canonical: text, nested: fc.array(fc.double({ noNaN: true })) }),
    {
      nil: undefined,
    },
  ),
})

const snapshots: fc.Arbitrary<Snapshot> = fc.array(entry, { maxLength: 5 }).map((entries) =>
  tinySnapshot({
    institutions: entries.map(
      ({ name, hotlines, extra }, at): PublishedInstitution => ({
        ...institution(`i${at}`, name),
        ...(extra !== undefined && { later: extra }),
        hotlines: hotlines.map(({ canonical, forms, label }) =>
          line(canonical, { label: { zh: label }, ...(forms !== undefined && { forms }) }),
        ),
      }),
    ),
  }),
)

function expectSame(read: Records, parsed: Records): void {
  expect(read.head).toEqual(parsed.head)
  expect(read.ids).toEqual(parsed.ids)
  expect(read.ids.map((_, at) => read.institution(at))).toEqual(parsed.ids.map((_, at) => parsed.institution(at)))
  const withoutLines = (records: Records) => records.briefs().map((brief) => ({ ...brief, hotlines: null }))
  expect(withoutLines(read)).toEqual(withoutLines(parsed))
  expect(read.lineKeys.owners).toEqual(parsed.lineKeys.owners)
  expect(read.lineKeys.first).toEqual(parsed.lineKeys.first)
  expect(sortedKeys(read)).toEqual(sortedKeys(parsed))
  expect(firstKeys(read)).toEqual(firstKeys(parsed))
}

const sortedKeys = ({ lineKeys: { keys, lines } }: Records) => keys.map((key, at) => `${lines[at]}: ${key}`).sort()
const firstKeys = ({ lineKeys: { keys, lines } }: Records) => keys.filter((_, at) => lines[at] !== lines[at - 1])

test('records of any data set, canonical or with blanks, are those of its objects', () => {
  fc.assert(
    fc.property(snapshots, fc.constantFrom(undefined, 1, '\t'), (snapshot, indent) => {
      const bytes = utf8(JSON.stringify(snapshot, undefined, indent))
      expectSame(recordsInBytes(bytes), recordsOf(JSON.parse(new TextDecoder().decode(bytes))))
    }),
  )
})

describe('the real registry', () => {
  const data = fileURLToPath(new URL('../../data', import.meta.url))
  const snapshot = buildSnapshot(data, { seq: 1, builtAt: '2026-11-21T00:00:00.000Z', channel: 'development' })
  const [read, parsed] = [recordsInBytes(stateBytes(snapshot)), recordsOf(snapshot)]

  test('has the same records', () => {
    expectSame(read, parsed)
  })

  test('and every line, name and relation is found alike', () => {
    const [ours, theirs] = [indexRecords(read), indexRecords(parsed)]
    for (const { hotlines } of snapshot.institutions)
      for (const { canonical } of hotlines) expect(ours.linesOf(canonical)).toEqual(theirs.linesOf(canonical))
    expect(ours.names).toEqual(theirs.names)
    const { ids } = read
    const kin = (index: typeof ours) => ids.flatMap((one) => ids.filter((other) => index.kinship.related(one, other)))
    expect(kin(ours)).toEqual(kin(theirs))
  })
})

test('an institution is parsed once', () => {
  const records = recordsInBytes(stateBytes(tinySnapshot()))
  expect(records.institution(0)).toBe(records.institution(0))
  expect(records.briefs()).toBe(records.briefs())
})

test.each(['{}', '{"schema":1}', '[]', ''])('%s is no data set', (bytes) => {
  expect(() => recordsInBytes(utf8(bytes))).toThrow(expect.objectContaining({ code: 'damaged' }))
})

test('bytes that are no sound JSON end the walk too', () => {
  const pieces = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', ' ', '1', '"institutions":', '"hotlines":')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30, size: 'max' }), (parts) => {
      try {
        recordsInBytes(utf8(parts.join('')))
      } catch (error) {
        expect(error).toBeInstanceOf(RegistryError)
      }
    }),
    { numRuns: 500 },
  )
})
