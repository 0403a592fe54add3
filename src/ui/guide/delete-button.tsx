/** Deleting takes two presses and says when it is done. */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import { Button } from '../parts/button.tsx'

interface DeleteButtonProps {
  words: string
  onDelete: () => Promise<void>
  say: Say<AppKey>
}

export function DeleteButton({ words, onDelete, say }: DeleteButtonProps): VNode {
  const [state, setState] = useState<'ready' | 'asking' | 'deleted'>('ready')
  if (state === 'asking') {
    return (
      <span class="actions">
        <Button onPress={() => void onDelete().then(() => setState('deleted'))}>{say('note.delete.sure')}</Button>
        <Button kind="quiet" onPress={() => setState('ready')}>
          {say('note.cancel')}
        </Button>
      </span>
    )
  }
  return (
    <>
      <Button kind="quiet" onPress={() => setState('asking')}>
        {words}
      </Button>
      <span class="small" role="status">
        {state === 'deleted' ? say('note.deleted') : ''}
      </span>
    </>
  )
}
