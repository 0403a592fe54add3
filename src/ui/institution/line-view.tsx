/** One line of an institution: number, what for, open now or not, keys, and where it comes from. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import { type Language, localText } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { Hours, PublishedHotline } from '../../registry/schema.ts'
import { CopyButton } from '../card/call-back.tsx'
import { Chip } from '../parts/chip.tsx'
import { NumberText } from '../parts/number-text.tsx'
import { SourceLine } from '../parts/source-line.tsx'
import { opening } from './opening.ts'

interface LineViewProps {
  line: PublishedHotline
  /** Milliseconds since 1970. */
  now: number
  language: Language
  say: Say<AppKey>
}

export function LineView({ line, now, language, say }: LineViewProps): VNode {
  const label = localText(line.label, language) || say(`purpose.${line.purpose}`)
  return (
    <li class="line" data-code={line.level}>
      <p class="line-head">
        <span class="call-number">
          <NumberText>{line.number}</NumberText>
        </span>
        <CopyButton words={line.number} label={say('card.copy')} say={say} />
      </p>
      <p class="small">
        <Chip code={line.level} say={say} /> {label}
      </p>
      {line.region && <p class="small">{say('lines.local', { region: line.region })}</p>}
      <OpeningLine line={line} now={now} say={say} />
      {line.menu && line.menu.length > 0 && (
        <p class="small">
          {say('menu.title')} {line.menu.map((entry) => say('menu.key', entry)).join(language === 'en' ? '; ' : '；')}
        </p>
      )}
      <p class="small soft">
        <SourceLine source={line.sources[0]} seen={line.seen} say={say} />
      </p>
    </li>
  )
}

/** Hours and whether someone answers now; nothing where the direction is out or the hours are not known. */
function OpeningLine({ line, now, say }: Pick<LineViewProps, 'line' | 'now' | 'say'>): VNode {
  const state = opening(line.hours, now)
  if (state.kind === 'always' || state.kind === 'unknown') return <p class="small soft">{say(`hours.${state.kind}`)}</p>
  const spans = line.hours === '24h' || !line.hours ? [] : line.hours
  return (
    <>
      <p class="small">
        <strong class="opening" data-open={state.kind === 'open' ? '' : undefined}>
          {say(`hours.${state.kind}`)}
        </strong>{' '}
        · {spans.map((span) => spanWords(span, say)).join(' · ')}
      </p>
      {state.kind === 'closed' && <p class="small">{say('hours.after')}</p>}
      {!state.holidaysKnown && <p class="small soft">{say('hours.no-holidays')}</p>}
    </>
  )
}

function spanWords({ days, from, to }: Hours, say: Say<AppKey>): string {
  const named = days === 'daily' || days === 'workdays' ? say(`hours.days.${days}`) : days
  return say('hours.span', { days: named, from, to })
}
