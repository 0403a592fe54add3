/** What becomes of a line: published as official, published as unconfirmed, or kept in the maintainers' queue. */
import type { HotlineRecord } from '../registry/institution-record.ts'
import type { InstitutionKind, Level } from '../registry/schema.ts'
import { evidenceBar, isCitable } from './evidence-bar.ts'

export type LineFate = { level: Level; reason?: string } | { queued: string }

/** `at`: ISO 8601 of the build. Group lines and SMS senders never reach this: they are not lines of the lender. */
export function lineFate(kind: InstitutionKind, line: HotlineRecord, at: string): LineFate {
  if (line.status !== undefined) return { queued: QUEUE_REASON[line.status] }
  if (!line.evidence.some(isCitable)) return { queued: 'no source that a reader can open' }
  const bar = evidenceBar(kind, line.evidence, at)
  if (!bar.holds) return { level: 'unconfirmed', reason: bar.reason }
  return line.hold === undefined ? { level: 'official' } : { level: 'unconfirmed', reason: line.hold }
}

const QUEUE_REASON = {
  disputed: 'disputed: the sources contradict each other',
  historic: 'historic: old sources only',
  queued: 'kept back by a maintainer',
} as const
