/** One matter: before the call, the calls, and what follows. Saved with every change. */
import { ArrowLeft } from 'lucide'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { ProblemChoice } from '../institution/problem-choice.tsx'
import { handItems, type Matter, newCall, questions, toggled, withCall } from '../notebook/matter.ts'
import { Button } from '../parts/button.tsx'
import { CheckList, NoteField } from '../parts/fields.tsx'
import { Section } from '../parts/section.tsx'
import { AfterCall } from './after-call.tsx'
import { CallForm } from './call-form.tsx'
import type { CallViewProps } from './call-view.tsx'
import { DeleteButton } from './delete-button.tsx'

export interface MatterViewProps extends CallViewProps {
  matter: Matter
  onClose: () => void
}

export function MatterView(props: MatterViewProps): VNode {
  const { say, onSave } = props
  const [matter, setMatter] = useState(props.matter)
  const [failed, setFailed] = useState(false)
  function change(next: Matter): void {
    setMatter(next)
    onSave(next).then(
      () => setFailed(false),
      () => setFailed(true),
    )
  }
  const shown = { ...props, matter, change }
  return (
    <>
      <div class="actions">
        <Button heir icon={ArrowLeft} onPress={props.onClose}>
          {say('note.back')}
        </Button>
        <DeleteButton
          words={say('note.delete')}
          onDelete={() => props.onRemove(matter.id).then(props.onClose)}
          say={say}
        />
      </div>
      <p role="alert">{failed ? say('note.failed') : ''}</p>
      <BeforeCall {...shown} />
      <Calls {...shown} />
      <AfterCall {...shown} />
    </>
  )
}

export interface MatterPartProps extends MatterViewProps {
  change: (matter: Matter) => void
}

const longFields = ['happened', 'timeline', 'amounts', 'goals'] as const

function BeforeCall({ matter, change, say }: MatterPartProps): VNode {
  return (
    <Section title={say('before.title')}>
      <NoteField
        label={say('before.institution')}
        value={matter.institution}
        onInput={(institution) => change({ ...matter, institution })}
        say={say}
      />
      <ProblemChoice problem={matter.problem} onChoose={(problem) => change({ ...matter, problem })} say={say} />
      <p class="told">
        <strong class="small">{say('say.title')}</strong>
        <span>{say(`say.${matter.problem}`)}</span>
      </p>
      {longFields.map((field) => (
        <NoteField
          key={field}
          label={say(`before.${field}`)}
          value={matter[field]}
          rows={3}
          onInput={(value) => change({ ...matter, [field]: value })}
          say={say}
        />
      ))}
      <CheckList
        title={say('before.at-hand')}
        items={handItems.map((item) => ({ item, words: say(`hand.${item}`) }))}
        checked={matter.atHand}
        onToggle={(item) => change({ ...matter, atHand: toggled(matter.atHand, item) })}
      />
      <CheckList
        title={say('ask.title')}
        items={questions.map((item) => ({ item, words: say(`ask.${item}`) }))}
        checked={matter.asked}
        onToggle={(item) => change({ ...matter, asked: toggled(matter.asked, item) })}
      />
    </Section>
  )
}

function Calls(props: MatterPartProps): VNode {
  const { matter, change, say, newId, now } = props
  const [added, setAdded] = useState('')
  function add(): void {
    const call = newCall(newId(), now())
    setAdded(call.id)
    change(withCall(matter, call))
  }
  return (
    <Section title={say('call.title')} heir={matter.calls.length}>
      {matter.calls.length > 0 && <p class="small soft">{say('call.again')}</p>}
      {matter.calls.map((call) => (
        <CallForm key={call.id} {...props} call={call} fresh={call.id === added} />
      ))}
      <p>
        <Button onPress={add}>{say('call.add')}</Button>
      </p>
    </Section>
  )
}
