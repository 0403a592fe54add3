/** Parses the head of a line as message logs write it: `[2026-11-19 08:00:01] ← 106900000531: text`. Pure. */
import { senderKind } from '../../verdict/sender-kind.ts'
import { isTimeText } from './time-text.ts'

export interface LogHead {
  sender: string
  /** An arrow or word says that it was sent from here. */
  sent: boolean
  /** Where the message begins, UTF-16 units. */
  bodyAt: number
}

const form =
  /^[[(【]?(\d[\d\-/.:：\sT年月日]{3,24}?)[\])】]?\s+(?:([←→<>«»‹›]{1,3}|[[(]?(?:收|发|接收|发送|in|out|recv|received|sent|from|to)[\])]?)\s*)?(\+?\d[\d\s-]{2,20}\d)\s*[:：]\s*/iu
const sentSign = /^(→|>+|»|›|[[(]?(发|发送|out|sent|to)[\])]?)$/iu

/** Undefined unless time and a number-like sender stand before a colon. */
export function parseLogLine(text: string): LogHead | undefined {
  const match = form.exec(text.slice(0, 80))
  const [whole, time, sign = '', sender] = match ?? []
  if (whole === undefined || time === undefined || sender === undefined) return undefined
  const kind = senderKind(sender)
  if (!isTimeText(time.trim()) || kind === undefined || kind === 'name') return undefined
  return { sender, sent: sentSign.test(sign), bodyAt: whole.length }
}
