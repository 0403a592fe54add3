/** What to do when it already happened: four steps, works offline and with the keyboard alone. */
import type { VNode } from 'preact'
import type { CardKey } from '../../locales/card-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import { Words } from '../parts/words.tsx'

interface EmergencyProps {
  /** A listed line of the person's institution, where the verdict knows one. */
  bank?: { institution: string; number: string } | undefined
  language: Language
  say: Say<CardKey>
}

export function Emergency({ bank, language, say }: EmergencyProps): VNode {
  return (
    <div class="emergency">
      <p class="soft">{say('emergency.lead')}</p>
      <ol class="steps">
        <li>{say('emergency.stop')}</li>
        <li>{say('emergency.freeze')}</li>
        <li>
          <Words language={language}>{bank ? say('emergency.bank.line', bank) : say('emergency.bank')}</Words>
        </li>
        <li>{say('emergency.police')}</li>
      </ol>
      <p class="small soft">{say('emergency.keep')}</p>
    </div>
  )
}
