/** The paste box and its answers. What was pasted lives in this component and nowhere else. */
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../locales/language.ts'
import type { PopupKey } from '../../locales/popup-words.ts'
import type { Say } from '../../locales/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { VerdictRow, VerdictView } from '../card/verdict-view.tsx'
import { Button } from '../parts/button.tsx'

/** The most that one look-up takes, in UTF-16 units (protocol.ts, `lookUp`). */
const longest = 20_000

type Answer =
  | { kind: 'none' }
  | { kind: 'asking' }
  | { kind: 'verdicts'; verdicts: Verdict[] }
  | { kind: 'too-long' }
  | { kind: 'failed' }

interface AskBoxProps {
  language: Language
  startText: string
  lookUp: (text: string) => Promise<Verdict[]>
  say: Say<PopupKey>
}

export function AskBox({ language, startText, lookUp, say }: AskBoxProps): VNode {
  const [words, setWords] = useState(startText)
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' })
  const latest = useRef(0)
  async function check(asked: string): Promise<void> {
    if (!asked.trim()) return
    if (asked.length > longest) return setAnswer({ kind: 'too-long' })
    latest.current += 1
    const turn = latest.current
    setAnswer({ kind: 'asking' })
    const next: Answer = await lookUp(asked).then(
      (verdicts): Answer => ({ kind: 'verdicts', verdicts }),
      (): Answer => ({ kind: 'failed' }),
    )
    if (turn === latest.current) setAnswer(next)
  }
  useEffect(() => void check(startText), [])
  return (
    <section class="popup-part">
      <form
        class="ask"
        onSubmit={(event) => {
          event.preventDefault()
          void check(words)
        }}
      >
        <label for="ask">{say('popup.ask')}</label>
        <textarea
          id="ask"
          rows={2}
          value={words}
          spellcheck={false}
          autocomplete="off"
          aria-describedby="ask-hint"
          onInput={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            void check(words)
          }}
        />
        <p class="ask-foot">
          <span id="ask-hint" class="small soft">
            {say('popup.ask.hint')}
          </span>
          <Button kind="main" submit>
            {say('popup.check')}
          </Button>
        </p>
      </form>
      <div aria-live="polite">
        <Answers answer={answer} language={language} say={say} />
      </div>
    </section>
  )
}

interface AnswersProps {
  answer: Answer
  language: Language
  say: Say<PopupKey>
}

function Answers({ answer, language, say }: AnswersProps): VNode | null {
  switch (answer.kind) {
    case 'none':
      return null
    case 'asking':
      return <p class="answer soft">{say('popup.checking')}</p>
    case 'too-long':
    case 'failed':
      return <p class="answer">{say(`popup.${answer.kind}`)}</p>
    case 'verdicts':
      return <Verdicts verdicts={answer.verdicts} language={language} say={say} />
  }
}

interface VerdictsProps {
  verdicts: Verdict[]
  language: Language
  say: Say<PopupKey>
}

/** One verdict stands open; of several, the first that is not ordinary does. */
function Verdicts({ verdicts, language, say }: VerdictsProps): VNode {
  const [only] = verdicts
  if (!only) return <p class="answer">{say('popup.nothing')}</p>
  if (verdicts.length === 1) {
    return (
      <div class="answer">
        <VerdictView verdict={only} language={language} say={say} />
      </div>
    )
  }
  const open = Math.max(
    0,
    verdicts.findIndex((verdict) => verdict.code !== 'ordinary' && verdict.code !== 'sender-id'),
  )
  return (
    <div class="answer">
      <p class="small soft">{say('popup.results.count', { count: verdicts.length })}</p>
      {verdicts.map((verdict, index) => (
        <details class="fold boxed" key={verdict.start} open={index === open} name="answers">
          <summary>
            <VerdictRow verdict={verdict} say={say} />
          </summary>
          <VerdictView verdict={verdict} language={language} say={say} />
        </details>
      ))}
    </div>
  )
}
