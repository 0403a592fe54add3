import { expect, test } from 'vitest'
import type { PublishedHotline, PublishedInstitution } from '../../src/registry/schema.ts'
import { judgeText, type TextOptions } from '../../src/verdict/judge-text.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { realIndex, realSnapshot } from './real-index.ts'
import { CLOCK } from './tiny-registry.ts'

/** Every record of data/, with every name it bears. */

const { institutions } = realSnapshot
const LOCAL_CODE = /^96\d{3,4}$/

function judge(text: string, mode: TextOptions['mode'] = 'page'): Verdict[] {
  return judgeText(text, { mode }, realIndex, CLOCK)
}

function isPublic({ kind }: PublishedInstitution): boolean {
  return kind === 'authority' || kind === 'public-line'
}

function namesOf(one: PublishedInstitution): string[] {
  const aliases = one.aliases.map(({ text }) => text)
  const products = (one.products ?? []).map(({ name }) => name)
  return [
    ...new Set([
      one.name.zh,
      ...(one.name.en ? [one.name.en] : []),
      ...aliases,
      ...products,
      ...(one.smsSignatures ?? []),
    ]),
  ]
}

function codeFor(one: PublishedInstitution, line: PublishedHotline): string {
  if (line.level !== 'official') return 'unconfirmed'
  return isPublic(one) ? 'public-service' : 'official'
}

/** What was said where something else was due; an emergency number may stay unseen, it is never judged otherwise. */
function ownFaults(
  one: PublishedInstitution,
  line: PublishedHotline,
  text: string,
  mode: TextOptions['mode'],
): string[] {
  const verdict = judge(text, mode).find(({ canonical }) => canonical.endsWith(line.canonical))
  if (!verdict) return /^1[12]\d$/.test(line.canonical) ? [] : [`${text}: not seen`]
  const right = verdict.code === codeFor(one, line) && verdict.institutions.some(({ id }) => id === one.id)
  return right ? [] : [`${text}: ${verdict.code} of ${verdict.institutions.map(({ id }) => id)}`]
}

test('every line beside every name of its owner is its owner’s', () => {
  const faults = institutions.flatMap((one) =>
    one.hotlines.flatMap((line) =>
      namesOf(one).flatMap((name) => [
        ...ownFaults(one, line, `${name}客服热线：${line.number}`, 'page'),
        ...ownFaults(one, line, `【${name}】还款详询${line.number}`, 'sms'),
        ...ownFaults(one, line, `${name} ${line.number}`, 'look-up'),
      ]),
    ),
  )
  expect(faults).toEqual([])
})

/** 网商银行 holds the line of the group that 花呗 and 借呗 belong to; the group is named beside it. */
function sharesLine(a: PublishedInstitution, line: PublishedHotline): boolean {
  return realIndex.linesOf(line.canonical).some(({ institution }) => realIndex.kinship.related(a.id, institution.id))
}

test('every confirmed line beside every other institution’s name is somebody else’s', () => {
  const lines = institutions
    .filter((one) => !isPublic(one))
    .flatMap((one) => one.hotlines.filter(({ level }) => level === 'official').map((line) => ({ owner: one, line })))
  const wrong: string[] = []
  let pairs = 0
  for (const other of institutions) {
    if (isPublic(other)) continue
    const name = other.aliases.find(({ ordinary }) => !ordinary)?.text ?? other.name.zh
    for (const { owner, line } of lines) {
      if (owner === other || sharesLine(other, line)) continue
      pairs++
      const verdict = judge(`${name}客服热线：${line.number}`).find(({ canonical }) =>
        canonical.endsWith(line.canonical),
      )
      // The same local digits may be another bank's elsewhere: nobody is accused with them.
      const due = LOCAL_CODE.test(line.canonical) ? 'unlisted-service' : 'official-other'
      if (verdict?.code !== due) wrong.push(`${name} ${line.number} (${owner.id}): ${verdict?.code}`)
    }
  }
  expect(pairs).toBeGreaterThan(10_000)
  expect(wrong).toEqual([])
})

test('no two institutions bear one name', () => {
  const bearers = new Map<string, Set<string>>()
  for (const one of institutions)
    for (const name of namesOf(one)) bearers.set(name, (bearers.get(name) ?? new Set()).add(one.id))
  expect([...bearers].filter(([, ids]) => ids.size > 1).map(([name, ids]) => `${name}: ${[...ids]}`)).toEqual([])
})
