/** The one page after installing: what is read, what never leaves, a live example, what each permission is for. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import { Section } from '../parts/section.tsx'
import type { LookUpAnswer } from '../popup/found.tsx'
import { LiveExample } from './live-example.tsx'

interface FirstRunProps {
  language: Language
  lookUp: (text: string) => Promise<LookUpAnswer>
  say: Say<AppKey>
}

export function FirstRun({ language, lookUp, say }: FirstRunProps): VNode {
  return (
    <>
      <header class="page-head">
        <h1 class="page-title">{say('first.title')}</h1>
        <p class="page-lead">{say('opt.lead')}</p>
        <p class="welcome">{say('opt.welcome')}</p>
      </header>
      <Section title={say('live.title')}>
        <LiveExample language={language} lookUp={lookUp} say={say} />
      </Section>
      <WhatIsRead say={say} />
      <p class="onward">
        <a href="/options.html">{say('first.settings')}</a>
        <a href="/guide.html#practice">{say('first.practice')}</a>
      </p>
    </>
  )
}

const readings = ['page', 'forms', 'stay', 'net', 'limit'] as const
const permissions = ['sites', 'storage', 'alarms', 'contextMenus', 'scripting', 'activeTab', 'notifications'] as const

/** Two sections; the options end with them. */
export function WhatIsRead({ say }: { say: Say<AppKey> }): VNode {
  return (
    <>
      <Section title={say('read.title')}>
        <ul class="plain-list">
          {readings.map((each) => (
            <li key={each}>{say(`read.${each}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={say('perm.title')}>
        <ul class="plain-list">
          {permissions.map((each) => (
            <Permission key={each} words={say(`perm.${each}`)} />
          ))}
        </ul>
      </Section>
    </>
  )
}

/** `存储：保存名录`: the browser's word for it first. */
function Permission({ words }: { words: string }): VNode {
  const [name = '', ...use] = words.split(/(?<=：|: )/)
  return (
    <li>
      <strong>{name}</strong>
      {use.join('')}
    </li>
  )
}
