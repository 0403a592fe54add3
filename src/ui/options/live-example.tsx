/** Two numbers of an example sentence, checked against the list that is really in use. */
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { explain } from '../card/explain.ts'
import { VerdictRow } from '../card/verdict-view.tsx'
import type { LookUpAnswer } from '../popup/found.tsx'

interface LiveExampleProps {
  language: Language
  lookUp: (text: string) => Promise<LookUpAnswer>
  say: Say<AppKey>
}

export function LiveExample({ language, lookUp, say }: LiveExampleProps): VNode {
  const [verdicts, setVerdicts] = useState<Verdict[] | 'failed'>([])
  const example = say('live.text')
  useEffect(() => {
    lookUp(example).then(
      (found) => setVerdicts(found.verdicts),
      () => setVerdicts('failed'),
    )
  }, [example])
  return (
    <>
      <p>{say('live.lead')}</p>
      <blockquote class="example">{example}</blockquote>
      {verdicts === 'failed' ? (
        <p>{say('live.failed')}</p>
      ) : (
        <ul class="example-answers" aria-live="polite">
          {verdicts.map((verdict) => (
            <li key={verdict.start}>
              <VerdictRow verdict={verdict} say={say} />
              <p class="small soft">{explain(verdict, say, language).what}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
