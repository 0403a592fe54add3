import { describe, expect, it } from 'vitest'
import { buildSnapshot } from '../../src/publish/build-snapshot.ts'
import { buildRegistryIndex } from '../../src/registry/registry-index.ts'
import { judgeText } from '../../src/verdict/judge-text.ts'

const builtAt = '2026-11-21T00:00:00.000Z'
const index = buildRegistryIndex(buildSnapshot('data', { seq: 1, builtAt, channel: 'development' }))
const now = Date.parse(builtAt)
const clock = { now, provenAt: now, builtAt: now }
const codes = (text: string, registry: typeof index | null = index) =>
  judgeText(text, { mode: 'page' }, registry, clock).map(({ canonical, code }) => `${canonical} ${code}`)

describe('a bare 95 code on a page', () => {
  it('is a number beside the name of its owner', () => {
    expect(codes('中国平安 95511')).toEqual(['95511 official'])
    expect(codes('花呗 95188')).toEqual(['95188 official'])
    expect(codes('招行95555')).toEqual(['95555 official'])
  })

  it('is nothing beside another name, or none: it accuses nobody', () => {
    expect(codes('中国平安 95599')).toEqual([])
    expect(codes('今天走了 95511 步')).toEqual([])
    expect(codes('花呗 95599')).toEqual([])
  })

  it('is nothing without a registry', () => {
    expect(codes('中国平安 95511', null)).toEqual([])
  })
})
