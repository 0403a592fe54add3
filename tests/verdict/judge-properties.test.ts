import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildRegistryIndex, type RegistryIndex } from '../../src/registry/registry-index.ts'
import type { PublishedInstitution } from '../../src/registry/schema.ts'
import { judgeText, type TextOptions } from '../../src/verdict/judge-text.ts'
import type { Verdict, VerdictCode } from '../../src/verdict/verdict.ts'
import { block, LOCAL_CODE, registry, smallTalk } from './random-registry.ts'
import { realIndex } from './real-index.ts'
import { CLOCK, tinySnapshot } from './tiny-registry.ts'

const TODAY = '2026-11-21'
const mode = fc.constantFrom<TextOptions['mode']>('look-up', 'page', 'sms')

function indexOf(institutions: PublishedInstitution[]): RegistryIndex {
  return buildRegistryIndex(tinySnapshot({ institutions, reported: [] }))
}

function judge(text: string, how: TextOptions['mode'], index: RegistryIndex | null): Verdict[] {
  return judgeText(text, { mode: how }, index, CLOCK)
}

/** One family (a common parent) or a line in common: no strangers. */
function related(a: PublishedInstitution, b: PublishedInstitution): boolean {
  const root = (one: PublishedInstitution) => one.parent ?? one.id
  const lines = new Set(a.hotlines.map((line) => line.canonical).filter((digits) => digits !== LOCAL_CODE))
  return root(a) === root(b) || b.hotlines.some((line) => lines.has(line.canonical))
}

/** The matching rules told again in the plainest way, without the judge's index. */
function isOfficialLineOf(one: PublishedInstitution, canonical: string, named: PublishedInstitution[]): boolean {
  const area = /^0(?:10|2\d)(?=9)/.exec(canonical)?.[0] ?? ''
  const code = canonical.slice(area.length)
  return one.hotlines.some((line) => {
    if (line.level !== 'official' || (line.validTo !== undefined && line.validTo < TODAY)) return false
    if (line.canonical !== canonical && line.canonical !== code) return false
    if (code !== LOCAL_CODE) return true
    return area === '' ? named.some((other) => related(one, other)) : (line.areaCodes ?? []).includes(area)
  })
}

describe('for any registry and text', () => {
  test('official is a line in force of every owner, and the only institution named is no stranger to it', () => {
    fc.assert(
      fc.property(registry, block, mode, (institutions, text, how) => {
        const named = institutions.filter((one) => text.includes(one.name.zh))
        for (const verdict of judge(text, how, indexOf(institutions))) {
          if (verdict.code !== 'official') continue
          const owners = institutions.filter((one) => verdict.institutions.some(({ id }) => id === one.id))
          expect(owners.length).toBeGreaterThan(0)
          for (const owner of owners) expect(isOfficialLineOf(owner, verdict.canonical, named)).toBe(true)
          const [only, ...others] = named
          if (only && others.length === 0) expect(owners.some((owner) => related(owner, only))).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('an accusation has a name to stand on: official-other and lookalike only beside an institution named', () => {
    fc.assert(
      fc.property(registry, block, mode, (institutions, text, how) => {
        const strangers = institutions.filter((one) => text.includes(one.name.zh))
        const named = strangers.map(({ id }) => id)
        for (const verdict of judge(text, how, indexOf(institutions))) {
          if (verdict.code === 'reported') expect.fail('nothing was reported')
          if (verdict.code === 'lookalike') expect(named).toContain(verdict.institutions[0]?.id)
          if (verdict.code !== 'official-other') continue
          expect(named.length).toBeGreaterThan(0)
          const owners = institutions.filter((one) => verdict.institutions.some(({ id }) => id === one.id))
          for (const owner of owners) expect(strangers.some((one) => related(one, owner))).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('talk without names turns nothing official, before it or behind it', () => {
    fc.assert(
      fc.property(registry, block, smallTalk, smallTalk, mode, (institutions, text, before, behind, how) => {
        const index = indexOf(institutions)
        const places = new Map(judge(text, how, index).map((one) => [one.start + before.length + 1, one]))
        for (const later of judge(`${before}\n${text}\n${behind}`, how, index)) {
          const earlier = places.get(later.start)
          if (earlier?.raw === later.raw && earlier.code !== 'official') expect(later.code).not.toBe('official')
        }
      }),
      { numRuns: 500 },
    )
  })

  test('the order of blocks changes no verdict but the context ones', () => {
    const shuffled = fc
      .array(block, { minLength: 2, maxLength: 5 })
      .chain((blocks) => fc.tuple(fc.constant(blocks), fc.shuffledSubarray(blocks, { minLength: blocks.length })))
    fc.assert(
      fc.property(registry, shuffled, (institutions, [blocks, others]) => {
        const index = indexOf(institutions)
        expect(essence(others, index)).toEqual(essence(blocks, index))
      }),
      { numRuns: 300 },
    )
  })

  test('total on any UTF-16, lone surrogates and all', () => {
    const wild = fc
      .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x30, max: 0x39 })), {
        maxLength: 60,
        size: 'max',
      })
      .map((units) => String.fromCharCode(...units))
    fc.assert(
      fc.property(wild, wild, wild, mode, fc.double(), (body, sender, title, how, now) => {
        const text = `${body}95588${body}【${sender}】400${title}`
        for (const index of [realIndex, null]) {
          const verdicts = judgeText(text, { mode: how, sender, title, url: `https://${title}` }, index, {
            ...CLOCK,
            now,
          })
          for (const verdict of verdicts) expect(text.slice(verdict.start, verdict.end)).toBe(verdict.raw)
        }
      }),
    )
  })
})

/** Neighbouring blocks lend context, which decides between these two only. */
const BY_CONTEXT: ReadonlySet<VerdictCode> = new Set<VerdictCode>(['ordinary', 'unlisted-service'])

function essence(blocks: readonly string[], index: RegistryIndex): string[] {
  return judge(blocks.join('\n\n'), 'page', index)
    .map(({ raw, code, institutions, claimed }) =>
      JSON.stringify([raw, BY_CONTEXT.has(code) ? 'by context' : code, institutions, claimed]),
    )
    .sort()
}
