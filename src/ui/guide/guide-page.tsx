/** The guide: one page, six calm tools. It gets data and ways to act; it knows no browser API. */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { type AppKey, appWords } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import { type Say, sayWith } from '../../locales/text.ts'
import type { InstitutionAnswer, RegistryStatus } from '../../protocol.ts'
import { Emergency } from '../card/emergency.tsx'
import type { Matter } from '../notebook/matter.ts'
import type { RetiredNumber, SavedLine } from '../notebook/saved-line.ts'
import { useFocusIfLost } from '../parts/focus-if-lost.ts'
import { RetiredNotice } from '../parts/retired-notice.tsx'
import type { LookUpAnswer } from '../popup/found.tsx'
import { CallView } from './call-view.tsx'
import { FamilyView } from './family-view.tsx'
import { FindView } from './find-view.tsx'
import { PracticeView } from './practice-view.tsx'
import { ReportView } from './report-view.tsx'

export const guideViews = ['find', 'call', 'family', 'practice', 'report', 'emergency'] as const
export type GuideView = (typeof guideViews)[number]

export interface GuidePageProps {
  language: Language
  view: GuideView
  status: RegistryStatus | undefined
  matters: Matter[]
  saved: SavedLine[]
  /** Saved lines that are no longer official. */
  gone: SavedLine[]
  /** Numbers of the person's that left the list; told once. */
  retired: RetiredNumber[]
  /** False in private windows: notes live in memory only. */
  lasting: boolean
  /** Milliseconds since 1970. */
  now: () => number
  newId: () => string
  find: (query: string) => Promise<InstitutionAnswer[]>
  lookUp: (text: string) => Promise<LookUpAnswer>
  onSave: (matter: Matter) => Promise<void>
  onRemove: (id: string) => Promise<void>
  /** Notes, saved lines, reminders: everything. */
  onRemoveAll: () => Promise<void>
  /** Asks for the permission to notify; false when it was refused. */
  onRemind: () => Promise<boolean>
  onKeep: (line: SavedLine) => void
  onDrop: (line: SavedLine) => void
  onTold: () => void
  onSaveFile: (name: string, type: string, text: string) => void
  onPrint: () => void
}

export function GuidePage(props: GuidePageProps): VNode {
  const { language, view, retired } = props
  const say = sayWith(appWords[language])
  const [told, setTold] = useState(false)
  const main = useFocusIfLost<HTMLElement>(true, `${view} ${told ? retired.length : ''}`)
  return (
    <div class="zh page guide" lang={language}>
      <header class="page-head">
        <h1 class="page-title">{say('guide.title')}</h1>
        <nav class="guide-nav" aria-label={say('guide.nav')}>
          {guideViews.map((each) => (
            <a key={each} href={`#${each}`} aria-current={each === view ? 'page' : undefined}>
              {say(`guide.${each}`)}
            </a>
          ))}
        </nav>
      </header>
      <RetiredNotice
        retired={retired}
        onTold={() => {
          setTold(true)
          props.onTold()
        }}
        say={say}
      />
      <main ref={main} tabIndex={-1}>
        <View {...props} say={say} />
      </main>
    </div>
  )
}

function View(props: GuidePageProps & { say: Say<AppKey> }): VNode {
  const { say } = props
  switch (props.view) {
    case 'find':
      return <FindView {...props} />
    case 'call':
      return <CallView {...props} />
    case 'family':
      return <FamilyView {...props} />
    case 'practice':
      return <PracticeView {...props} />
    case 'report':
      return <ReportView {...props} />
    case 'emergency':
      return (
        <section class="section">
          <h2 class="section-title">{say('emergency.title')}</h2>
          <Emergency language={props.language} say={say} />
        </section>
      )
  }
}
