/** The options: preferences, how much is marked, pauses, the organisation, the list, what the person left here. */
import type { VNode } from 'preact'
import { type AppKey, appWords } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import { type Say, sayWith } from '../../locales/text.ts'
import type { RegistryStatus } from '../../protocol.ts'
import type { RegistryDetails as Details } from '../../registry/registry-details.ts'
import type { Policy, Settings } from '../../settings.ts'
import { DeleteButton } from '../guide/delete-button.tsx'
import { Section } from '../parts/section.tsx'
import type { LookUpAnswer } from '../popup/found.tsx'
import { FirstRun, WhatIsRead } from './first-run.tsx'
import type { MessageViewsState } from './message-views.tsx'
import { PausedLists } from './paused-lists.tsx'
import { Preferences } from './preferences.tsx'
import { RegistryDetails } from './registry-details.tsx'
import { StrictnessChoice } from './strictness-choice.tsx'

export interface OptionsPageProps {
  /** The language in use. */
  language: Language
  settings: Settings
  policy: Policy
  /** Undefined while it is being asked. */
  status: RegistryStatus | undefined
  /** Undefined while they are being asked. */
  details: Details | undefined
  /** Undefined while it is being asked. */
  views: MessageViewsState | undefined
  /** Milliseconds since 1970. */
  now: number
  /** The short page right after installing. */
  firstRun: boolean
  lookUp: (text: string) => Promise<LookUpAnswer>
  onUpdate: () => Promise<void>
  onChange: (change: (settings: Settings) => Settings) => void
  /** Deletes notes, saved lines and settings. */
  onDeleteAll: () => Promise<void>
}

export function OptionsPage(props: OptionsPageProps): VNode {
  const { language, settings, policy, status, lookUp, onChange } = props
  const say = sayWith(appWords[language])
  if (props.firstRun)
    return (
      <main class="zh page" lang={language}>
        <FirstRun language={language} lookUp={lookUp} say={say} />
      </main>
    )
  return (
    <main class="zh page" lang={language}>
      <header class="page-head">
        <h1 class="page-title">{say('opt.title')}</h1>
        <p class="page-lead">{say('opt.lead')}</p>
      </header>
      <PolicyNote policy={policy} say={say} />
      <Section title={say('pref.title')}>
        <Preferences settings={settings} onChange={onChange} say={say} />
      </Section>
      <Section title={say('strict.title')}>
        <StrictnessChoice
          value={policy.strictness ?? settings.strictness ?? 'standard'}
          fixed={policy.strictness !== undefined}
          lookUp={lookUp}
          onChoose={(strictness) => onChange((before) => ({ ...before, strictness }))}
          say={say}
        />
      </Section>
      <Section title={say('paused.title')}>
        <PausedLists settings={settings} language={language} onChange={onChange} say={say} />
      </Section>
      <Section title={say('reg.title')}>
        <RegistryDetails
          status={status}
          details={props.details}
          views={props.views}
          now={props.now}
          language={language}
          onUpdate={props.onUpdate}
          say={say}
        />
      </Section>
      <WhatIsRead say={say} />
      <Section title={say('forget.title')}>
        <p>{say('forget.what')}</p>
        <p class="forget">
          <DeleteButton words={say('forget.button')} onDelete={props.onDeleteAll} say={say} />
        </p>
      </Section>
    </main>
  )
}

function PolicyNote({ policy, say }: { policy: Policy; say: Say<AppKey> }): VNode | null {
  const { pauseForbidden, exemptSites, strictness } = policy
  if (!pauseForbidden && exemptSites.length === 0 && strictness === undefined) return null
  return (
    <Section title={say('policy.title')}>
      {pauseForbidden && <p>{say('policy.forbidden')}</p>}
      {exemptSites.length > 0 && <p>{say('policy.exempt', { sites: exemptSites.join(' ') })}</p>}
      {strictness && <p>{say('policy.strictness', { choice: say(`strict.${strictness}`) })}</p>}
      <p class="small soft">{say('policy.limit')}</p>
    </Section>
  )
}
