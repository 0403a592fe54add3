/** A number that several claim: the same note whether the blocks came in one batch or one after the other. */
import { afterEach, expect, test } from 'vitest'
import type { Passage } from '../../src/verdict/passage.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { judge, type RunningSession, runSession, showPage } from '../support/page-session.ts'

const codes = { '4001234321': 'unlisted-service', '4008205555': 'unlisted-service' } as const
const banks: Record<string, string> = { 甲银行: 'a-bank', 乙消金: 'b-finance', 甲小贷: 'a-loans' }

let page: HTMLElement
let session: RunningSession
let asked: string[][]

afterEach(() => {
  session.stop()
  page.remove()
})

/** Whom a block names speaks; institutions of the same letter are kin. */
function judgeClaims(passage: Passage): Verdict[] {
  const speaker = Object.entries(banks).find(([name]) => passage.text.includes(name))?.[1]
  return judge(passage, codes).map((verdict) => ({ ...verdict, ...(speaker !== undefined && { speaker }) }))
}

async function open(html: string): Promise<void> {
  page = showPage(html)
  asked = []
  session = runSession(codes, {
    check: async (_, passages) => passages.map(judgeClaims),
    areUnrelated: async (ids) => {
      asked.push(ids)
      return new Set(ids.map((id) => id[0])).size > 1
    },
  })
  await session.rest()
}

function add(words: string): HTMLElement {
  const block = document.createElement('p')
  block.textContent = words
  page.append(block)
  return block
}

const noted = () =>
  session
    .pageMarks()
    .marks.map(({ text, verdict }) => `${text} ${(verdict.signals ?? []).includes('claimed-by-several')}`)

const one = '甲银行客服电话 400-123-4321'
const other = '乙消金客服电话 400-123-4321'
const third = '贷款客服 400-123-4321'

test('in one batch, and block after block in any order, the note is the same', async () => {
  await open(`<p>${one}</p><p>${other}</p><p>${third}</p>`)
  await expect.poll(noted).toEqual(Array(3).fill('400-123-4321 true'))
  session.stop()
  page.remove()
  for (const order of [
    [one, other, third],
    [third, other, one],
    [other, third, one],
  ]) {
    await open('')
    for (const words of order) {
      add(words)
      await session.rest()
    }
    await expect.poll(noted).toEqual(Array(3).fill('400-123-4321 true'))
    session.stop()
    page.remove()
  }
  await open('')
})

test('institutions of one house are no two claims, and one alone is none', async () => {
  await open(`<p>${one}</p>`)
  add('甲小贷客服电话 400-123-4321')
  await expect.poll(() => asked).toEqual([['a-bank', 'a-loans']])
  await session.rest()
  expect(noted()).toEqual(['400-123-4321 false', '400-123-4321 false'])
})

test('the note goes with the text that made it, and other numbers have none', async () => {
  await open(`<p>${one}</p><p>乙消金客服电话 400-820-5555</p>`)
  const late = add(other)
  await expect.poll(noted).toEqual(['400-123-4321 true', '400-820-5555 false', '400-123-4321 true'])
  late.remove()
  await expect.poll(noted).toEqual(['400-123-4321 false', '400-820-5555 false'])
  expect(asked).toEqual([['a-bank', 'b-finance']])
})
