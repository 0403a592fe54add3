/** The person's matters: a list, or one of them opened. */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import { timeWords } from '../notebook/letters.ts'
import { dueCalls, type Matter, newMatter } from '../notebook/matter.ts'
import type { SavedLine } from '../notebook/saved-line.ts'
import { Button } from '../parts/button.tsx'
import { Section } from '../parts/section.tsx'
import { DeleteButton } from './delete-button.tsx'
import { MatterView } from './matter-view.tsx'

export interface CallViewProps {
  language: Language
  matters: Matter[]
  saved: SavedLine[]
  lasting: boolean
  now: () => number
  newId: () => string
  onSave: (matter: Matter) => Promise<void>
  onRemove: (id: string) => Promise<void>
  onRemoveAll: () => Promise<void>
  onRemind: () => Promise<boolean>
  onSaveFile: (name: string, type: string, text: string) => void
  say: Say<AppKey>
}

export function CallView(props: CallViewProps): VNode {
  const { matters, say, language } = props
  const [open, setOpen] = useState<Matter | undefined>(undefined)
  const [deleted, setDeleted] = useState(false)
  if (open) {
    const stored = matters.find((matter) => matter.id === open.id) ?? open
    return <MatterView {...props} matter={stored} onClose={() => setOpen(undefined)} />
  }
  return (
    <Section title={say('guide.call')} heir={matters.length}>
      <p>{say('note.lead')}</p>
      {!props.lasting && <p class="told">{say('note.private')}</p>}
      {matters.length === 0 && <p class="soft">{say('note.none')}</p>}
      <ul class="matters">
        {matters.map((matter) => (
          <li key={matter.id} class="resume-row">
            <MatterTitle matter={matter} now={props.now()} language={language} say={say} />
            <Button onPress={() => setOpen(matter)}>{say('note.open')}</Button>
          </li>
        ))}
      </ul>
      <div class="actions">
        <Button kind="main" onPress={() => setOpen(newMatter(props.newId(), props.now()))}>
          {say('note.new')}
        </Button>
        {matters.length > 0 && (
          <Button
            onPress={() => props.onSaveFile('zhenhao-notes.json', 'application/json', JSON.stringify(matters, null, 2))}
          >
            {say('note.export')}
          </Button>
        )}
        {(deleted || matters.length + props.saved.length > 0) && (
          <DeleteButton
            words={say('note.delete-all')}
            onDelete={() => {
              setDeleted(true)
              return props.onRemoveAll()
            }}
            say={say}
          />
        )}
      </div>
    </Section>
  )
}

interface MatterTitleProps {
  matter: Matter
  now: number
  language: Language
  say: Say<AppKey>
}

function MatterTitle({ matter, now, language, say }: MatterTitleProps): VNode {
  const [due] = dueCalls(matter, now)
  const institution = matter.institution || timeWords(matter.createdAt, language)
  return (
    <span>
      {say('note.title', { institution, problem: say(`problem.${matter.problem}`) })}
      <br />
      <span class="small soft">{say('note.calls', { count: matter.calls.length })}</span>
      {due?.deadline !== undefined && (
        <strong class="small due"> {say('note.due', { time: timeWords(due.deadline, language) })}</strong>
      )}
    </span>
  )
}
