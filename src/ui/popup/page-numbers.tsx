/** This page's numbers as buttons: the way to them for keyboards and screen readers, and the authority over painted ticks. */
import { ChevronRight } from 'lucide'
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import type { PageMark } from '../../protocol.ts'
import { VerdictRow } from '../card/verdict-view.tsx'
import { Button } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'

/** A mark and the frame it lives in. */
export interface FrameMark {
  frameId: number
  mark: PageMark
}

export type PageView =
  | { kind: 'loading' }
  /** The browser's own pages, stores. */
  | { kind: 'unreadable' }
  /** Our script is not there, but may be brought in on demand. */
  | { kind: 'unchecked' }
  /** It was asked for, and the browser did not let it in. */
  | { kind: 'refused' }
  | { kind: 'ready'; host: string; marks: FrameMark[]; atRest: boolean; spoofed: boolean; blind?: boolean }

interface PageNumbersProps {
  page: PageView
  onReveal: (mark: FrameMark) => void
  /** “Check this page”. */
  onCheck: () => void
  say: Say<AppKey>
}

export function PageNumbers(props: PageNumbersProps): VNode {
  return (
    <section class="popup-part">
      <h2 class="popup-heading">{props.say('page.title')}</h2>
      <PageBody {...props} />
    </section>
  )
}

function PageBody({ page, onReveal, onCheck, say }: PageNumbersProps): VNode {
  if (page.kind === 'unchecked') return <Unchecked onCheck={onCheck} say={say} />
  if (page.kind !== 'ready') return <p class="small soft">{say(`page.${page.kind}`)}</p>
  const { marks } = page
  return (
    <>
      {page.spoofed && <p class="warned">{say('page.spoofed')}</p>}
      {page.blind && <p class="small soft">{say('page.blind')}</p>}
      {!page.atRest && <p class="small soft">{say('page.reading')}</p>}
      {marks.length === 0 && page.atRest && <p class="small soft">{say('page.none')}</p>}
      <ul class="page-list">
        {marks.map((each) => (
          <li key={`${each.frameId}.${each.mark.id}`}>
            <button type="button" class="page-number" onClick={() => onReveal(each)}>
              <VerdictRow verdict={each.mark.verdict} say={say} />
              <span class="unseen"> {say('page.reveal')}</span>
              <Icon node={ChevronRight} />
            </button>
          </li>
        ))}
      </ul>
      {marks.length > 0 && !page.spoofed && <p class="small soft">{say('page.authority')}</p>}
    </>
  )
}

function Unchecked({ onCheck, say }: Pick<PageNumbersProps, 'onCheck' | 'say'>): VNode {
  return (
    <>
      <p>{say('page.unchecked')}</p>
      <p>
        <Button onPress={onCheck}>{say('page.check')}</Button>
      </p>
      <p class="small soft">{say('page.check.hint')}</p>
    </>
  )
}
