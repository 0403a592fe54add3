import { describe, expect, test } from 'vitest'
import { buildRegistryIndex } from '../../src/registry/registry-index.ts'
import type { PublishedHotline } from '../../src/registry/schema.ts'
import { describeLine, findLineToCall } from '../../src/verdict/call-instead.ts'
import { institution, line, tinySnapshot } from './tiny-registry.ts'

const TODAY = '2026-11-21'

/** The number to call instead of those of `own`; the group lists `group`. */
function callInstead(own: PublishedHotline[], group: PublishedHotline[] = []): string | undefined {
  const institutions = [
    institution('child', '甲消费金融', { parent: 'group', hotlines: own }),
    institution('group', '甲集团', { hotlines: group }),
  ]
  return findLineToCall(['child'], buildRegistryIndex(tinySnapshot({ institutions })), TODAY)?.canonical
}

describe('findLineToCall', () => {
  test.each([
    ['unconfirmed', { level: 'unconfirmed' }],
    ['only calling out', { direction: 'out' }],
    ['ended', { validTo: '2026-10' }],
    ['not yet begun', { validFrom: '2026-12' }],
  ] as const)('never gives a line that is %s, be it the only one', (_, change) => {
    expect(callInstead([line('95588', change)])).toBeUndefined()
    expect(callInstead([line('95588', change)], [line('95599')])).toBe('95599')
    expect(callInstead([], [line('95588', change)])).toBeUndefined()
  })

  test('puts the own line before that of the group, and the first of equals first', () => {
    expect(callInstead([line('95588'), line('95566')], [line('95599')])).toBe('95588')
  })

  test('puts a national line before a local code', () => {
    expect(callInstead([line('96288'), line('4008205555', { purpose: 'vip' })])).toBe('4008205555')
  })

  test('has nothing where nobody is meant or known', () => {
    const index = buildRegistryIndex(tinySnapshot())
    expect(findLineToCall([], index, TODAY)).toBeUndefined()
    expect(findLineToCall(['nobody'], index, TODAY)).toBeUndefined()
  })
})

test('describeLine: what a line does not have is left out, not undefined', () => {
  const bare = { ...line('95588', { sources: [] }) }
  delete bare.seen
  const described = { institution: 'a', number: '95588', canonical: '95588', purpose: 'general', label: bare.label }
  expect(describeLine({ institution: institution('a', '甲银行'), hotline: bare })).toStrictEqual(described)
  const more = { seen: '2026-05', successor: '95599', validTo: '2026-12' }
  const whole = line('95588', more)
  expect(describeLine({ institution: institution('a', '甲银行'), hotline: whole })).toStrictEqual({
    ...described,
    ...more,
    source: whole.sources[0],
  })
})
