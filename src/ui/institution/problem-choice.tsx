/** What the call is about: five radio buttons in a row, so arrow keys work as everywhere. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import { useOwnId } from '../parts/own-id.ts'
import { type Problem, problems } from './problem.ts'

interface ProblemChoiceProps {
  problem: Problem
  onChoose: (problem: Problem) => void
  say: Say<AppKey>
}

export function ProblemChoice({ problem, onChoose, say }: ProblemChoiceProps): VNode {
  const name = useOwnId()
  return (
    <fieldset class="choice">
      <legend class="small">{say('problem.title')}</legend>
      {problems.map((each) => (
        <label key={each} class="choice-item">
          <input type="radio" name={name} checked={each === problem} onChange={() => onChoose(each)} />
          <span>{say(`problem.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
