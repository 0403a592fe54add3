/** Says that a number the person keeps is no longer the official one, until they have read it. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import type { RetiredNumber } from '../notebook/saved-line.ts'
import { Button } from './button.tsx'

interface RetiredNoticeProps {
  retired: readonly RetiredNumber[]
  onTold: () => void
  say: Say<AppKey>
}

export function RetiredNotice({ retired, onTold, say }: RetiredNoticeProps): VNode | null {
  if (retired.length === 0) return null
  return (
    <div class="told" role="status">
      {retired.map(({ name, number, successor }) => (
        <p key={name + number}>
          {say('family.retired', { institution: name, number })}{' '}
          {say(successor === undefined ? 'family.retired.check' : 'family.retired.successor', {
            number: successor ?? '',
          })}
        </p>
      ))}
      <Button onPress={onTold}>{say('family.retired.ok')}</Button>
    </div>
  )
}
