import { describe, expect, it } from 'vitest'
import { publishedSources, repositoryAddress } from '../../src/publish/published-source.ts'
import { sampleEvidence } from './sample-records.ts'

describe('publishedSources', () => {
  it('shows the best of each group first, at most three, and nothing that no reader can open', () => {
    const secondary = (group: string, seen: string) =>
      sampleEvidence({ kind: 'secondary', source: { url: `https://${group}.example/` }, group, seen })
    const shown = publishedSources([
      secondary('a', '2024'),
      secondary('a', '2025'),
      secondary('b', '2023'),
      secondary('c', '2022'),
      sampleEvidence({ kind: 'secondary', source: { undisclosed: 'a list' }, group: 'd' }),
      sampleEvidence(),
    ])
    expect(shown.map(({ url, seen }) => `${url} ${seen}`)).toEqual([
      'https://www.sample-bank.cn/contact 2026-03-01',
      'https://a.example/ 2025',
      'https://b.example/ 2023',
    ])
  })

  it('falls back on what does not count', () => {
    const spoilt = sampleEvidence({ counts: false })
    expect(publishedSources([spoilt])).toHaveLength(1)
    expect(publishedSources([spoilt, sampleEvidence({ source: { repo: 'a/b' }, seen: '2020', group: 'b' })])).toEqual([
      { kind: 'primary', url: 'https://github.com/a/b', repo: 'a/b', seen: '2020' },
    ])
  })
})

it('turns a repository into an address', () => {
  expect(['a/b', 'a/b@0123456', 'a/b@0123456:数据/名 单.csv'].map(repositoryAddress)).toEqual([
    'https://github.com/a/b',
    'https://github.com/a/b/commit/0123456',
    'https://github.com/a/b/blob/0123456/%E6%95%B0%E6%8D%AE/%E5%90%8D%20%E5%8D%95.csv',
  ])
})
