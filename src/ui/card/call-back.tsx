/** “挂断再回拨”: the listed number, large, and a way to take it along. */
import { Check, Copy } from 'lucide'
import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { CardKey } from '../../locales/card-words.ts'
import type { Say } from '../../locales/text.ts'
import { Button } from '../parts/button.tsx'
import { NumberText, readable } from '../parts/number-text.tsx'
import { RecordText } from '../parts/words.tsx'

interface CallBackProps {
  number: string
  label: string
  say: Say<CardKey>
}

export function CallBack({ number, label, say }: CallBackProps): VNode {
  return (
    <div class="call-back">
      <p class="call-number">
        <NumberText>{readable(number)}</NumberText>
      </p>
      <CopyButton words={number} say={say} label={say('card.copy')} />
      <p class="small call-label">
        <RecordText>{label}</RecordText>
      </p>
    </div>
  )
}

interface CopyButtonProps {
  words: string
  label: string
  say: Say<CardKey>
}

/** Copies; where the page forbids it (http, permission policy) it selects the words instead and says so. */
export function CopyButton({ words, label, say }: CopyButtonProps): VNode {
  const [state, setState] = useState<'ready' | 'copied' | 'selected'>('ready')
  const here = useRef<HTMLSpanElement>(null)
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(words)
      setState('copied')
    } catch {
      const number = here.current?.parentElement?.querySelector('.number')
      if (number) getSelection()?.selectAllChildren(number)
      setState('selected')
    }
  }
  const said = { ready: label, copied: say('card.copied'), selected: say('card.copy-failed') }[state]
  return (
    <span ref={here} class="copy" aria-live="polite">
      <Button icon={state === 'copied' ? Check : Copy} onPress={copy}>
        {said}
      </Button>
    </span>
  )
}
