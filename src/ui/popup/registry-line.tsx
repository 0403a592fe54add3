/** Which registry answers, how old it is, and what went wrong with it, in plain words. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import type { RegistryStatus } from '../../protocol.ts'
import type { RegistryStamp } from '../../verdict/verdict.ts'
import { dayOf } from '../card/explain.ts'
import { isSetback, outcomeWords } from '../parts/outcome-words.ts'
import { VerdictIcon } from '../parts/verdict-icon.tsx'

/** Whole days after which the popup asks to update the extension (the hard limit of registry freshness). */
const hardLimitDays = 90

/** Stands at the top while no answer can be trusted to the list: nothing below it is to be taken for a finding. */
export function RegistryNotice({ status, say }: RegistryLineProps): VNode | null {
  const words = status && unusableWords(status, say)
  if (!words) return null
  return (
    <div class="popup-part warned" role="status">
      <VerdictIcon code="cannot-check" />
      <p>
        {words}
        {status.problem && ` ${say(`problem.${status.problem}`)}`}
      </p>
    </div>
  )
}

function unusableWords({ stamp }: RegistryStatus, say: Say<AppKey>): string | undefined {
  if (!stamp) return say('registry.none')
  return stamp.ageDays > hardLimitDays ? say('registry.old', { days: stamp.ageDays }) : undefined
}

interface RegistryLineProps {
  status: RegistryStatus | undefined
  say: Say<AppKey>
}

export function RegistryLine({ status, say }: RegistryLineProps): VNode | null {
  if (!status) return null
  return (
    <footer class="popup-part registry small soft">
      {status.stamp && <Version stamp={status.stamp} say={say} />}
      {status.problem && !unusableWords(status, say) && <p>{say(`problem.${status.problem}`)}</p>}
      {status.update?.outcome && isSetback(status.update.outcome) && <p>{outcomeWords(status.update.outcome, say)}</p>}
      {status.storage === 'memory' && <p>{say('registry.memory')}</p>}
    </footer>
  )
}

function Version({ stamp, say }: { stamp: RegistryStamp; say: Say<AppKey> }): VNode {
  return (
    <>
      <p>{say('registry.line', { seq: stamp.seq, proven: provenWords(stamp, say) })}</p>
      {stamp.channel === 'development' && <p>{say('note.development')}</p>}
    </>
  )
}

function provenWords(stamp: RegistryStamp, say: Say<AppKey>): string {
  if (stamp.ageDays === 0) return say('registry.proven.today')
  if (stamp.ageDays <= 14) return say('registry.proven.days', { days: stamp.ageDays })
  return say('registry.proven', { date: dayOf(stamp.provenAt) })
}
