/** The toolbar popup: ask, this page's numbers, pause, registry. It gets data and ways to act; it knows no browser API. */
import { ArrowLeft, BookOpen, LifeBuoy, Settings } from 'lucide'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { type AppKey, appWords } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import { type Say, sayWith } from '../../locales/text.ts'
import type { RegistryStatus } from '../../protocol.ts'
import { Emergency } from '../card/emergency.tsx'
import type { RetiredNumber } from '../notebook/saved-line.ts'
import { Button } from '../parts/button.tsx'
import { useFocusIfLost } from '../parts/focus-if-lost.ts'
import { RetiredNotice } from '../parts/retired-notice.tsx'
import { AskBox } from './ask-box.tsx'
import type { LookUpAnswer } from './found.tsx'
import { type FrameMark, PageNumbers, type PageView } from './page-numbers.tsx'
import { PauseChoice, PausedNote, type PauseScope, type PauseState } from './pause.tsx'
import { RegistryLine, RegistryNotice } from './registry-line.tsx'

export interface PopupProps {
  language: Language
  personalMark: string
  /** Undefined while it is being asked. */
  status: RegistryStatus | undefined
  page: PageView
  pause: PauseState
  /** Numbers of the person's that left the list; told once. */
  retired: RetiredNumber[]
  onTold: () => void
  /** Over a private window: sites paused there are forgotten with it. */
  inPrivate?: boolean
  /** Text to check at once: from the context menu or the omnibox. */
  startText?: string
  /** Milliseconds since 1970, when the popup was drawn. */
  now: number
  lookUp: (text: string) => Promise<LookUpAnswer>
  onReveal: (mark: FrameMark) => void
  /** “Check this page”, where our script is not there. */
  onCheck: () => void
  onPause: (scope: PauseScope) => void
  onResume: () => void
  onOptions?: () => void
  onGuide?: () => void
}

export function Popup(props: PopupProps): VNode {
  const { language } = props
  const say = sayWith(appWords[language])
  const [emergency, setEmergency] = useState(false)
  const [told, setTold] = useState(false)
  const main = useFocusIfLost<HTMLElement>(told, props.retired.length)
  return (
    <div class="zh popup" lang={language}>
      <PopupBar {...props} say={say} emergency={emergency} onEmergency={setEmergency} />
      {emergency && (
        <main class="popup-part">
          <h2 class="popup-heading">{say('emergency.title')}</h2>
          <Emergency language={language} say={say} />
        </main>
      )}
      <main ref={main} tabIndex={-1} hidden={emergency}>
        <RetiredNotice
          retired={props.retired}
          onTold={() => {
            setTold(true)
            props.onTold()
          }}
          say={say}
        />
        <RegistryNotice status={props.status} say={say} />
        <PausedNote state={props.pause} onResume={props.onResume} say={say} language={language} />
        <AskBox language={language} now={props.now} startText={props.startText ?? ''} lookUp={props.lookUp} say={say} />
        <PageNumbers page={props.page} onReveal={props.onReveal} onCheck={props.onCheck} say={say} />
        <PauseChoice {...props} state={props.pause} say={say} />
      </main>
      <RegistryLine status={props.status} say={say} />
    </div>
  )
}

interface PopupBarProps extends PopupProps {
  say: Say<AppKey>
  emergency: boolean
  onEmergency: (open: boolean) => void
}

function PopupBar({ personalMark, say, emergency, onEmergency, onGuide, onOptions }: PopupBarProps): VNode {
  return (
    <header class="popup-bar">
      <h1 class="brand">{say('popup.title')}</h1>
      {personalMark && (
        <span class="personal-mark small">
          <span class="unseen">{say('card.mark')} </span>
          {personalMark}
        </span>
      )}
      <span class="grow" />
      <Button kind="quiet" icon={emergency ? ArrowLeft : LifeBuoy} onPress={() => onEmergency(!emergency)}>
        {emergency ? say('nav.back') : say('nav.emergency')}
      </Button>
      {onGuide && <Button kind="icon" icon={BookOpen} label={say('nav.guide')} onPress={onGuide} />}
      {onOptions && <Button kind="icon" icon={Settings} label={say('nav.options')} onPress={onOptions} />}
    </header>
  )
}
