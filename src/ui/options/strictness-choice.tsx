/** How much is marked on pages, with an example that shows the choice at once. It changes no verdict. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import { isMarked, type Strictness, strictnesses } from '../../verdict/marked-codes.ts'
import { VerdictRow } from '../card/verdict-view.tsx'
import { NumberText } from '../parts/number-text.tsx'
import type { LookUpAnswer } from '../popup/found.tsx'
import { ExampleAnswers } from './example-answers.tsx'

interface StrictnessChoiceProps {
  /** What is in force. */
  value: Strictness
  /** Set by the organisation: shown, not to be changed. */
  fixed: boolean
  lookUp: (text: string) => Promise<LookUpAnswer>
  onChoose: (strictness: Strictness) => void
  say: Say<AppKey>
}

export function StrictnessChoice({ value, fixed, lookUp, onChoose, say }: StrictnessChoiceProps): VNode {
  return (
    <div class="beside">
      <fieldset class="choices" disabled={fixed}>
        <legend class="unseen">{say('strict.title')}</legend>
        {strictnesses.map((each) => (
          <label class="choice" key={each}>
            <input type="radio" name="strictness" checked={each === value} onChange={() => onChoose(each)} />
            <span>
              <b>{say(`strict.${each}`)}</b>
              <span class="small soft">{say(`strict.${each}.what`)}</span>
            </span>
          </label>
        ))}
        {fixed && <p class="small">{say('policy.fixed')}</p>}
        <p class="small soft">{say('strict.hint')}</p>
      </fieldset>
      <Example value={value} lookUp={lookUp} say={say} />
    </div>
  )
}

function Example({ value, lookUp, say }: Pick<StrictnessChoiceProps, 'value' | 'lookUp' | 'say'>): VNode {
  return (
    <div class="strict-example">
      <p class="small soft">{say('strict.example')}</p>
      <ExampleAnswers
        example={say('strict.text')}
        lookUp={lookUp}
        say={say}
        answer={(verdict) =>
          isMarked(verdict.code, value) ? (
            <VerdictRow verdict={verdict} say={say} />
          ) : (
            <span class="row soft">
              <NumberText>{verdict.raw}</NumberText>
              <span class="small">{say('strict.unmarked')}</span>
            </span>
          )
        }
      />
    </div>
  )
}
