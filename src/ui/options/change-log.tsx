/** The last publications, newest first: when, why, who signed, and which numbers came, went or changed. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import { everydayName, type Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { History, HistoryEntry, HistoryNumber, HistoryNumbers } from '../../registry/history.ts'
import { dayOf } from '../card/explain.ts'
import { Fold } from '../parts/fold.tsx'
import { NumberText } from '../parts/number-text.tsx'
import { namesIn } from './signatures.tsx'

interface ChangeLogProps {
  history: History | null
  /** Number of the active publication, and the names of those who signed it. */
  seq: number | undefined
  signedBy: readonly string[]
  language: Language
  say: Say<AppKey>
}

export function ChangeLog({ history, seq, signedBy, language, say }: ChangeLogProps): VNode {
  if (history === null) return <p class="soft">{say('log.none')}</p>
  const newest = history.entries.at(-1)
  return (
    <Fold title={say('log.title', { count: history.entries.length })}>
      {newest && seq !== undefined && newest.seq !== seq && <p>{say('log.behind', { seq: newest.seq })}</p>}
      <ol class="publications">
        {history.entries.toReversed().map((entry) => (
          <Publication
            key={entry.seq}
            entry={entry}
            signedBy={entry.signedBy ?? (entry === newest ? signedBy : [])}
            language={language}
            say={say}
          />
        ))}
      </ol>
      <p class="small soft">{say('log.signed')}</p>
    </Fold>
  )
}

interface PublicationProps {
  entry: HistoryEntry
  signedBy: readonly string[]
  language: Language
  say: Say<AppKey>
}

function Publication({ entry, signedBy, language, say }: PublicationProps): VNode {
  const { seq, builtAt, why, changes } = entry
  const groups = changes && (['added', 'removed', 'changed'] as const).filter((kind) => changes[kind].count > 0)
  return (
    <li class="publication">
      <p class="publication-head">{say('log.head', { seq, date: dayOf(builtAt) })}</p>
      <p>{say('log.why', { why })}</p>
      {signedBy.length > 0 && <p class="small soft">{say('log.by', { names: namesIn(signedBy, language) })}</p>}
      {changes && groups?.length === 0 && changes.others === 0 && <p class="small">{say('log.nothing')}</p>}
      {groups?.map((kind) => (
        <div key={kind}>
          <p class="small">{say(`log.${kind}`, { count: changes?.[kind].count ?? 0 })}</p>
          {changes && <Numbers numbers={changes[kind]} language={language} say={say} />}
        </div>
      ))}
      {changes && changes.others > 0 && <p class="small">{say('log.others', { count: changes.others })}</p>}
    </li>
  )
}

interface NumbersProps {
  numbers: HistoryNumbers
  language: Language
  say: Say<AppKey>
}

function Numbers({ numbers: { count, told }, language, say }: NumbersProps): VNode {
  return (
    <ul class="plain-list small">
      {told.map((line, at) => (
        <li key={at}>
          <NumberText>{line.number}</NumberText> {everydayName(line.name, language)}
          {whatChanged(line, language, say)}
        </li>
      ))}
      {count > told.length && <li>{say('log.more', { count: count - told.length })}</li>}
    </ul>
  )
}

function whatChanged({ fields }: HistoryNumber, language: Language, say: Say<AppKey>): string {
  if (!fields || fields.length === 0) return ''
  const words = fields.map((field) => say(`log.field.${field}`))
  return say('log.what', { fields: namesIn(words, language) })
}
