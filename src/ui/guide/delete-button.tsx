/** Deleting takes two presses and says when it is done. Neither answer has the focus at first: a held key deletes nothing. */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import { Button } from '../parts/button.tsx'
import { useFocusIfLost } from '../parts/focus-if-lost.ts'

interface DeleteButtonProps {
  words: string
  onDelete: () => Promise<void>
  say: Say<AppKey>
}

export function DeleteButton({ words, onDelete, say }: DeleteButtonProps): VNode {
  const [state, setState] = useState<'ready' | 'asking' | 'kept' | 'deleted' | 'failed'>('ready')
  if (state === 'asking') {
    return (
      <Sure
        words={words}
        onSure={() =>
          void onDelete().then(
            () => setState('deleted'),
            () => setState('failed'),
          )
        }
        onCancel={() => setState('kept')}
        say={say}
      />
    )
  }
  return (
    <>
      <Button kind="quiet" heir={state !== 'ready'} onPress={() => setState('asking')}>
        {words}
      </Button>
      <span class="small" role="status">
        {state === 'deleted' && say('note.deleted')}
        {state === 'failed' && say('note.delete.failed')}
      </span>
    </>
  )
}

interface SureProps {
  words: string
  onSure: () => void
  onCancel: () => void
  say: Say<AppKey>
}

function Sure({ words, onSure, onCancel, say }: SureProps): VNode {
  const here = useFocusIfLost<HTMLFieldSetElement>()
  return (
    <fieldset
      ref={here}
      class="actions bare"
      aria-label={words}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <Button onPress={onSure}>{say('note.delete.sure')}</Button>
      <Button kind="quiet" onPress={onCancel}>
        {say('note.cancel')}
      </Button>
    </fieldset>
  )
}
