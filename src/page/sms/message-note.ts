/** The message behind a mark, for the line at the top of its card. Lives as long as the mark; never stored, never sent. */

import type { MessageNote } from '../../verdict/message-note.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { signatureOf } from './signature.ts'
import type { SmsMessage } from './view.ts'

/** Who it claims to be, who sent it, what its numbers are, the tips of its tactics. */
export function noteOf(message: SmsMessage, verdicts: readonly Verdict[]): MessageNote {
  const signature = signatureOf(message.part === 'message' ? message.body.text : message.context)
  return {
    claimed: verdicts[0]?.claimed ?? [],
    ...(signature === undefined ? {} : { signature }),
    ...(message.sender === undefined ? {} : { sender: message.sender }),
    ...(message.senderKind === undefined ? {} : { senderKind: message.senderKind }),
    numbers: verdicts.map(({ raw, code }) => ({ text: raw, code })),
    tips: [...new Set(verdicts.flatMap((verdict) => verdict.tips))],
  }
}
