/** Language and the person's own mark. Saved as they change; nothing to confirm. */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import type { Settings } from '../../settings.ts'

interface PreferencesProps {
  settings: Settings
  onChange: (change: (settings: Settings) => Settings) => void
  say: Say<AppKey>
}

/** Long enough for a word or two, short enough for the card's first line (characters). */
const longestMark = 12

export function Preferences({ settings, onChange, say }: PreferencesProps): VNode {
  const [saved, setSaved] = useState(false)
  function change(how: (settings: Settings) => Settings): void {
    onChange(how)
    setSaved(true)
  }
  return (
    <div class="fields">
      <label class="field">
        <span>{say('pref.language')}</span>
        <select
          value={settings.language ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            change((before) => withLanguage(before, chosen))
          }}
        >
          <option value="">{say('pref.language.browser')}</option>
          <option value="zh-CN" lang="zh-CN">
            中文
          </option>
          <option value="en" lang="en">
            English
          </option>
        </select>
      </label>
      <label class="field">
        <span>{say('pref.mark')}</span>
        <input
          type="text"
          value={settings.personalMark}
          maxLength={longestMark}
          autocomplete="off"
          aria-describedby="mark-hint"
          onChange={(event) => {
            const personalMark = event.currentTarget.value.trim()
            change((before) => ({ ...before, personalMark }))
          }}
        />
      </label>
      <p id="mark-hint" class="small soft">
        {say('pref.mark.hint')}
      </p>
      <p class="small soft">{say('pref.size')}</p>
      <p class="small" role="status">
        {saved ? say('pref.saved') : ''}
      </p>
    </div>
  )
}

/** Anything but the two languages means: follow the browser. */
function withLanguage(settings: Settings, chosen: string): Settings {
  const { language: _, ...rest } = settings
  return chosen === 'zh-CN' || chosen === 'en' ? { ...rest, language: chosen } : rest
}
