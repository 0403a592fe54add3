/** What a look-up found: verdicts, each with the official channels of those it names, or institutions by name. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import { everydayName, type Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { InstitutionAnswer } from '../../protocol.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { VerdictRow, VerdictView } from '../card/verdict-view.tsx'
import { ContactPath } from '../institution/contact-path.tsx'
import { InstitutionCard } from '../institution/institution-card.tsx'
import { Fold } from '../parts/fold.tsx'

export interface LookUpAnswer {
  verdicts: Verdict[]
  /** The institutions that the verdicts name; without verdicts, those whose name was asked for, best first. */
  institutions: InstitutionAnswer[]
}

interface FoundProps {
  found: LookUpAnswer
  language: Language
  /** Milliseconds since 1970. */
  now: number
  say: Say<AppKey>
}

export function Found({ found, language, now, say }: FoundProps): VNode {
  const { verdicts, institutions } = found
  const [only] = verdicts
  const shown = { institutions, language, now, say }
  if (!only) return <Institutions {...shown} />
  if (verdicts.length > 1) return <SeveralVerdicts verdicts={verdicts} {...shown} />
  return (
    <div class="answer">
      <VerdictWithChannels verdict={only} {...shown} />
    </div>
  )
}

interface ShownProps {
  institutions: InstitutionAnswer[]
  language: Language
  now: number
  say: Say<AppKey>
}

/** By name: one stands open, several are offered. */
function Institutions({ institutions, language, now, say }: ShownProps): VNode {
  const [only] = institutions
  if (!only) return <p class="answer">{say('popup.nothing')}</p>
  if (institutions.length === 1) {
    return (
      <div class="answer">
        <InstitutionCard answer={only} language={language} now={now} say={say} />
      </div>
    )
  }
  return (
    <div class="answer">
      <p class="small soft">{say('inst.found')}</p>
      {institutions.map((answer) => (
        <div class="boxed" key={answer.institution.id}>
          <Fold title={everydayName(answer.institution.name, language)} group="institutions">
            <InstitutionCard answer={answer} language={language} now={now} say={say} />
          </Fold>
        </div>
      ))}
    </div>
  )
}

/** Of several, the first that is not ordinary stands open. */
function SeveralVerdicts({ verdicts, ...shown }: ShownProps & { verdicts: Verdict[] }): VNode {
  const { say } = shown
  const telling = verdicts.findIndex((verdict) => verdict.code !== 'ordinary' && verdict.code !== 'sender-id')
  return (
    <div class="answer">
      <p class="small soft">{say('popup.results.count', { count: verdicts.length })}</p>
      {verdicts.map((verdict, index) => (
        <details class="fold boxed" key={verdict.start} open={index === Math.max(0, telling)} name="answers">
          <summary>
            <VerdictRow verdict={verdict} say={say} />
          </summary>
          <VerdictWithChannels verdict={verdict} {...shown} />
        </details>
      ))}
    </div>
  )
}

function VerdictWithChannels({ verdict, institutions, language, now, say }: ShownProps & { verdict: Verdict }): VNode {
  const named = new Set([...verdict.claimed, ...verdict.institutions].map((each) => each.id))
  const answers = institutions.filter((answer) => named.has(answer.institution.id))
  return (
    <VerdictView verdict={verdict} language={language} say={say}>
      {verdict.code === 'unknown-brand' && (
        <Fold title={say('path.title')} open>
          <ContactPath institution={answers[0]?.institution} say={say} />
        </Fold>
      )}
      {answers.map((answer) => (
        <Fold
          key={answer.institution.id}
          title={say('inst.open', { institution: everydayName(answer.institution.name, language) })}
        >
          <InstitutionCard answer={answer} language={language} now={now} say={say} />
        </Fold>
      ))}
    </VerdictView>
  )
}
