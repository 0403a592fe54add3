import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backgroundBodyProblem as bodyProblem, limits, pageBodyProblem } from '../src/message-bodies.ts'

const found = { start: 3, end: 8, raw: '95588', canonical: '95588', kind: 'short-code', disguise: [] }
const passage = { text: '请致电95588', found: [found] }
const check = (change: object) => bodyProblem('check', { place: { mode: 'page' }, passages: [passage], ...change })

describe('bodies of messages to the background', () => {
  test('accepts the shapes of the protocol', () => {
    expect(check({})).toBeUndefined()
    expect(bodyProblem('lookUp', { text: '95588' })).toBeUndefined()
    expect(bodyProblem('pageSummary', { flagged: 1, marked: 2, spoofed: false, fresh: true })).toBeUndefined()
    expect(bodyProblem('paintMarks', { prefix: 'abcdefgh' })).toBeUndefined()
    expect(bodyProblem('mute', { canonical: '95588' })).toBeUndefined()
    expect(bodyProblem('institutions', { query: '微粒贷' })).toBeUndefined()
    expect(bodyProblem('institutions', { ids: ['webank'] })).toBeUndefined()
    expect(bodyProblem('registryStatus', null)).toBeUndefined()
  })

  test.each([
    [{ place: { mode: 'look-up' } }, 'place.mode'],
    [{ place: { mode: 'page', title: 1 } }, 'place.title'],
    [{ place: { mode: 'page', url: 'x'.repeat(limits.short + 1) } }, 'place.url'],
    [{ passages: 'x' }, 'passages'],
    [{ passages: new Array(limits.passages + 1).fill(passage) }, 'passages'],
    [{ passages: [{ ...passage, text: 'x'.repeat(limits.passage + 1) }] }, 'passages[0].text'],
    [{ passages: [passage, { ...passage, found: [{ ...found, raw: '95599' }] }] }, 'passages[1].found[0]'],
    [{ passages: [{ ...passage, found: [{ ...found, kind: 'hotline' }] }] }, 'passages[0].found[0]'],
    [{ passages: [{ ...passage, found: [{ ...found, canonical: '__proto__' }] }] }, 'passages[0].found[0]'],
    [{ passages: [{ ...passage, sender: {} }] }, 'passages[0].sender'],
    [{ passages: [{ ...passage, around: 'x'.repeat(limits.passage + 1) }] }, 'passages[0].around'],
    [{ passages: [{ ...passage, found: new Array(limits.numbers + 1).fill(found) }] }, 'passages[0].found'],
    [{ passages: new Array(11).fill({ ...passage, found: new Array(100).fill(found) }) }, 'too many numbers'],
  ])('names the field of %o', (change, field) => {
    expect(check(change)).toBe(field)
  })

  test('refuses rules that are not a plain prefix', () => {
    expect(bodyProblem('paintMarks', { prefix: 'a){}body{display:none' })).toBe('prefix')
  })

  test('takes a mute of one number or of one site, never both and nothing else', () => {
    for (const body of [{ canonical: '+85229042977' }, { host: 'a.cn' }, { host: '' }])
      expect(bodyProblem('mute', body)).toBeUndefined()
    for (const body of [null, {}, { canonical: '' }, { canonical: 'x'.repeat(30) }, { canonical: ['95588'] }])
      expect(bodyProblem('mute', body)).toBe('canonical or host')
    for (const body of [{ canonical: 5, host: 'a.cn' }, { canonical: '95588', host: 'a.cn' }, { host: 7 }])
      expect(bodyProblem('mute', body)).toBe('canonical or host')
  })

  test('refuses look-ups by name or id that are too large or of another shape', () => {
    expect(bodyProblem('institutions', {})).toBe('query or ids')
    expect(bodyProblem('institutions', { query: 'x'.repeat(limits.short + 1) })).toBe('query or ids')
    expect(bodyProblem('institutions', { ids: new Array(limits.ids + 1).fill('webank') })).toBe('query or ids')
    expect(bodyProblem('institutions', { ids: [1] })).toBe('query or ids')
  })

  test('never throws on anything structured clone can carry', () => {
    fc.assert(
      fc.property(fc.constantFrom('check', 'lookUp', 'mute', 'toString', '__proto__'), fc.anything(), (name, body) => {
        const problem = bodyProblem(name, body)
        expect(problem === undefined || typeof problem === 'string').toBe(true)
      }),
    )
  })
})

describe('bodies of messages to a page', () => {
  test('a mark is named by its number and by how it was reached', () => {
    expect(pageBodyProblem('revealMark', { id: 3, byKeyboard: true })).toBeUndefined()
    expect(pageBodyProblem('revealMark', { id: '3', byKeyboard: true })).toBe('id')
    expect(pageBodyProblem('revealMark', { id: 3 })).toBe('byKeyboard')
    expect(pageBodyProblem('pageMarks', null)).toBeUndefined()
  })

  test('neither side takes the messages of the other', () => {
    expect(pageBodyProblem('check', { place: { mode: 'page' }, passages: [] })).toBe('unknown message')
    expect(bodyProblem('revealMark', { id: 3, byKeyboard: true })).toBe('unknown message')
    for (const problem of [bodyProblem, pageBodyProblem]) expect(problem('toString', null)).toBe('unknown message')
  })
})
