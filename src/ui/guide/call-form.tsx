/** One call: when, with whom, what was promised, until when; and the text that asks for it in writing. */
import type { VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { CopyButton } from '../card/call-back.tsx'
import { writtenConfirmation } from '../notebook/letters.ts'
import { type Call, readBackItems, toggled, withCall } from '../notebook/matter.ts'
import { CheckBox, CheckList, NoteField, TimeField } from '../parts/fields.tsx'
import { Fold } from '../parts/fold.tsx'
import { DeleteButton } from './delete-button.tsx'
import type { MatterPartProps } from './matter-view.tsx'

const shortFields = ['number', 'agent', 'ticket'] as const
const longFields = ['said', 'promised'] as const

interface CallFormProps extends MatterPartProps {
  call: Call
  /** Just added: the form takes the focus, as it stands before the button that added it. */
  fresh: boolean
}

export function CallForm(props: CallFormProps): VNode {
  const { matter, call, change, say, language, fresh } = props
  const form = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => {
    if (fresh) form.current?.focus()
  }, [])
  const set = (next: Partial<Call>): void => change(withCall(matter, { ...call, ...next }))
  const remove = async (): Promise<void> =>
    change({ ...matter, calls: matter.calls.filter((each) => each.id !== call.id) })
  return (
    <fieldset ref={form} class="call-form" tabIndex={-1}>
      <legend class="unseen">{say('call.title')}</legend>
      <TimeField label={say('call.at')} value={call.at} onInput={(at) => set({ at: at ?? call.at })} />
      {shortFields.map((field) => (
        <NoteField
          key={field}
          label={say(`call.${field}`)}
          value={call[field] ?? ''}
          onInput={(value) => set({ [field]: value })}
          say={say}
        />
      ))}
      {longFields.map((field) => (
        <NoteField
          key={field}
          label={say(`call.${field}`)}
          value={call[field]}
          rows={2}
          onInput={(value) => set({ [field]: value })}
          say={say}
        />
      ))}
      <CheckList
        title={say('call.read-back')}
        items={readBackItems.map((item) => ({ item, words: say(`back.${item}`) }))}
        checked={call.readBack}
        onToggle={(item) => set({ readBack: toggled(call.readBack, item) })}
      />
      <Deadline {...props} set={set} />
      <CheckBox label={say('call.solved')} checked={call.solved} onToggle={() => set({ solved: !call.solved })} />
      <Fold title={say('written.title')}>
        <p class="small soft">{say('written.lead')}</p>
        <Letter words={writtenConfirmation(matter, call, say, language)} copy={say('written.copy')} say={say} />
      </Fold>
      <div>
        <DeleteButton words={say('call.remove')} onDelete={remove} say={say} />
      </div>
    </fieldset>
  )
}

interface LetterProps {
  words: string
  copy: string
  say: MatterPartProps['say']
}

/** A text to take along. */
export function Letter({ words, copy, say }: LetterProps): VNode {
  return (
    <div class="letter">
      <p class="example number">{words}</p>
      <CopyButton words={words} label={copy} say={say} />
    </div>
  )
}

interface DeadlineProps extends MatterPartProps {
  call: Call
  set: (next: Partial<Call>) => void
}

/** The promised time, and one reminder at it when the person wants one. */
function Deadline({ call, set, say, lasting, onRemind }: DeadlineProps): VNode {
  const [refused, setRefused] = useState(false)
  const latest = useRef(set)
  latest.current = set
  function setDeadline(deadline: number | undefined): void {
    const { deadline: _, ...rest } = call
    set(deadline === undefined ? { ...rest, remind: false } : { deadline, reminded: false })
  }
  /** The browser may ask meanwhile, and the person write on: what is there by then stays. */
  async function toggleReminder(): Promise<void> {
    if (!call.remind) setRefused(!(await onRemind()))
    latest.current({ remind: !call.remind, reminded: false })
  }
  return (
    <>
      <TimeField label={say('call.deadline')} value={call.deadline} onInput={setDeadline} />
      {lasting && call.deadline !== undefined && (
        <CheckBox label={say('call.remind')} checked={call.remind} onToggle={() => void toggleReminder()} />
      )}
      {call.remind && (
        <p class="small soft" role="status">
          {say(refused ? 'call.remind.denied' : 'call.remind.on')}
        </p>
      )}
    </>
  )
}
