/** One verdict in full: what, why, source and date, one thing to do, and the folds. The card and the popup both show it. */
import type { ComponentChildren, VNode } from 'preact'
import type { CardKey } from '../../locales/card-words.ts'
import { everydayName, type Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { Chip } from '../parts/chip.tsx'
import { Fold } from '../parts/fold.tsx'
import { NumberText } from '../parts/number-text.tsx'
import { useOwnId } from '../parts/own-id.ts'
import { VerdictIcon } from '../parts/verdict-icon.tsx'
import { Words } from '../parts/words.tsx'
import { CallBack } from './call-back.tsx'
import { Compare } from './compare.tsx'
import { Emergency } from './emergency.tsx'
import { type Explanation, explain } from './explain.ts'
import { Proof } from './proof.tsx'
import { WhyPanel } from './why-panel.tsx'

interface VerdictViewProps {
  verdict: Verdict
  language: Language
  say: Say<CardKey>
  /** Ids of title and summary, for a dialog around it. */
  titleId?: string
  summaryId?: string
  /** Stands under the thing to do: the way to official service where no number can be given. */
  route?: ComponentChildren
  /** More folds at the end. */
  children?: ComponentChildren
}

export function VerdictView(props: VerdictViewProps): VNode {
  const { verdict, language, say, titleId, summaryId, route, children } = props
  const explained = explain(verdict, say, language)
  const group = useOwnId()
  return (
    <div class="verdict" data-code={verdict.code}>
      <div class="verdict-head">
        <span class="shape">
          <VerdictIcon code={verdict.code} />
        </span>
        <h2 id={titleId} class="verdict-title">
          <span class="verdict-chip">{explained.chip}</span>
          <NumberText>{verdict.raw}</NumberText>
        </h2>
      </div>
      <p id={summaryId} class="what">
        <Words language={language}>{explained.what}</Words>
      </p>
      <Reasons verdict={verdict} explained={explained} language={language} say={say} />
      <div class="todo">
        <p>
          <Words language={language}>{explained.todo}</Words>
        </p>
        {explained.call && <CallBack number={explained.call.number} label={explained.call.label} say={say} />}
      </div>
      {route && <div class="route">{route}</div>}
      {explained.tips.map((tip) => (
        <p class="tip" key={tip}>
          {tip}
        </p>
      ))}
      <div class="folds">
        <Fold title={say('card.why')} group={group}>
          <WhyPanel verdict={verdict} language={language} say={say} />
        </Fold>
        <Fold title={say('card.tips')} group={group}>
          <FixedTips say={say} />
        </Fold>
        <Fold title={say('card.emergency')} group={group}>
          <Emergency bank={bankOf(verdict, language)} language={language} say={say} />
        </Fold>
        {children}
      </div>
    </div>
  )
}

interface ReasonsProps {
  verdict: Verdict
  explained: Explanation
  language: Language
  say: Say<CardKey>
}

/** Why, what else there is to know, and last what it rests on. */
function Reasons({ verdict, explained, language, say }: ReasonsProps): VNode {
  return (
    <div class="reasons">
      <p class="why">
        <Words language={language}>{explained.why}</Words>
      </p>
      {verdict.compare && <Compare verdict={{ ...verdict, compare: verdict.compare }} say={say} />}
      {explained.notes.length > 0 && (
        <ul class="notes">
          {explained.notes.map((note) => (
            <li key={note}>
              <Words language={language}>{note}</Words>
            </li>
          ))}
        </ul>
      )}
      <Proof verdict={verdict} language={language} say={say} />
    </div>
  )
}

export function FixedTips({ say }: { say: Say<CardKey> }): VNode {
  return (
    <ul class="fixed-tips">
      <li>{say('card.tips.code')}</li>
      <li>{say('card.tips.transfer')}</li>
      <li>{say('card.tips.hang-up')}</li>
    </ul>
  )
}

/** The listed line to stop payments with: the one to call back, or the official one that was read. */
function bankOf(verdict: Verdict, language: Language): { institution: string; number: string } | undefined {
  const line = verdict.callInstead ?? (verdict.code === 'official' ? verdict.line : undefined)
  if (!line || verdict.modifiers.includes('outbound-only')) return undefined
  const owner = [...verdict.claimed, ...verdict.institutions].find((named) => named.id === line.institution)
  return owner && { institution: everydayName(owner.name, language), number: line.number }
}

/** A verdict as one row: shape, words, number. */
export function VerdictRow({ verdict, say }: { verdict: Verdict; say: Say<CardKey> }): VNode {
  return (
    <span class="row">
      <NumberText>{verdict.raw}</NumberText>
      <Chip code={verdict.code} say={say} />
    </span>
  )
}
