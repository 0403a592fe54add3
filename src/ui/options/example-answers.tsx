/** The verdicts of an example sentence, from the list that is really in use. */
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import type { LookUpAnswer } from '../popup/found.tsx'

interface ExampleAnswersProps {
  example: string
  lookUp: (text: string) => Promise<LookUpAnswer>
  say: Say<AppKey>
  /** What stands for one verdict. */
  answer: (verdict: Verdict) => VNode
}

export function ExampleAnswers({ example, lookUp, say, answer }: ExampleAnswersProps): VNode {
  const [verdicts, setVerdicts] = useState<Verdict[] | 'failed'>([])
  useEffect(() => {
    lookUp(example).then(
      (found) => setVerdicts(found.verdicts),
      () => setVerdicts('failed'),
    )
  }, [example])
  return (
    <>
      <blockquote class="example">{example}</blockquote>
      {verdicts === 'failed' ? (
        <p>{say('live.failed')}</p>
      ) : (
        <ul class="example-answers" aria-live="polite">
          {verdicts.map((verdict) => (
            <li key={verdict.start}>{answer(verdict)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
