/** Which sources a published line shows: what a reader can open, best first. */
import type { Evidence } from '../registry/institution-record.ts'
import type { PublishedSource } from '../registry/schema.ts'
import { isCitable } from './evidence-bar.ts'

const SHOWN = 3

const RANK = { primary: 0, regulator: 1, secondary: 2 } as const

/** At most three; sources that never count only when nothing better is there. */
export function publishedSources(evidence: Evidence[]): PublishedSource[] {
  const citable = evidence.filter(isCitable)
  const counting = citable.filter((item) => item.counts !== false)
  const shown = counting.length > 0 ? counting : citable
  const byGroup = new Map<string, Evidence>()
  for (const item of [...shown].sort(bestFirst)) if (!byGroup.has(item.group)) byGroup.set(item.group, item)
  return [...byGroup.values()].slice(0, SHOWN).map(publishedSource)
}

export function publishedSource(item: Evidence): PublishedSource {
  const seen = item.seen === undefined ? {} : { seen: item.seen }
  if ('url' in item.source) return { kind: item.kind, url: item.source.url, ...seen }
  if ('repo' in item.source) {
    const url = repositoryAddress(item.source.repo)
    return { kind: item.kind, ...(url === undefined ? {} : { url }), repo: item.source.repo, ...seen }
  }
  return { kind: item.kind, ...seen }
}

/** `owner/name@commit:path` as an address on GitHub. */
export function repositoryAddress(repo: string): string | undefined {
  const parts = /^([^@:]+)(?:@([0-9a-f]+))?(?::(.+))?$/.exec(repo)
  if (!parts) return undefined
  const [, name, commit, path] = parts
  const base = `https://github.com/${name}`
  if (commit === undefined) return base
  if (path === undefined) return `${base}/commit/${commit}`
  return `${base}/blob/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`
}

function bestFirst(a: Evidence, b: Evidence): number {
  return (
    RANK[a.kind] - RANK[b.kind] ||
    (b.seen ?? '').localeCompare(a.seen ?? '', 'en') ||
    a.group.localeCompare(b.group, 'en')
  )
}
