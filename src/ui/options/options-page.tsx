/** Options and first run in one short page: what is read, a live example, permissions, preferences, pauses, the list. */
import type { VNode } from 'preact'
import { type AppKey, appWords } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import { type Say, sayWith } from '../../locales/text.ts'
import type { RegistryStatus } from '../../protocol.ts'
import type { RegistryDetails as Details } from '../../registry/registry-details.ts'
import type { Policy, Settings } from '../../settings.ts'
import { Section } from '../parts/section.tsx'
import type { LookUpAnswer } from '../popup/found.tsx'
import { LiveExample } from './live-example.tsx'
import { PausedLists } from './paused-lists.tsx'
import { Preferences } from './preferences.tsx'
import { RegistryDetails } from './registry-details.tsx'

export interface OptionsPageProps {
  /** The language in use. */
  language: Language
  settings: Settings
  policy: Policy
  /** Undefined while it is being asked. */
  status: RegistryStatus | undefined
  /** Undefined while they are being asked. */
  details: Details | undefined
  /** Milliseconds since 1970. */
  now: number
  /** Shown right after installing. */
  firstRun: boolean
  lookUp: (text: string) => Promise<LookUpAnswer>
  onUpdate: () => Promise<void>
  onChange: (change: (settings: Settings) => Settings) => void
}

const readings = ['page', 'forms', 'stay', 'net', 'limit'] as const
const permissions = ['sites', 'storage', 'alarms', 'contextMenus', 'scripting', 'activeTab', 'notifications'] as const

export function OptionsPage(props: OptionsPageProps): VNode {
  const { language, settings, policy, status } = props
  const say = sayWith(appWords[language])
  return (
    <main class="zh page" lang={language}>
      <header class="page-head">
        <h1 class="page-title">{say('opt.title')}</h1>
        {props.firstRun && <p class="welcome">{say('opt.welcome')}</p>}
        <p class="page-lead">{say('opt.lead')}</p>
      </header>
      <Section title={say('read.title')}>
        <ul class="plain-list">
          {readings.map((each) => (
            <li key={each}>{say(`read.${each}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={say('live.title')}>
        <LiveExample language={language} lookUp={props.lookUp} say={say} />
      </Section>
      <Section title={say('pref.title')}>
        <Preferences settings={settings} onChange={props.onChange} say={say} />
      </Section>
      <Section title={say('paused.title')}>
        <PausedLists settings={settings} language={language} onChange={props.onChange} say={say} />
      </Section>
      {(policy.pauseForbidden || policy.exemptSites.length > 0) && <PolicyNote policy={policy} say={say} />}
      <Section title={say('perm.title')}>
        <ul class="plain-list">
          {permissions.map((each) => (
            <li key={each}>{say(`perm.${each}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={say('reg.title')}>
        <RegistryDetails
          status={status}
          details={props.details}
          now={props.now}
          language={language}
          onUpdate={props.onUpdate}
          say={say}
        />
      </Section>
    </main>
  )
}

function PolicyNote({ policy, say }: { policy: Policy; say: Say<AppKey> }): VNode {
  return (
    <Section title={say('policy.title')}>
      {policy.pauseForbidden && <p>{say('policy.forbidden')}</p>}
      {policy.exemptSites.length > 0 && <p>{say('policy.exempt', { sites: policy.exemptSites.join(' ') })}</p>}
    </Section>
  )
}
