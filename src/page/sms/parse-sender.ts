/** Named parsers of sender attributes: they ship in the package, data may only name them. Pure. */
import type { SenderParserName } from './adapter.ts'

/** No number and no name is longer, UTF-16 units: what is, tells no sender, and the message border refuses it with its whole batch. */
export const longestSender = 200

/** The sender in an attribute or text; undefined when it has another form than the parser knows. */
export function parseSender(value: string, parser: SenderParserName | undefined): string | undefined {
  if (value.length > longestSender) return undefined
  switch (parser) {
    case undefined:
      return value.trim() || undefined
    case 'wa-pre-plain':
      return whatsAppSender(value)
  }
}

/** `[10:54, 2026/11/20] +86 138 0000 0150: `: time and date in brackets, in any locale, then the name up to the last colon. */
function whatsAppSender(value: string): string | undefined {
  const name = /^\s*\[[^\]]{3,60}\]\s*([^\s:：].*?)\s*[:：]\s*$/su.exec(value)?.[1]
  return name === undefined || name === '' ? undefined : name
}
