/** The published warning that a verdict quotes: authority and date, linked where its address can be opened. */
import type { VNode } from 'preact'
import type { Verdict } from '../../verdict/verdict.ts'
import { webHost } from '../parts/source-line.tsx'
import { RecordText } from '../parts/words.tsx'

export function NoticeLine({ notice }: { notice: NonNullable<Verdict['notice']> }): VNode {
  const words = (
    <>
      <RecordText>{notice.authority}</RecordText> · <span class="one-piece">{notice.date}</span>
    </>
  )
  if (!webHost(notice.url)) return words
  return (
    <a href={notice.url} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  )
}
