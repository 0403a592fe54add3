/** What the person switched off, each with a way back. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { Settings } from '../../settings.ts'
import { Button } from '../parts/button.tsx'
import { NumberText, readable } from '../parts/number-text.tsx'

interface PausedListsProps {
  settings: Settings
  language: Language
  onChange: (change: (settings: Settings) => Settings) => void
  say: Say<AppKey>
}

export function PausedLists({ settings, language, onChange, say }: PausedListsProps): VNode {
  const { pausedSites, muted, pausedUntil } = settings
  if (pausedSites.length + muted.length === 0 && pausedUntil === undefined) {
    return <p class="soft">{say('paused.none')}</p>
  }
  return (
    <>
      {pausedUntil !== undefined && (
        <p class="resume-row">
          <span>{pausedWords(pausedUntil, language, say)}</span>
          <Button onPress={() => onChange(withoutPause)}>{say('paused.resume.short')}</Button>
        </p>
      )}
      <Rows
        title={say('paused.sites')}
        names={pausedSites}
        say={say}
        onResume={(site) =>
          onChange((before) => ({ ...before, pausedSites: before.pausedSites.filter((each) => each !== site) }))
        }
      />
      <Rows
        title={say('paused.numbers')}
        names={muted}
        say={say}
        onResume={(number) =>
          onChange((before) => ({ ...before, muted: before.muted.filter((each) => each !== number) }))
        }
      />
      {pausedSites.length + muted.length > 1 && (
        <p>
          <Button onPress={() => onChange((before) => ({ ...withoutPause(before), pausedSites: [], muted: [] }))}>
            {say('paused.resume.all')}
          </Button>
        </p>
      )}
    </>
  )
}

interface RowsProps {
  title: string
  names: string[]
  onResume: (name: string) => void
  say: Say<AppKey>
}

function Rows({ title, names, onResume, say }: RowsProps): VNode | null {
  if (names.length === 0) return null
  return (
    <>
      <h3 class="rows-title">{title}</h3>
      <ul class="rows">
        {names.map((name) => (
          <li class="resume-row" key={name}>
            <NumberText>{readable(name)}</NumberText>
            <Button label={say('paused.resume', { name })} onPress={() => onResume(name)}>
              {say('paused.resume.short')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

function pausedWords(until: number | 'forever', language: Language, say: Say<AppKey>): string {
  if (until === 'forever') return say('paused.now.forever')
  return say('paused.now.until', { time: new Date(until).toLocaleString(language) })
}

function withoutPause({ pausedUntil: _, ...rest }: Settings): Settings {
  return rest
}
