import { describe, expect, test } from 'vitest'
import { buildSnapshot } from '../../src/publish/build-snapshot.ts'
import { buildRegistryIndex } from '../../src/registry/registry-index.ts'
import { findInstitutions } from '../../src/verdict/find-institution.ts'
import { nameQueries } from './name-queries.ts'

const snapshot = buildSnapshot('data', { seq: 1, builtAt: '2026-11-21T00:00:00.000Z', channel: 'development' })
const index = buildRegistryIndex(snapshot)
const rows = Object.entries(nameQueries).flatMap(([id, queries]) => queries.map((query) => ({ id, query })))

describe('look-up by name', () => {
  test('at least 200 queries, and the right institution first for 95 % of them', () => {
    expect(rows.length).toBeGreaterThanOrEqual(200)
    const missed = rows.filter(({ id, query }) => findInstitutions(query, index)[0]?.institution.id !== id)
    expect(missed.length / rows.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.05)
  })

  test('every institution of the queries exists', () => {
    expect(Object.keys(nameQueries).filter((id) => !index.institutions.has(id))).toEqual([])
  })

  test('words that name no lender find none', () => {
    for (const query of ['今天天气', 'qwertyuiop', '??', '', ' ', '客服电话是多少', '\n\n', '9'.repeat(500)])
      expect(findInstitutions(query, index), query).toEqual([])
  })
})
