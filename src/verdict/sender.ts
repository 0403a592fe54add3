/** Who sent a message, as the judge uses it: a port, a person, or nothing known. */
import { foldName } from '../registry/fold-name.ts'
import type { RegistryIndex } from '../registry/registry-index.ts'
import { isPersonal, senderKind } from './sender-kind.ts'

/** `port`: 106… or a short code, with its digits · `personal`: anybody's own number or a saved name · `unknown`: no sender, or a line that tells nothing. */
export type SenderClass = { kind: 'unknown' } | { kind: 'port'; digits: string } | { kind: 'personal' }

/** Reads a sender line. A name that the registry knows is how phones show a verified port, so it tells nothing. */
export function readSender(sender: string | undefined, index: RegistryIndex): SenderClass {
  const line = sender?.trim() ?? ''
  const kind = senderKind(line)
  if (kind === undefined) return { kind: 'unknown' }
  if (kind === 'name') {
    const folded = foldName(line.replace(/^[【［[]|[】］\]]$/g, ''))
    if (index.nameOf(folded) || index.signatureOf(folded).length > 0) return { kind: 'unknown' }
  }
  if (isPersonal(kind)) return { kind: 'personal' }
  return { kind: 'port', digits: line.normalize('NFKC').replace(/\D/g, '') }
}
