/** Parses a line that names a message's sender or addressee: 来自：106… · From: +86 139… Nov 20 · 收件人：138…. Pure. */
import { senderKind } from '../../verdict/sender-kind.ts'
import { isTimeText } from './time-text.ts'

export interface LabelLine {
  number: string
  /** It is the number that the message went to. */
  sent: boolean
  /** The line holds a time as well. */
  timed: boolean
}

const form =
  /^(?:(来自|发件人|发送人|发送方|发信人|发件号码|from|sender)|收件人|收信人|接收人|发给|发往|发至|to|recipient)\s*[:：]\s*(\S.*)$/i

/** Undefined unless the line is nothing but a label, a number and perhaps a time. */
export function parseLabelLine(text: string): LabelLine | undefined {
  const [, from, rest] = form.exec(text.trim()) ?? []
  const words = rest?.split(/\s+/) ?? []
  for (let count = 1; count <= words.length; count++) {
    const number = words.slice(0, count).join(' ')
    const time = words
      .slice(count)
      .join(' ')
      .replace(/^[·|,，]\s*/, '')
    const kind = senderKind(number)
    if (kind === undefined || kind === 'name' || (time !== '' && !isTimeText(time))) continue
    return { number, sent: from === undefined, timed: time !== '' }
  }
  return undefined
}
