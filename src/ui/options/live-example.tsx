/** Two numbers of an example sentence, checked against the list that is really in use. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import { explain } from '../card/explain.ts'
import { VerdictRow } from '../card/verdict-view.tsx'
import type { LookUpAnswer } from '../popup/found.tsx'
import { ExampleAnswers } from './example-answers.tsx'

interface LiveExampleProps {
  language: Language
  lookUp: (text: string) => Promise<LookUpAnswer>
  say: Say<AppKey>
}

export function LiveExample({ language, lookUp, say }: LiveExampleProps): VNode {
  return (
    <>
      <p>{say('live.lead')}</p>
      <ExampleAnswers
        example={say('live.text')}
        lookUp={lookUp}
        say={say}
        answer={(verdict) => (
          <>
            <VerdictRow verdict={verdict} say={say} />
            <p class="small soft">{explain(verdict, say, language).what}</p>
          </>
        )}
      />
    </>
  )
}
