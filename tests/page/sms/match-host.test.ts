/** Host and path patterns of adapters. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isHostPattern, matchesHost, matchesLocation, matchesPath } from '../../../src/page/sms/match-host.ts'

describe('hosts', () => {
  test.each([
    ['i.mi.com', 'i.mi.com', true],
    ['i.mi.com', 'eu.i.mi.com', false],
    ['*.i.mi.com', 'eu.i.mi.com', true],
    ['*.i.mi.com', 'i.mi.com', false],
    ['*.feishu.cn', 'evilfeishu.cn', false],
  ])('%s against %s: %s', (pattern, host, expected) => {
    expect(matchesHost(pattern, host)).toBe(expected)
  })

  test.each(['*', '*.com', 'localhost', 'a.*.com', 'A.example.com', 'a.example.com:8080', ''])(
    '%s is no pattern',
    (pattern) => {
      expect(isHostPattern(pattern)).toBe(false)
    },
  )
})

describe('paths', () => {
  test.each([
    ['/web/conversations/*', '/web/conversations/71', true],
    ['/web/conversations/*', '/web/conversations', false],
    ['/u/*/messages*', '/u/0/messages', true],
    ['/u/*/messages*', '/u/0/calls', false],
    ['/sms', '/sms', true],
    ['/sms', '/sms/h5', false],
    ['/a*a', '/a', false],
    ['/*a*a*', '/a', false],
    ['/*a*a*', '/aba', true],
  ])('%s against %s: %s', (pattern, path, expected) => {
    expect(matchesPath(pattern, path)).toBe(expected)
  })

  test('agrees with the glob written as a regular expression', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '/', '.'), { maxLength: 12 }).map((parts) => `/${parts.join('')}`)
    const pattern = fc
      .array(fc.constantFrom('a', 'b', '/', '.', '*'), { maxLength: 8 })
      .map((parts) => `/${parts.join('')}`)
    fc.assert(
      fc.property(pattern, text, (glob, path) => {
        const expression = new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '.*')}$`)
        expect(matchesPath(glob, path)).toBe(expression.test(path))
      }),
      { numRuns: 2000 },
    )
  })

  test('host and path must both fit', () => {
    const matches = [{ host: 'web.example.com', path: '/k/*' }]
    expect(matchesLocation(matches, { hostname: 'web.example.com', pathname: '/k/' })).toBe(true)
    expect(matchesLocation(matches, { hostname: 'web.example.com', pathname: '/a/' })).toBe(false)
    expect(matchesLocation(matches, { hostname: 'example.com', pathname: '/k/' })).toBe(false)
  })
})
