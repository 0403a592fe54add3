/** Everything official about one institution: the right line first, how to find its service, other ways, facts with sources. */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { AppKey } from '../../locales/app-words.ts'
import { type Language, localText } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { InstitutionAnswer } from '../../protocol.ts'
import type { PublishedInstitution } from '../../registry/schema.ts'
import { Fold } from '../parts/fold.tsx'
import { Channels } from './channels.tsx'
import { ContactPath } from './contact-path.tsx'
import { InstitutionFacts } from './institution-facts.tsx'
import { LineView } from './line-view.tsx'
import { dateAt } from './opening.ts'
import { linesFor, outgoingLines, type Problem } from './problem.ts'
import { ProblemChoice } from './problem-choice.tsx'

interface InstitutionCardProps {
  answer: InstitutionAnswer
  language: Language
  /** Milliseconds since 1970. */
  now: number
  say: Say<AppKey>
}

export function InstitutionCard({ answer, language, now, say }: InstitutionCardProps): VNode {
  const [problem, setProblem] = useState<Problem>('ask')
  const { institution, parent } = answer
  const name = localText(institution.name, language)
  const aliases = institution.aliases.map((alias) => alias.text).filter((alias) => alias !== name)
  return (
    <article class="institution" aria-label={name}>
      <h3 class="institution-name">{name}</h3>
      <p class="small soft">{say(`inst.kind.${institution.kind}`)}</p>
      {aliases.length > 0 && (
        <p class="small soft">
          {say('inst.also', { names: aliases.slice(0, 6).join(language === 'en' ? ', ' : '、') })}
        </p>
      )}
      <ProblemChoice problem={problem} onChoose={setProblem} say={say} />
      <Lines answer={answer} problem={problem} language={language} now={now} say={say} />
      <p class="todo">
        <strong class="small">{say('say.title')}</strong>
        <br />
        {say(`say.${problem}`)}
      </p>
      <div class="folds">
        <Fold title={say('ready.title')}>
          <ul class="fixed-tips">
            <li>{say('ready.id')}</li>
            <li>{say('ready.paper')}</li>
            <li>{say('ready.facts')}</li>
          </ul>
          <p class="small soft">{say('ready.kept')}</p>
        </Fold>
        <Fold title={say('path.title')}>
          <ContactPath institution={institution} say={say} />
        </Fold>
        <Fold title={say('channels.title')}>
          <Channels channels={institution.channels ?? []} language={language} say={say} />
        </Fold>
        <Fold title={say('facts.title')}>
          <InstitutionFacts institution={institution} parent={parent} language={language} say={say} />
        </Fold>
      </div>
    </article>
  )
}

interface LinesProps extends InstitutionCardProps {
  problem: Problem
}

function Lines({ answer, problem, language, now, say }: LinesProps): VNode {
  const { institution, parent } = answer
  const today = dateAt(now)
  const [first, ...others] = linesFor(problem, institution.hotlines, today)
  const group = parent ? linesFor(problem, parent.hotlines, today) : []
  const outgoing = outgoingLines(institution.hotlines, today)
  const shown = { now, language, say }
  return (
    <div class="lines">
      {first ? (
        <ul class="line-list">
          <LineView line={first} {...shown} />
        </ul>
      ) : (
        <p>{say('lines.none')}</p>
      )}
      {first && <p class="small soft">{say('lines.busy')}</p>}
      {others.length > 0 && <LineFold title={say('lines.more')} lines={others} shown={shown} />}
      {group.length > 0 && (
        <LineFold title={say('lines.group')} note={say('note.group-line')} lines={group} shown={shown} />
      )}
      {outgoing.length > 0 && (
        <LineFold title={say('lines.out')} note={say('lines.out.note')} lines={outgoing} shown={shown} />
      )}
    </div>
  )
}

interface LineFoldProps {
  title: string
  note?: string
  lines: PublishedInstitution['hotlines']
  shown: { now: number; language: Language; say: Say<AppKey> }
}

function LineFold({ title, note, lines, shown }: LineFoldProps): VNode {
  return (
    <Fold title={title}>
      {note && <p class="small soft">{note}</p>}
      <ul class="line-list">
        {lines.map((line) => (
          <LineView key={line.canonical + line.purpose} line={line} {...shown} />
        ))}
      </ul>
    </Fold>
  )
}
