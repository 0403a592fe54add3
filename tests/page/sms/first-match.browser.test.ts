import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import packaged from '../../../data/sms-views.json' with { type: 'json' }
import { unionOf } from '../../../src/page/sms/first-match.ts'
import { chooseAdapters } from '../../../src/page/sms/packaged-adapters.ts'
import { selectorTester } from '../../../src/page/sms/read-adapters.ts'

const trySelector = selectorTester(document)

const page = document.implementation.createHTMLDocument('')
for (const [name, x] of [
  ['a', 'a'],
  ['b', ''],
  ['p', 'a,b'],
]) {
  const outer = page.body.appendChild(page.createElement(name ?? ''))
  outer.setAttribute('x', x ?? '')
  for (const inner of ['a', 'b', 'p']) outer.appendChild(page.createElement(inner)).className = 'x'
}
const matchesOf = (selector: string) => [...page.querySelectorAll(selector)]

describe('a selector of an adapter', () => {
  it.each([
    'a:not(b',
    'a:not(:is(b',
    'a:is(b',
    'a:has(b',
    '[x',
    '[x="a',
    "[x='a",
    '[x="a"',
    'a:not([x',
    'a/*',
    'a\\',
    'a:is({',
  ])('%s leaves something open: it is refused, for it would swallow what it is joined with', (selector) =>
    expect(trySelector(selector)).toBe(false),
  )

  it.each(['a', 'p:not(.x)', 'a:has(> b)', '[x="("]', '[x=")]"]', 'a/* ( */', 'a\\(', ' a , b ', 'a:not(b, p)'])(
    '%s is closed',
    (selector) => expect(trySelector(selector)).not.toBe(false),
  )

  it('none of the package is refused', () => {
    expect(packaged.adapters.length).toBeGreaterThan(3)
    expect(chooseAdapters(undefined, trySelector).refusals).toEqual([])
  })
})

describe('unionOf', () => {
  it('is nothing for nothing', () => expect(unionOf([])).toBeUndefined())

  it('matches what its parts match, neither less nor more, and never throws', () => {
    const token = fc.constantFrom(
      ...['a', 'b', 'p', '*', '.x', '[x', '[x="', 'a"', ']', ':not(', ':is(', ':has(', '(', ')', '{', '}'],
      ...[',', ' ', '> ', '~ ', '\\', '/*', '*/', "'"],
    )
    const selector = fc.array(token, { minLength: 1, maxLength: 7 }).map((tokens) => tokens.join(''))
    const usable = selector.filter((text) => trySelector(text) !== false)
    fc.assert(
      fc.property(fc.array(usable, { minLength: 2, maxLength: 4 }), (selectors) => {
        const together = new Set(matchesOf(unionOf(selectors) ?? ''))
        expect(together).toEqual(new Set(selectors.flatMap(matchesOf)))
      }),
      { numRuns: 300 },
    )
  })
})
