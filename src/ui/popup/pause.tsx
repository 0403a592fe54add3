/** Pause for this site, for an hour, or everywhere: two clicks there, one click back. */
import { Pause as PauseIcon } from 'lucide'
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import { Button } from '../parts/button.tsx'
import { Fold } from '../parts/fold.tsx'
import type { PageView } from './page-numbers.tsx'

export type PauseScope = 'site' | 'hour' | 'everywhere'

export type PauseState =
  | { kind: 'running' }
  | { kind: 'site'; host: string }
  /** Milliseconds since 1970. */
  | { kind: 'hour'; until: number }
  | { kind: 'everywhere' }
  /** The organisation's policy forbids or sets it. */
  | { kind: 'managed' }

interface PausedNoteProps {
  state: PauseState
  language: Language
  onResume: () => void
  say: Say<AppKey>
}

/** Stands at the top while something is paused. */
export function PausedNote({ state, language, onResume, say }: PausedNoteProps): VNode | null {
  if (state.kind === 'managed' || state.kind === 'running') return null
  return (
    <div class="popup-part paused" role="status">
      <p>{pausedWords(state, say, language)}</p>
      <Button heir onPress={onResume}>
        {say('pause.resume')}
      </Button>
    </div>
  )
}

interface PauseChoiceProps {
  state: PauseState
  page: PageView
  inPrivate?: boolean
  onPause: (scope: PauseScope) => void
  say: Say<AppKey>
}

/** Stands at the bottom while nothing is paused. */
export function PauseChoice({ state, page, inPrivate, onPause, say }: PauseChoiceProps): VNode | null {
  if (state.kind === 'managed') return <p class="popup-part small soft">{say('pause.managed')}</p>
  if (state.kind !== 'running') return null
  return (
    <div class="popup-part pause">
      <Fold title={say('pause.title')} icon={PauseIcon} heir>
        <p class="actions">
          {page.kind === 'ready' && <Button onPress={() => onPause('site')}>{say('pause.site')}</Button>}
          <Button onPress={() => onPause('hour')}>{say('pause.hour')}</Button>
          <Button onPress={() => onPause('everywhere')}>{say('pause.everywhere')}</Button>
        </p>
        {inPrivate && <p class="small soft">{say('pause.private')}</p>}
      </Fold>
    </div>
  )
}

type Paused = Exclude<PauseState, { kind: 'running' } | { kind: 'managed' }>

function pausedWords(state: Paused, say: Say<AppKey>, language: Language): string {
  switch (state.kind) {
    case 'site':
      return say('pause.is.site', { host: state.host })
    case 'hour': {
      const time = new Date(state.until).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })
      return say('pause.is.hour', { time })
    }
    case 'everywhere':
      return say('pause.is.everywhere')
  }
}
