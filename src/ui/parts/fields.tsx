/** Labelled inputs of the guide. Long notes warn when they seem to hold an ID or card number. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import { sensitiveIn } from '../notebook/sensitive.ts'
import { useOwnId } from './own-id.ts'

interface NoteFieldProps {
  label: string
  value: string
  /** Lines to show; 1 is a plain input. */
  rows?: number
  onInput: (value: string) => void
  say: Say<AppKey>
}

/** Free text of the person's own notes. */
export function NoteField({ label, value, rows = 1, onInput, say }: NoteFieldProps): VNode {
  const id = useOwnId()
  const sensitive = sensitiveIn(value)
  const shared = {
    id,
    value,
    autocomplete: 'off',
    spellcheck: false,
    'aria-describedby': sensitive ? `${id}-warning` : undefined,
  } as const
  return (
    <div class="field">
      <label class="field-name" for={id}>
        {label}
      </label>
      {rows === 1 ? (
        <input type="text" {...shared} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <textarea rows={rows} {...shared} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      <p id={`${id}-warning`} class="small field-warning" role="status">
        {sensitive ? say(`note.sensitive.${sensitive}`) : ''}
      </p>
    </div>
  )
}

interface TimeFieldProps {
  label: string
  /** Milliseconds since 1970. */
  value: number | undefined
  onInput: (value: number | undefined) => void
}

/** A time to the minute, in the person's own zone. */
export function TimeField({ label, value, onInput }: TimeFieldProps): VNode {
  return (
    <label class="field">
      <span class="field-name">{label}</span>
      <input
        type="datetime-local"
        value={value === undefined ? '' : localMinute(value)}
        onInput={(event) => {
          const time = Date.parse(event.currentTarget.value)
          onInput(Number.isNaN(time) ? undefined : time)
        }}
      />
    </label>
  )
}

/** `YYYY-MM-DDTHH:MM` in the zone of this machine, as `datetime-local` wants it. */
export function localMinute(time: number): string {
  return new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

interface CheckListProps<Item extends string> {
  title: string
  items: readonly { item: Item; words: string }[]
  checked: readonly Item[]
  onToggle: (item: Item) => void
}

export function CheckList<Item extends string>({ title, items, checked, onToggle }: CheckListProps<Item>): VNode {
  return (
    <fieldset class="check-list">
      <legend>{title}</legend>
      {items.map(({ item, words }) => (
        <CheckBox key={item} label={words} checked={checked.includes(item)} onToggle={() => onToggle(item)} />
      ))}
    </fieldset>
  )
}

interface CheckBoxProps {
  label: string
  checked: boolean
  onToggle: () => void
}

export function CheckBox({ label, checked, onToggle }: CheckBoxProps): VNode {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={onToggle} />
      <span>{label}</span>
    </label>
  )
}
