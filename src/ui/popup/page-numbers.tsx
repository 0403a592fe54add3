/** This page's numbers as buttons: the way to them for keyboards and screen readers, and the authority over painted ticks. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import type { PageMark } from '../../protocol.ts'
import { VerdictRow } from '../card/verdict-view.tsx'

/** A mark and the frame it lives in. */
export interface FrameMark {
  frameId: number
  mark: PageMark
}

export type PageView =
  | { kind: 'loading' }
  /** The browser's own pages, stores, or a site where access was withdrawn. */
  | { kind: 'unreadable' }
  | { kind: 'ready'; host: string; marks: FrameMark[]; atRest: boolean; spoofed: boolean; blind?: boolean }

interface PageNumbersProps {
  page: PageView
  onReveal: (mark: FrameMark) => void
  say: Say<AppKey>
}

export function PageNumbers({ page, onReveal, say }: PageNumbersProps): VNode {
  return (
    <section class="popup-part">
      <h2 class="popup-heading">{say('page.title')}</h2>
      <PageBody page={page} onReveal={onReveal} say={say} />
    </section>
  )
}

function PageBody({ page, onReveal, say }: PageNumbersProps): VNode {
  if (page.kind !== 'ready') return <p class="small soft">{say(`page.${page.kind}`)}</p>
  const { marks } = page
  return (
    <>
      {page.spoofed && <p class="notice">{say('page.spoofed')}</p>}
      {page.blind && <p class="small soft">{say('page.blind')}</p>}
      {!page.atRest && <p class="small soft">{say('page.reading')}</p>}
      {marks.length === 0 && page.atRest && <p class="small soft">{say('page.none')}</p>}
      <ul class="page-list">
        {marks.map((each) => (
          <li key={`${each.frameId}.${each.mark.id}`}>
            <button type="button" class="page-number" onClick={() => onReveal(each)}>
              <VerdictRow verdict={each.mark.verdict} say={say} />
              <span class="unseen"> {say('page.reveal')}</span>
            </button>
          </li>
        ))}
      </ul>
      {marks.length > 0 && !page.spoofed && <p class="small soft">{say('page.authority')}</p>}
    </>
  )
}
