import { expect, test } from 'vitest'
import { judgeText } from '../../src/verdict/judge-text.ts'
import { LOOKALIKE_LIMITS, lookalikeRates, oneDigitChanges } from '../../src/verdict/look-alike-rates.ts'
import { realIndex, realSnapshot } from './real-index.ts'
import { CLOCK, institution, line, tinySnapshot } from './tiny-registry.ts'

test('the real registry keeps both limits', () => {
  const { leaveOneOut, mutations } = lookalikeRates(realSnapshot)
  expect(leaveOneOut.tried).toBeGreaterThan(100)
  expect(leaveOneOut.rate).toBeLessThanOrEqual(LOOKALIKE_LIMITS.leaveOneOut)
  expect(mutations.rate).toBeGreaterThanOrEqual(LOOKALIKE_LIMITS.mutations)
})

test('the rates are what the judge does: changed digits beside the owner’s full name', () => {
  let tried = 0
  let caught = 0
  for (const one of realSnapshot.institutions)
    for (const hotline of one.hotlines) {
      if (!/^400\d{7}$/.test(hotline.canonical)) continue
      const changed = oneDigitChanges(hotline.canonical)[(tried * 11) % 63] ?? ''
      if (realIndex.linesOf(changed).length > 0) continue
      const [verdict] = judgeText(`${one.name.zh}客服电话：${changed}`, { mode: 'page' }, realIndex, CLOCK)
      tried++
      if (verdict?.code === 'lookalike') caught++
      else expect(verdict?.code).toBe('unlisted-service')
    }
  expect(tried).toBeGreaterThan(100)
  expect(caught / tried).toBeGreaterThanOrEqual(LOOKALIKE_LIMITS.mutations)
})

test('two numbers one digit apart accuse each other when one is left out; far ones do not', () => {
  const near = {
    ...tinySnapshot(),
    institutions: [institution('a', '甲银行', { hotlines: [line('4008205000'), line('4008205001')] })],
  }
  expect(lookalikeRates(near).leaveOneOut).toEqual({ tried: 2, hit: 2, rate: 1 })
  const far = {
    ...tinySnapshot(),
    institutions: [institution('a', '甲银行', { hotlines: [line('4008205000'), line('4009999111')] })],
  }
  expect(lookalikeRates(far).leaveOneOut).toEqual({ tried: 2, hit: 0, rate: 0 })
  expect(lookalikeRates(far).mutations).toEqual({ tried: 126, hit: 126, rate: 1 })
})

test('`dense` switches the rule off', () => {
  const dense = {
    ...tinySnapshot(),
    institutions: [institution('a', '甲银行', { dense: true, hotlines: [line('4008205000')] })],
  }
  expect(lookalikeRates(dense).mutations).toEqual({ tried: 63, hit: 0, rate: 0 })
})
