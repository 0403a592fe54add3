/** How text messages in web pages are read: which file is in force, and what of a published one was refused, and why. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import { Fold } from '../parts/fold.tsx'

type ReasonOf<Prefix extends string> = AppKey extends infer Key
  ? Key extends `${Prefix}${infer Reason}`
    ? Reason
    : never
  : never

/** What `chooseAdapters` says of the adapters in force. A new reason does not compile without its words. */
export interface MessageViewsState {
  version: number
  published: boolean
  accepted: number
  refused?: ReasonOf<'views.file.'>
  refusals: { adapter: string; field?: string; reason: ReasonOf<'views.piece.'>; pieceOnly: boolean }[]
}

interface MessageViewsProps {
  views: MessageViewsState
  say: Say<AppKey>
}

export function MessageViews({ views, say }: MessageViewsProps): VNode {
  const { version, accepted, published, refused, refusals } = views
  return (
    <>
      <h3 class="rows-title">{say('views.title')}</h3>
      <p>{say(published ? 'views.published' : 'views.package', { version, accepted })}</p>
      {refused && <p>{say('views.refused', { reason: say(`views.file.${refused}`) })}</p>}
      {refusals.length > 0 && (
        <Fold title={say('views.pieces', { count: refusals.length })}>
          <ul class="plain-list small">
            {refusals.map(({ adapter, field, reason, pieceOnly }) => (
              <li key={`${adapter}.${field}.${reason}`}>
                <code>{field === undefined ? adapter : `${adapter}.${field}`}</code> {say(`views.piece.${reason}`)}{' '}
                {say(pieceOnly ? 'views.left-out' : 'views.whole')}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  )
}
