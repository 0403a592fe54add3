/** What the “why?” panel shows stays right: the rule of the code, the line and its source, the version of the list. */
import { expect, test } from 'vitest'
import type { RuleName, Verdict, VerdictCode } from '../../src/verdict/verdict.ts'
import { allCases } from './cases/all-cases.ts'
import { judgeCase } from './cases/judge-case.ts'
import { realIndex } from './real-index.ts'

const RULES: Record<VerdictCode, RuleName[]> = {
  official: ['exact-line'],
  'official-other': ['other-owner'],
  lookalike: ['one-digit-apart', 'glued-digits'],
  malformed: ['dressed-up-code'],
  retired: ['line-ended'],
  reported: ['notice'],
  unconfirmed: ['below-bar'],
  'unlisted-service': ['lending-context', 'local-code-elsewhere'],
  'public-service': ['public-line'],
  'sender-id': ['sender-port'],
  ordinary: ['no-lending-context', 'foreign-unreadable'],
  'not-phone': ['not-a-number'],
  'unknown-brand': ['brand-without-record'],
  'cannot-check': ['registry-unusable'],
}

/** Codes that say something about a listed line. */
const WITH_LINE: ReadonlySet<VerdictCode> = new Set<VerdictCode>([
  'official',
  'official-other',
  'lookalike',
  'malformed',
  'retired',
  'unconfirmed',
])

const judged = allCases.flatMap((one) => judgeCase(one).map((verdict) => ({ one, verdict })))

function lineFault({ code, line, institutions, compare, canonical }: Verdict): string | undefined {
  if (!WITH_LINE.has(code)) return undefined
  if (!line) return 'no line'
  if (!institutions.some(({ id }) => id === line.institution)) return `the line of ${line.institution}`
  const meant = compare?.canonical ?? canonical
  // A short code is one line with and without its area code.
  if (!meant.endsWith(line.canonical) && !line.canonical.endsWith(meant)) return `the line ${line.canonical}`
  if (code !== 'unconfirmed' && code !== 'lookalike' && !line.source) return 'no source'
  return undefined
}

test('the rule is one of its code’s, and every rule is met', () => {
  for (const { one, verdict } of judged) expect(RULES[verdict.code], one.why).toContain(verdict.rule)
  // Unreadable foreign numbers never come as far as here: they are told by the passages of a page.
  const due = Object.values(RULES)
    .flat()
    .filter((rule) => rule !== 'foreign-unreadable')
  expect(new Set(judged.map(({ verdict }) => verdict.rule))).toEqual(new Set(due))
})

test('what is said of a listed line shows that line, its owner and its source', () => {
  const faults = judged.flatMap(({ one, verdict }) => {
    const fault = lineFault(verdict)
    return fault ? [`${one.why}: ${fault}`] : []
  })
  expect(faults).toEqual([])
})

test('a look-alike shows the source and the date of the number it is compared with', () => {
  const alike = judged.filter(({ one, verdict }) => verdict.code === 'lookalike' && one.registry === undefined)
  expect(alike.length).toBeGreaterThan(10)
  for (const { verdict } of alike) {
    const listed = realIndex.linesOf(verdict.compare?.canonical ?? '').map(({ hotline }) => hotline)
    expect(
      listed.some(({ number, sources, seen }) => {
        return verdict.line?.number === number && verdict.line.source === sources[0] && verdict.line.seen === seen
      }),
    ).toBe(true)
  }
})

test('the version and the age of the list stand in every verdict', () => {
  for (const { one, verdict } of judged) {
    if (one.registry === 'none') continue
    expect(verdict.registry.seq).toBeGreaterThan(0)
    expect(verdict.registry.ageDays).toBe(Math.max(0, one.days ?? 0))
  }
})
