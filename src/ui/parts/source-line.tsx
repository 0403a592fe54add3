/** Where a claim comes from and of when: a link only to http(s) addresses. */
import type { VNode } from 'preact'
import type { CardKey } from '../../locales/card-words.ts'
import type { Say } from '../../locales/text.ts'
import type { PublishedSource } from '../../registry/schema.ts'

interface SourceLineProps {
  source: PublishedSource | undefined
  /** Date of the content, `YYYY[-MM[-DD]]`. */
  seen: string | undefined
  say: Say<CardKey>
}

export function SourceLine({ source, seen, say }: SourceLineProps): VNode {
  const place = source?.url ? webHost(source.url) : undefined
  return (
    <span class="source">
      <span>{source ? say(`source.${source.kind}`) : say('source.undisclosed')}</span>
      {place && source?.url && (
        <>
          <Gap />
          <a href={source.url} target="_blank" rel="noopener noreferrer" title={say('card.opens')}>
            {place}
          </a>
        </>
      )}
      {source?.repo && (
        <>
          <Gap />
          <span>{repositoryOf(source.repo)}</span>
        </>
      )}
      <Gap />
      <span class="one-piece">{seen ?? source?.seen ?? say('card.undated')}</span>
    </span>
  )
}

/** A point for readers and copies; eyes get the room between two parts, which leaves nothing behind at a line's end. */
function Gap(): VNode {
  return <span class="unseen"> · </span>
}

/** The host of an http(s) address; undefined for anything else, which is then not linked. */
export function webHost(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.host : undefined
}

/** `owner/name` of a repository path such as `owner/name@commit:file`; the link leads to the rest. */
function repositoryOf(path: string): string {
  return path.split(/[@:]/, 1)[0] ?? path
}
