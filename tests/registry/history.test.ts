import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type History, readHistory } from '../../src/registry/history.ts'
import { RegistryError } from '../../src/registry/registry-error.ts'

const line = { number: '95588', id: 'icbc', name: { zh: '工商银行' } }
const none = { count: 0, told: [] }
const entry = (seq: number) => ({
  seq,
  builtAt: '2026-11-21T08:00:00.000Z',
  why: 'a line was checked again',
  signedBy: ['li', 'wang'],
  changes: { added: { count: 30, told: [line] }, removed: none, changed: none, others: 1 },
})
const sound = { schema: 1, entries: [entry(3), entry(4)] } satisfies History
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const refusal = (value: unknown): string => {
  try {
    readHistory(bytesOf(value))
    return 'accepted'
  } catch (error) {
    return error instanceof RegistryError ? error.message : String(error)
  }
}

describe('readHistory', () => {
  it('reads what is published, also without signers or changes, and passes over members it does not know', () => {
    expect(readHistory(bytesOf(sound))).toEqual(sound)
    const { signedBy: _, changes: __, ...bare } = entry(5)
    expect(refusal({ ...sound, later: 1, entries: [{ ...bare, later: [] }] })).toBe('accepted')
  })

  it.each<[string, unknown]>([
    ['schema is not a whole number from 1 to 1', { ...sound, schema: 2 }],
    ['entries is empty', { ...sound, entries: [] }],
    ['entries has more than 10 entries', { ...sound, entries: Array.from({ length: 11 }, (_, at) => entry(at + 1)) }],
    [
      'entries[0].why holds an invisible or direction-changing character',
      { ...sound, entries: [{ ...entry(1), why: 'ok\u202e' }] },
    ],
    ['entries[0].builtAt is not a time', { ...sound, entries: [{ ...entry(1), builtAt: '2026-13-40T99:00:00Z' }] }],
    [
      'entries[0].signedBy[0] is longer than 60 characters',
      { ...sound, entries: [{ ...entry(1), signedBy: ['x'.repeat(61)] }] },
    ],
    ['its publications are not in order', { ...sound, entries: [entry(4), entry(4)] }],
    ['the file is not a mapping', []],
  ])('refuses: %s', (reason, value) => {
    expect(refusal(value)).toBe(`the history: ${reason}`)
  })

  it('refuses more numbers than an entry names, and a change that has no words', () => {
    const many = { count: 21, told: Array.from({ length: 21 }, () => line) }
    const odd = { count: 1, told: [{ ...line, fields: ['__proto__'] }] }
    for (const added of [many, odd])
      expect(refusal({ ...sound, entries: [{ ...entry(1), changes: { ...entry(1).changes, added } }] })).toMatch(
        /^the history: entries\[0\]\.changes\.added\.told/,
      )
  })

  it('never ends in anything but a history or a RegistryError', () => {
    const damaged = fc.oneof(
      fc.uint8Array(),
      fc.json().map((text) => new TextEncoder().encode(text)),
      fc.jsonValue().map((value) => bytesOf({ ...sound, entries: [value] })),
      fc.jsonValue().map((value) => bytesOf({ ...sound, entries: [{ ...entry(1), changes: value }] })),
    )
    fc.assert(
      fc.property(damaged, (bytes) => {
        try {
          readHistory(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(RegistryError)
        }
      }),
    )
  })
})
