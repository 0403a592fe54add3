/** The card on the page: a calm dialog about one number. The page helper owns its host element, popover and Esc. */
import { X } from 'lucide'
import type { VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type CardKey, cardWords } from '../../locales/card-words.ts'
import type { Language } from '../../locales/language.ts'
import { type Say, sayWith } from '../../locales/text.ts'
import type { MessageNote } from '../../verdict/message-note.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { Button } from '../parts/button.tsx'
import { Fold } from '../parts/fold.tsx'
import { NumberText, readable } from '../parts/number-text.tsx'
import { Words } from '../parts/words.tsx'
import { explain } from './explain.ts'
import { MessageLine } from './message-line.tsx'
import { VerdictView } from './verdict-view.tsx'

export interface CardProps {
  verdict: Verdict
  /** When the number stands in a text message: who it claims to be, who sent it, what its numbers are. */
  message?: MessageNote
  language: Language
  /** Chosen by the person, unknown to the page; empty when none was chosen. */
  personalMark: string
  /** Set when the card stands before a `tel:` link: what the page shows and what the link would dial. */
  dial?: { shown: string; target: string }
  /** Opened by keyboard: then the dialog shows that it has the focus. */
  byKeyboard?: boolean
  onClose: () => void
  /** “仍要拨打”; only with `dial`. */
  onCallAnyway?: () => void
  onMuteNumber?: () => void
  onMuteSite?: () => void
  /** In a private window: what is muted there is forgotten with it. */
  inPrivate?: boolean
}

export function Card(props: CardProps): VNode {
  const { verdict, language, dial } = props
  const say = sayWith(cardWords[language])
  const dialog = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => dialog.current?.focus({ preventScroll: true }), [])
  const label = say('card.label', { number: verdict.raw, chip: explain(verdict, say, language).chip })
  return (
    <div class="zh">
      <div
        ref={dialog}
        class="card"
        role="dialog"
        aria-label={label}
        aria-describedby="summary"
        tabIndex={-1}
        lang={language}
        data-ring={props.byKeyboard ? '' : undefined}
      >
        <CardBar personalMark={props.personalMark} onClose={props.onClose} say={say} />
        {dial && <DialNote dial={dial} language={language} say={say} />}
        {props.message && <MessageLine message={props.message} language={language} say={say} />}
        <VerdictView verdict={verdict} language={language} say={say} summaryId="summary">
          <Mute {...props} say={say} />
        </VerdictView>
        {dial && props.onCallAnyway && (
          <p class="card-foot">
            <Button kind="quiet" onPress={props.onCallAnyway}>
              {say('dial.anyway')} <NumberText>{readable(dial.target)}</NumberText>
            </Button>
          </p>
        )}
      </div>
    </div>
  )
}

interface CardBarProps {
  personalMark: string
  onClose: () => void
  say: Say<CardKey>
}

function CardBar({ personalMark, onClose, say }: CardBarProps): VNode {
  return (
    <div class="card-bar small">
      <span class="brand">{say('card.brand')}</span>
      {personalMark && (
        <span class="personal-mark">
          <span class="unseen">{say('card.mark')} </span>
          {personalMark}
        </span>
      )}
      <span class="grow" />
      <Button kind="icon" icon={X} label={say('card.close')} onPress={onClose} />
    </div>
  )
}

interface DialNoteProps {
  dial: NonNullable<CardProps['dial']>
  language: Language
  say: Say<CardKey>
}

function DialNote({ dial, language, say }: DialNoteProps): VNode {
  return (
    <div class="dial-note">
      <p>
        <strong>{say('dial.title')}</strong>
      </p>
      {dial.shown !== dial.target && (
        <p class="small">
          <Words language={language}>{say('dial.differs', { ...dial, target: readable(dial.target) })}</Words>
        </p>
      )}
    </div>
  )
}

function Mute({ onMuteNumber, onMuteSite, inPrivate, say }: CardProps & { say: Say<CardKey> }): VNode | null {
  const [done, setDone] = useState(false)
  if (!onMuteNumber && !onMuteSite) return null
  const press = (act: () => void) => () => {
    setDone(true)
    act()
  }
  return (
    <Fold title={say('card.mute')}>
      <p class="actions">
        {onMuteNumber && (
          <Button disabled={done} onPress={press(onMuteNumber)}>
            {say('card.mute.number')}
          </Button>
        )}
        {onMuteSite && (
          <Button disabled={done} onPress={press(onMuteSite)}>
            {say('card.mute.site')}
          </Button>
        )}
      </p>
      <p class="small soft">{say(inPrivate ? 'card.mute.private' : 'card.mute.undo')}</p>
    </Fold>
  )
}
