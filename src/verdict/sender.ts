/** Who sent a message, as far as the sender line tells: a port, a person, or nothing known. */
import { canonicalNumber } from '../phone/canonical-number.ts'
import { foldName } from '../registry/fold-name.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'

/** `port`: 106… or a short code · `personal`: a mobile, a foreign number or a saved name · `unknown`: no sender, or a line that tells nothing. */
export type SenderClass = { kind: 'unknown' } | { kind: 'port'; canonical: string } | { kind: 'personal' }

/** Reads a sender line. A name that the registry knows is how phones show a verified port, so it tells nothing. */
export function readSender(sender: string | undefined, index: RegistryIndex): SenderClass {
  const line = sender?.trim() ?? ''
  if (line === '') return { kind: 'unknown' }
  const number = canonicalNumber(line)
  if (number) {
    if (number.kind === 'mobile' || number.kind === 'foreign') return { kind: 'personal' }
    return { kind: 'port', canonical: number.canonical }
  }
  const digits = line.normalize('NFKC').replace(/[\s()-]/g, '')
  if (/^\d{3,20}$/.test(digits)) return { kind: 'port', canonical: digits }
  if (/^(?:\+|00)\d{6,18}$/.test(digits)) return { kind: 'personal' }
  const folded = foldName(line.replace(/^[【［[]|[】］\]]$/g, ''))
  if (index.nameOf(folded) || index.signatureOf(folded).length > 0) return { kind: 'unknown' }
  return /[\p{L}]/u.test(line) ? { kind: 'personal' } : { kind: 'unknown' }
}
