/** Five harmless messages to learn the marks on; the answers come from the same check as everything else. */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { VerdictView } from '../card/verdict-view.tsx'
import { Button } from '../parts/button.tsx'
import { useFocusIfLost } from '../parts/focus-if-lost.ts'
import { Section } from '../parts/section.tsx'
import type { LookUpAnswer } from '../popup/found.tsx'

interface PracticeViewProps {
  language: Language
  lookUp: (text: string) => Promise<LookUpAnswer>
  say: Say<AppKey>
}

const messages = ['practice.1', 'practice.2', 'practice.3', 'practice.4', 'practice.5'] as const

export function PracticeView(props: PracticeViewProps): VNode {
  const { say } = props
  const [index, setIndex] = useState(0)
  const message = messages[index]
  return (
    <Section title={say('guide.practice')}>
      <p>{say('practice.lead')}</p>
      {message ? (
        <Exercise key={message} {...props} message={message} index={index} onNext={() => setIndex(index + 1)} />
      ) : (
        <>
          <p>{say('practice.done')}</p>
          <p>
            <Button heir onPress={() => setIndex(0)}>
              {say('practice.again')}
            </Button>
          </p>
        </>
      )}
    </Section>
  )
}

interface ExerciseProps extends PracticeViewProps {
  message: (typeof messages)[number]
  index: number
  onNext: () => void
}

function Exercise({ message, index, onNext, language, lookUp, say }: ExerciseProps): VNode {
  const [verdicts, setVerdicts] = useState<Verdict[] | 'failed' | undefined>(undefined)
  const [chosen, setChosen] = useState<'call' | 'check'>('check')
  const words = say(message)
  const start = useFocusIfLost<HTMLParagraphElement>()
  const result = useFocusIfLost<HTMLDivElement>(true, verdicts)
  async function reveal(choice: 'call' | 'check'): Promise<void> {
    setChosen(choice)
    setVerdicts(
      await lookUp(words).then(
        (found) => found.verdicts,
        () => 'failed' as const,
      ),
    )
  }
  return (
    <div class="exercise">
      <p ref={start} tabIndex={-1} class="small soft">
        {say('practice.item', { index: index + 1, count: messages.length })}
      </p>
      <blockquote class="example" lang="zh-CN">
        {words}
      </blockquote>
      <p class="small soft">{say(`${message}.about`)}</p>
      {verdicts === undefined && (
        <p class="actions">
          <Button onPress={() => void reveal('call')}>{say('practice.call')}</Button>
          <Button onPress={() => void reveal('check')}>{say('practice.check')}</Button>
        </p>
      )}
      <div ref={result} tabIndex={-1} aria-live="polite">
        {verdicts === 'failed' && <p>{say('popup.failed')}</p>}
        {Array.isArray(verdicts) && <p class="outcome">{say(outcomeOf(chosen, verdicts))}</p>}
        {Array.isArray(verdicts) &&
          verdicts.map((verdict) => (
            <div class="found-card" key={verdict.start}>
              <VerdictView verdict={verdict} language={language} say={say} />
            </div>
          ))}
      </div>
      {verdicts !== undefined && (
        <p>
          <Button kind="main" onPress={onNext}>
            {say('practice.next')}
          </Button>
        </p>
      )}
    </div>
  )
}

/** Checking first is never called a mistake. */
function outcomeOf(chosen: 'call' | 'check', verdicts: readonly Verdict[]) {
  if (!mayCall(verdicts)) return chosen === 'check' ? 'practice.agree' : 'practice.differ'
  return chosen === 'check' ? 'practice.careful' : 'practice.agree'
}

/** Fine to dial as it stands: every number is an official or a public one. */
function mayCall(verdicts: readonly Verdict[]): boolean {
  return verdicts.every((verdict) => verdict.code === 'official' || verdict.code === 'public-service')
}
