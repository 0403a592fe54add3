import { expect, test } from 'vitest'
import { LEAVE_ONE_OUT_LIMIT, lookAlikeRates } from '../../src/publish/look-alike-rates.ts'
import { judgeText } from '../../src/verdict/judge-text.ts'
import { realIndex, realSnapshot } from '../verdict/real-index.ts'
import { CLOCK, institution, line, tinySnapshot } from '../verdict/tiny-registry.ts'

/** Share of one-digit changes that must be called similar beside the owner's name. */
const CAUGHT_FROM = 0.8

function ratesOf(...institutions: Parameters<typeof institution>[]) {
  return lookAlikeRates({ ...tinySnapshot(), institutions: institutions.map((one) => institution(...one)) })
}

test('the real registry keeps both limits', () => {
  const rates = lookAlikeRates(realSnapshot)
  expect(rates.lines).toBeGreaterThan(100)
  expect(rates.leaveOneOut).toBeLessThanOrEqual(LEAVE_ONE_OUT_LIMIT)
  expect(rates.mutationsCaught).toBeGreaterThanOrEqual(CAUGHT_FROM)
})

test('the rates are what the judge does: changed digits beside the owner’s full name', () => {
  let tried = 0
  let caught = 0
  for (const one of realSnapshot.institutions)
    for (const { canonical } of one.hotlines) {
      if (!/^400\d{7}$/.test(canonical)) continue
      const at = 3 + (tried % 7)
      const digit = (Number(canonical[at]) + 1 + (tried % 9)) % 10
      const changed = `${canonical.slice(0, at)}${digit}${canonical.slice(at + 1)}`
      if (realIndex.linesOf(changed).length > 0) continue
      const [verdict] = judgeText(`${one.name.zh}客服电话：${changed}`, { mode: 'page' }, realIndex, CLOCK)
      tried++
      if (verdict?.code === 'lookalike') caught++
      else expect([one.id, changed, verdict?.code]).toEqual([one.id, changed, 'unlisted-service'])
    }
  expect(tried).toBeGreaterThan(100)
  expect(caught / tried).toBeGreaterThanOrEqual(CAUGHT_FROM)
})

test('two numbers one digit apart accuse each other when one is left out; far ones do not', () => {
  const near = ratesOf(['a', '甲银行', { hotlines: [line('4008205000'), line('4008205001')] }])
  expect(near).toMatchObject({ lines: 2, leaveOneOut: 1, worst: [{ institution: 'a', lines: 2, similar: 2 }] })
  const far = ratesOf(['a', '甲银行', { hotlines: [line('4008205000'), line('4009999111')] }])
  expect(far).toMatchObject({ lines: 2, leaveOneOut: 0, mutationsCaught: 1, worst: [] })
})

test('`dense` switches the rule off', () => {
  expect(ratesOf(['a', '甲银行', { dense: true, hotlines: [line('4008205000')] }]).mutationsCaught).toBe(0)
})
