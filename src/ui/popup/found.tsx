/** What a look-up found: verdicts, each with the official channels of those it names, or institutions by name. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import { everydayName, type Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { InstitutionAnswer } from '../../protocol.ts'
import type { PublishedInstitution } from '../../registry/schema.ts'
import type { Verdict, VerdictCode } from '../../verdict/verdict.ts'
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

/** Of several, the one that matters most stands open. */
function SeveralVerdicts({ verdicts, ...shown }: ShownProps & { verdicts: Verdict[] }): VNode {
  const { language, say } = shown
  const telling = mostTelling(verdicts)
  return (
    <div class="answer">
      <p class="summary">{summaryWords(verdicts, language, say)}</p>
      {verdicts.map((verdict, index) => (
        <details class="fold boxed" key={verdict.start} open={index === telling} name="answers">
          <summary>
            <VerdictRow verdict={verdict} say={say} />
          </summary>
          <VerdictWithChannels verdict={verdict} {...shown} />
        </details>
      ))}
    </div>
  )
}

/** Codes in the order in which a person should look at them. */
const places: Record<VerdictCode, number> = {
  reported: 0,
  'official-other': 1,
  lookalike: 2,
  malformed: 3,
  retired: 4,
  'unlisted-service': 5,
  unconfirmed: 6,
  'cannot-check': 7,
  official: 8,
  'public-service': 9,
  'unknown-brand': 10,
  'sender-id': 11,
  ordinary: 12,
  'not-phone': 13,
}

function mostTelling(verdicts: readonly Verdict[]): number {
  const found = verdicts.map(({ code }) => places[code])
  return found.indexOf(Math.min(...found))
}

/** `3 个号码：1 个官方号码，2 个未在名录中。` */
function summaryWords(verdicts: readonly Verdict[], language: Language, say: Say<AppKey>): string {
  const codes = [...new Set(verdicts.map(({ code }) => code))].sort((a, b) => places[a] - places[b])
  const parts = codes.map((code) => {
    const count = verdicts.filter((verdict) => verdict.code === code).length
    return say('popup.results.part', { count, chip: say(`chip.${code}`) })
  })
  const list = parts.join(language === 'en' ? ', ' : '，')
  return say('popup.results.count', { count: verdicts.length, list })
}

function VerdictWithChannels({ verdict, institutions, language, now, say }: ShownProps & { verdict: Verdict }): VNode {
  const named = new Set([...verdict.claimed, ...verdict.institutions].map((each) => each.id))
  const answers = institutions.filter((answer) => named.has(answer.institution.id))
  const unknown = verdict.code === 'unknown-brand'
  return (
    <VerdictView
      verdict={verdict}
      language={language}
      say={say}
      route={unknown && <Route institution={answers[0]?.institution} say={say} />}
    >
      {!unknown &&
        answers.map((answer) => (
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

/** In place of a number. */
function Route({ institution, say }: { institution: PublishedInstitution | undefined; say: Say<AppKey> }): VNode {
  return (
    <>
      <h3 class="route-title">{say('path.title')}</h3>
      <ContactPath institution={institution} say={say} />
    </>
  )
}
