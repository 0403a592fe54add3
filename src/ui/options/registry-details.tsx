/** Which list answers: version, dates, counts, who signed, and what its rules are. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import type { RegistryStatus } from '../../protocol.ts'
import { dayOf } from '../card/explain.ts'

interface RegistryDetailsProps {
  status: RegistryStatus | undefined
  say: Say<AppKey>
}

export function RegistryDetails({ status, say }: RegistryDetailsProps): VNode {
  return (
    <>
      {status && !status.stamp && <p>{say('registry.none')}</p>}
      {status?.problem && <p>{say(`problem.${status.problem}`)}</p>}
      {status?.storage === 'memory' && <p>{say('registry.memory')}</p>}
      {status?.stamp && (
        <dl class="facts roomy">
          <dt>{say('reg.version')}</dt>
          <dd>{say('reg.version.value', { seq: status.stamp.seq })}</dd>
          <dt>{say('reg.counts')}</dt>
          <dd>{say('reg.counts.value', { institutions: status.institutions, hotlines: status.hotlines })}</dd>
          <dt>{say('reg.built')}</dt>
          <dd>{dayOf(status.stamp.builtAt)}</dd>
          <dt>{say('reg.proven')}</dt>
          <dd>{dayOf(status.stamp.provenAt)}</dd>
          <dt>{say('reg.channel')}</dt>
          <dd>{say(`reg.channel.${status.stamp.channel}`)}</dd>
        </dl>
      )}
      <ul class="plain-list small soft">
        <li>{say('reg.rule')}</li>
        <li>{say('reg.unlisted')}</li>
        <li>{say('reg.wrong')}</li>
      </ul>
    </>
  )
}
