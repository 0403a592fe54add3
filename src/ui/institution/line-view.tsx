/** One line of an institution: number, what for, open now or not, keys, and where it comes from. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import { type Language, localText } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { PublishedHotline } from '../../registry/schema.ts'
import { CopyButton } from '../card/call-back.tsx'
import { Chip } from '../parts/chip.tsx'
import { NumberText, readable } from '../parts/number-text.tsx'
import { SourceLine } from '../parts/source-line.tsx'
import { opening } from './opening.ts'
import { dayWords, spanWords } from './opening-words.ts'

interface LineViewProps {
  line: PublishedHotline
  /** Milliseconds since 1970. */
  now: number
  language: Language
  say: Say<AppKey>
}

export function LineView({ line, now, language, say }: LineViewProps): VNode {
  return (
    <li class="line" data-code={line.level}>
      <p class="line-head">
        <span class="call-number">
          <NumberText>{readable(line.number)}</NumberText>
        </span>
        <CopyButton words={line.number} label={say('card.copy')} say={say} />
      </p>
      <LineLabel line={line} language={language} say={say} />
      <OpeningLine line={line} now={now} language={language} say={say} />
      {line.menu && line.menu.length > 0 && (
        <p class="small">
          {say('menu.title')}
          {line.menu.map((entry) => say('menu.key', entry)).join(language === 'en' ? '; ' : '；')}
        </p>
      )}
      <LineSource line={line} say={say} />
    </li>
  )
}

type LinePartProps = Pick<LineViewProps, 'line' | 'language' | 'say'>

/** A line to recognise and not to dial: it only calls out, or nobody has confirmed it. */
export function PlainLine({ line, language, say }: LinePartProps): VNode {
  return (
    <li class="line" data-code={line.level}>
      <p class="plain-number">
        <NumberText>{readable(line.number)}</NumberText>
      </p>
      <LineLabel line={line} language={language} say={say} />
      <LineSource line={line} say={say} />
    </li>
  )
}

function LineLabel({ line, language, say }: LinePartProps): VNode {
  return (
    <>
      <p class="small line-label">
        <Chip code={line.level} say={say} />
        {localText(line.label, language) || say(`purpose.${line.purpose}`)}
      </p>
      {line.region && <p class="small">{say('lines.local', { region: line.region })}</p>}
    </>
  )
}

function LineSource({ line, say }: Pick<LineViewProps, 'line' | 'say'>): VNode {
  return (
    <p class="small soft">
      <SourceLine source={line.sources[0]} seen={line.seen} say={say} />
    </p>
  )
}

/** Hours, whether someone answers now, and what to do when nobody does. */
function OpeningLine({ line, now, language, say }: LineViewProps): VNode {
  const state = opening(line.hours, now)
  if (state.kind === 'unknown') return <p class="small soft">{say('hours.unknown')}</p>
  const spans = Array.isArray(line.hours) ? line.hours.map((span) => spanWords(span, say, language)) : []
  const open = state.kind !== 'closed'
  return (
    <>
      <p class="small">
        <strong class="opening" data-open={open ? '' : undefined}>
          {say(open ? 'hours.open' : 'hours.closed')}
        </strong>{' '}
        · {state.kind === 'always' ? say('hours.always') : spans.join(' · ')}
      </p>
      {state.kind === 'closed' && (
        <p class="small">
          {state.next && `${say('hours.next', { day: dayWords(state.next.date, language), time: state.next.time })} `}
          {say('hours.after')}
        </p>
      )}
      {state.kind !== 'always' && !state.holidaysKnown && <p class="small soft">{say('hours.no-holidays')}</p>}
    </>
  )
}
