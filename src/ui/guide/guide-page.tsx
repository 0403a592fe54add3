/** The guide: one page, six calm tools. It gets data and ways to act; it knows no browser API. */
import type { VNode } from 'preact'
import { type AppKey, appWords } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import { type Say, sayWith } from '../../locales/text.ts'
import type { InstitutionAnswer, RegistryStatus } from '../../protocol.ts'
import { Emergency } from '../card/emergency.tsx'
import type { Matter } from '../notebook/matter.ts'
import type { SavedLine } from '../notebook/saved-line.ts'
import { Button } from '../parts/button.tsx'
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
  /** Saved lines that left the list; told once. */
  retired: SavedLine[]
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
  onTold: (lines: SavedLine[]) => void
  onSaveFile: (name: string, type: string, text: string) => void
  onPrint: () => void
}

export function GuidePage(props: GuidePageProps): VNode {
  const { language, view, retired } = props
  const say = sayWith(appWords[language])
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
      {retired.length > 0 && <Retired retired={retired} onTold={props.onTold} say={say} />}
      <main>
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
          <Emergency say={say} />
        </section>
      )
  }
}

interface RetiredProps {
  retired: SavedLine[]
  onTold: (lines: SavedLine[]) => void
  say: Say<AppKey>
}

function Retired({ retired, onTold, say }: RetiredProps): VNode {
  return (
    <div class="told" role="status">
      {retired.map((line) => (
        <p key={line.canonical}>{say('family.retired', { institution: line.name, number: line.number })}</p>
      ))}
      <Button onPress={() => onTold(retired)}>{say('family.retired.ok')}</Button>
    </div>
  )
}
