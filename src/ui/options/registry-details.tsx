/** Which list answers: version, dates, counts, who signed, how the last update went, and what its rules are. */
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { RegistryStatus } from '../../protocol.ts'
import type { RegistryDetails as Details } from '../../registry/registry-details.ts'
import { dayOf } from '../card/explain.ts'
import { Button } from '../parts/button.tsx'
import { Fact } from '../parts/fact.tsx'
import { outcomeWords } from '../parts/outcome-words.ts'
import { ChangeLog } from './change-log.tsx'
import { MessageViews, type MessageViewsState } from './message-views.tsx'
import { Signatures } from './signatures.tsx'

interface RegistryDetailsProps {
  status: RegistryStatus | undefined
  /** Undefined while it is being asked. */
  details: Details | undefined
  /** Undefined while it is being asked. */
  views: MessageViewsState | undefined
  /** Milliseconds since 1970. */
  now: number
  language: Language
  /** Asks for a newer list; the status comes back through the props. */
  onUpdate: () => Promise<void>
  say: Say<AppKey>
}

export function RegistryDetails(props: RegistryDetailsProps): VNode {
  const { status, details, views, now, language, say } = props
  return (
    <>
      {status && !status.stamp && <p>{say('registry.none')}</p>}
      {status?.problem && <p>{say(`problem.${status.problem}`)}</p>}
      {status?.storage === 'memory' && <p>{say('registry.memory')}</p>}
      {status?.stamp && (
        <dl class="facts roomy">
          <Fact name={say('reg.version')}>{say('reg.version.value', { seq: status.stamp.seq })}</Fact>
          <Fact name={say('reg.counts')}>
            {say('reg.counts.value', { institutions: status.institutions, hotlines: status.hotlines })}
          </Fact>
          <Fact name={say('reg.built')}>{dayOf(status.stamp.builtAt)}</Fact>
          <Fact name={say('reg.proven')}>{dayOf(status.stamp.provenAt)}</Fact>
          <Fact name={say('reg.channel')}>{say(`reg.channel.${status.stamp.channel}`)}</Fact>
        </dl>
      )}
      {status && <LastUpdate {...props} status={status} />}
      {details && <Signatures roles={details.roles} now={now} language={language} say={say} />}
      {details && (
        <ChangeLog
          history={details.history}
          seq={status?.stamp?.seq}
          signedBy={details.roles.find(({ role }) => role === 'targets')?.signedBy ?? []}
          language={language}
          say={say}
        />
      )}
      {views && <MessageViews views={views} say={say} />}
      <ul class="plain-list small soft">
        <li>{say('reg.rule')}</li>
        <li>{say('reg.unlisted')}</li>
        <li>{say('reg.wrong')}</li>
      </ul>
    </>
  )
}

interface LastUpdateProps extends RegistryDetailsProps {
  status: RegistryStatus
}

function LastUpdate({ status, language, onUpdate, say }: LastUpdateProps): VNode {
  const [asking, setAsking] = useState(false)
  const { outcome, triedAt } = status.update ?? {}
  async function ask(): Promise<void> {
    setAsking(true)
    await onUpdate()
    setAsking(false)
  }
  return (
    <div class="update">
      <p role="status">{asking ? say('update.asking') : outcome && outcomeWords(outcome, say)}</p>
      {triedAt && <p class="small soft">{say('update.tried', { time: new Date(triedAt).toLocaleString(language) })}</p>}
      {outcome?.kind !== 'no-address' && (
        <p>
          <Button disabled={asking} onPress={() => void ask()}>
            {say('update.button')}
          </Button>
        </p>
      )}
    </div>
  )
}
