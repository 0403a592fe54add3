import { describe, expect, it } from 'vitest'
import { compareDoms, extraRequests } from '../../src/cli/inspect-page.ts'

describe('compareDoms', () => {
  it('is true for a state that a control run passed through', () => {
    expect(compareDoms('b', new Set(['a', 'b']), new Set(['a', 'b', 'c']))).toBe(true)
    expect(compareDoms('c', new Set(['a', 'b']), new Set(['b', 'c']))).toBe(true)
  })

  it('is false for a state that none passed through', () => {
    expect(compareDoms('x', new Set(['a']), new Set(['a']))).toBe(false)
  })

  it('is null when the control runs have nothing in common, even if one equals', () => {
    expect(compareDoms('x', new Set(['a']), new Set(['b']))).toBeNull()
    expect(compareDoms('a', new Set(['a']), new Set(['b']))).toBeNull()
  })
})

describe('extraRequests', () => {
  it('gives what is asked for only with the extension', () => {
    expect(extraRequests(['/a', '/x', '/b'], ['/a', '/b'], ['/b', '/a'])).toEqual(['/x'])
    expect(extraRequests(['/a'], ['/a', '/b'], ['/a', '/b'])).toEqual([])
  })

  it('says nothing of a page whose control runs ask for different things', () => {
    expect(extraRequests(['/a?3'], ['/a?1'], ['/a?2'])).toEqual([])
  })
})
