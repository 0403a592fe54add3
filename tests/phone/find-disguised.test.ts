import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumbers } from '../../src/phone/find.ts'
import { anyNumber, callingHosts, decoyTexts, disguisers, silentHosts, strongNumber } from './generated-numbers.ts'

const pick = fc.nat(100_000)

describe('undressing a number', () => {
  it.each(Object.keys(disguisers))('%s: the number comes out wherever a phone word stands', (name) => {
    const dress = disguisers[name]
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(...callingHosts), pick, (number, host, variant) => {
        const dressed = dress?.(number, variant) ?? ''
        const text = host(dressed)
        const found = findNumbers(text)
        expect(found.map((item) => item.canonical)).toEqual([number.canonical])
        const at = text.indexOf(dressed)
        expect(found[0]?.start).toBeGreaterThanOrEqual(at)
        expect(found[0]?.end).toBeLessThanOrEqual(at + dressed.length)
      }),
      { numRuns: 60 },
    )
  })

  it.each(Object.keys(disguisers).filter((name) => name !== 'filler'))(
    '%s: long numbers need no phone word',
    (name) => {
      const dress = disguisers[name]
      fc.assert(
        fc.property(strongNumber, fc.constantFrom(...silentHosts), pick, (number, host, variant) => {
          expect(findNumbers(host(dress?.(number, variant) ?? '')).map((item) => item.canonical)).toEqual([
            number.canonical,
          ])
        }),
        { numRuns: 40 },
      )
    },
  )
})

it.each(decoyTexts.map((make) => [make(1234567), make] as const))('finds nothing in texts like %s', (_, make) => {
  fc.assert(
    fc.property(fc.nat(2_000_000_000), (seed) => {
      expect(findNumbers(make(seed))).toEqual([])
    }),
    { numRuns: 60 },
  )
})
