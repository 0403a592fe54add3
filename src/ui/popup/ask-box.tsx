/** The paste box and its answers. What was pasted lives in this component and nowhere else. */
import type { VNode } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import { Button } from '../parts/button.tsx'
import { Found, type LookUpAnswer } from './found.tsx'

/** The most that one look-up takes, in UTF-16 units: `limits.lookUp` of message-bodies.ts (a test compares). */
const longest = 20_000

type Answer =
  | { kind: 'none' }
  | { kind: 'asking' }
  | { kind: 'found'; found: LookUpAnswer }
  | { kind: 'too-long' }
  | { kind: 'failed' }

interface AskBoxProps {
  language: Language
  /** Milliseconds since 1970. */
  now: number
  startText: string
  lookUp: (text: string) => Promise<LookUpAnswer>
  say: Say<AppKey>
}

export function AskBox({ language, now, startText, lookUp, say }: AskBoxProps): VNode {
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
      (found): Answer => ({ kind: 'found', found }),
      (): Answer => ({ kind: 'failed' }),
    )
    if (turn === latest.current) setAnswer(next)
  }
  const box = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => box.current?.focus(), [])
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
          ref={box}
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
        <Answers answer={answer} language={language} now={now} say={say} />
      </div>
    </section>
  )
}

interface AnswersProps {
  answer: Answer
  language: Language
  now: number
  say: Say<AppKey>
}

function Answers({ answer, language, now, say }: AnswersProps): VNode | null {
  switch (answer.kind) {
    case 'none':
      return null
    case 'asking':
      return <p class="answer soft">{say('popup.checking')}</p>
    case 'too-long':
    case 'failed':
      return <p class="answer">{say(`popup.${answer.kind}`)}</p>
    case 'found':
      return (
        <>
          <h2 class="unseen">{say('popup.answer')}</h2>
          <Found found={answer.found} language={language} now={now} say={say} />
        </>
      )
  }
}
