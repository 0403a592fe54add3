/** Which registry answers, how old it is, and what went wrong with it, in plain words. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import type { RegistryStatus } from '../../protocol.ts'
import type { RegistryStamp } from '../../verdict/verdict.ts'
import { dayOf } from '../card/explain.ts'
import { isSetback, outcomeWords } from '../parts/outcome-words.ts'

/** Whole days after which the popup asks to update the extension (the hard limit of registry freshness). */
const hardLimitDays = 90

interface RegistryLineProps {
  status: RegistryStatus | undefined
  say: Say<AppKey>
}

export function RegistryLine({ status, say }: RegistryLineProps): VNode | null {
  if (!status) return null
  return (
    <footer class="popup-part registry small soft">
      {status.stamp ? <Version status={status} stamp={status.stamp} say={say} /> : <p>{say('registry.none')}</p>}
      {status.problem && <p class="notice">{say(`problem.${status.problem}`)}</p>}
      {status.update?.outcome && isSetback(status.update.outcome) && <p>{outcomeWords(status.update.outcome, say)}</p>}
      {status.storage === 'memory' && <p>{say('registry.memory')}</p>}
    </footer>
  )
}

interface VersionProps {
  status: RegistryStatus
  stamp: RegistryStamp
  say: Say<AppKey>
}

function Version({ status, stamp, say }: VersionProps): VNode {
  const { hotlines, institutions } = status
  return (
    <>
      <p>{say('registry.line', { seq: stamp.seq, hotlines, institutions })}</p>
      <p>{provenWords(stamp, say)}</p>
      {stamp.ageDays > hardLimitDays && <p class="notice">{say('registry.old', { days: stamp.ageDays })}</p>}
      {stamp.channel === 'development' && <p class="notice">{say('note.development')}</p>}
    </>
  )
}

function provenWords(stamp: RegistryStamp, say: Say<AppKey>): string {
  if (stamp.ageDays === 0) return say('registry.proven.today')
  if (stamp.ageDays <= 14) return say('registry.proven.days', { days: stamp.ageDays })
  return say('registry.proven', { date: dayOf(stamp.provenAt) })
}
