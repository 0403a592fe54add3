/** Everything official about one institution: the right line first, how to find its service, other ways, facts with sources. */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { AppKey } from '../../locales/app-words.ts'
import { everydayName, type Language, localText } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { InstitutionAnswer } from '../../protocol.ts'
import type { PublishedInstitution } from '../../registry/schema.ts'
import { Fold } from '../parts/fold.tsx'
import { Channels } from './channels.tsx'
import { ContactPath } from './contact-path.tsx'
import { InstitutionFacts } from './institution-facts.tsx'
import { FirstLine, isPublic, LineFolds } from './lines.tsx'
import { dateAt } from './opening.ts'
import { linesFor, type Problem } from './problem.ts'
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
  const shown = { language, now, say }
  const lender = !isPublic(institution)
  const callable = lender && linesFor(problem, institution.hotlines, dateAt(now)).length > 0
  return (
    <article class="institution" aria-label={everydayName(institution.name, language)}>
      <Names institution={institution} language={language} say={say} />
      {callable && <ProblemChoice problem={problem} onChoose={setProblem} say={say} />}
      <FirstLine institution={institution} problem={problem} {...shown} />
      {callable && (
        <p class="todo">
          <strong class="small">{say('say.title')}</strong>
          <br />
          {say(`say.${problem}`)}
        </p>
      )}
      <div class="folds">
        <LineFolds answer={answer} problem={problem} {...shown} />
        {callable && (
          <>
            <Fold title={say('ready.title')}>
              <Ready say={say} />
            </Fold>
            <Fold title={say('path.title')}>
              <ContactPath institution={institution} say={say} />
            </Fold>
          </>
        )}
        {lender && (
          <Fold title={say('channels.title')}>
            <Channels channels={institution.channels ?? []} language={language} say={say} />
          </Fold>
        )}
        <Fold title={say('facts.title')}>
          <InstitutionFacts institution={institution} parent={parent} language={language} say={say} />
        </Fold>
      </div>
    </article>
  )
}

interface NamesProps {
  institution: PublishedInstitution
  language: Language
  say: Say<AppKey>
}

/** The everyday name large; the legal one, what kind of institution it is, other names and products below. */
function Names({ institution, language, say }: NamesProps): VNode {
  const name = everydayName(institution.name, language)
  const legal = localText(institution.name, language)
  const products = [...new Set((institution.products ?? []).map((product) => product.name))]
  const aliases = institution.aliases
    .map((alias) => alias.text)
    .filter((alias) => alias !== name && alias !== legal && !products.includes(alias))
  const list = (names: readonly string[]): string => names.slice(0, 6).join(language === 'en' ? ', ' : '、')
  return (
    <header>
      <h3 class="institution-name">{name}</h3>
      <p class="small soft">
        {say(`inst.kind.${institution.kind}`)}
        {legal !== name && ` · ${legal}`}
      </p>
      {aliases.length > 0 && <p class="small soft">{say('inst.also', { names: list(aliases) })}</p>}
      {products.length > 0 && <p class="small soft">{say('inst.products', { names: list(products) })}</p>}
    </header>
  )
}

function Ready({ say }: { say: Say<AppKey> }): VNode {
  return (
    <>
      <ul class="fixed-tips">
        <li>{say('ready.menu')}</li>
        <li>{say('ready.id')}</li>
        <li>{say('ready.paper')}</li>
        <li>{say('ready.facts')}</li>
      </ul>
      <p class="small soft">{say('ready.kept')}</p>
      <p class="small">
        <a href="guide.html#call" target="_blank" rel="noopener">
          {say('ready.sheet')}
        </a>
      </p>
    </>
  )
}
