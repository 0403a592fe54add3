/** How the last update went, in one plain sentence. */
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import type { FailureCode, Outcome } from '../../registry/outcome.ts'

type Reason = 'network' | 'damaged' | 'signature' | 'rollback' | 'expired' | 'schema' | 'implausible' | 'store'

/** What a person needs to know of each failure; a new code does not compile without its reason. */
const reasons: Record<FailureCode, Reason> = {
  network: 'network',
  timeout: 'network',
  http: 'network',
  'captive-portal': 'network',
  'too-large': 'damaged',
  malformed: 'damaged',
  'unsupported-version': 'schema',
  threshold: 'signature',
  rollback: 'rollback',
  'version-mismatch': 'damaged',
  'hash-mismatch': 'damaged',
  expired: 'expired',
  'no-root': 'signature',
  'no-target': 'damaged',
  'unsafe-path': 'damaged',
  schema: 'schema',
  'bad-data': 'damaged',
  implausible: 'implausible',
  store: 'store',
}

export function outcomeWords(outcome: Outcome, say: Say<AppKey>): string {
  switch (outcome.kind) {
    case 'updated':
      return say('update.updated', { seq: outcome.seq })
    case 'failed':
      return say(`update.failed.${reasons[outcome.code]}`)
    case 'current':
    case 'busy':
    case 'no-address':
    case 'not-permitted':
      return say(`update.${outcome.kind}`)
  }
}

/** The list we have is in use although a newer one was wanted: worth a line in the popup. */
export function isSetback(outcome: Outcome): boolean {
  return outcome.kind === 'failed' || outcome.kind === 'not-permitted'
}
