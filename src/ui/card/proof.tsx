/** What a verdict rests on, with its date: the notice, the entry and its source, or the list that was asked. */
import type { VNode } from 'preact'
import type { CardKey } from '../../locales/card-words.ts'
import { type Language, localText } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { Fact } from '../parts/fact.tsx'
import { SourceLine } from '../parts/source-line.tsx'
import { RecordText, Words } from '../parts/words.tsx'
import { dayOf } from './explain.ts'
import { NoticeLine } from './notice-line.tsx'

interface ProofProps {
  verdict: Verdict
  language: Language
  say: Say<CardKey>
}

export function Proof(props: ProofProps): VNode | null {
  const { code, registry } = props.verdict
  // Without a list there is nothing to name; `not-phone` never asked it.
  if (code === 'not-phone' || registry.seq === 0) return null
  return (
    <dl class="facts proof">
      <ProofFacts {...props} />
    </dl>
  )
}

function ProofFacts({ verdict, language, say }: ProofProps): VNode {
  const { line, notice, registry } = verdict
  if (notice) {
    return (
      <Fact name={say('card.why.notice')}>
        <NoticeLine notice={notice} />
      </Fact>
    )
  }
  if (line) {
    return (
      <>
        <Fact name={say('card.why.entry')}>
          <RecordText>{localText(line.label, language)}</RecordText>
        </Fact>
        <Fact name={say('card.why.source')}>
          <SourceLine source={line.source} seen={line.seen} say={say} />
        </Fact>
      </>
    )
  }
  return (
    <Fact name={say('card.why.registry')}>
      <Words language={language}>
        {say('card.why.registry.value', { seq: registry.seq, date: dayOf(registry.provenAt) })}
      </Words>
    </Fact>
  )
}
