/** Named parsers of forwarded text messages: the sender and the body inside the text that a forwarding app wrote. Pure. */
import { senderKind } from '../../verdict/sender-kind.ts'
import type { ForwardedParserName } from './adapter.ts'

/** UTF-16 offsets in the text that was parsed. */
export interface Forwarded {
  sender: { start: number; end: number }
  body: { start: number; end: number }
}

/** Undefined when the text was not written by that template: then it is an ordinary message. */
export function parseForwarded(text: string, parser: ForwardedParserName): Forwarded | undefined {
  switch (parser) {
    case 'smsforwarder-default':
      return smsForwarderDefault(text)
  }
}

interface Line {
  start: number
  end: number
  text: string
}

const tailLines: readonly RegExp[] = [
  /^(SIM ?\d|卡 ?[12一二])/i,
  /^SubId\s*[：:]\s*-?\d*$/i,
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
]

/**
 * SmsForwarder's default template: sender, body (any number of lines), SIM slot, `SubId：n`, `YYYY-MM-DD HH:MM:SS`, device.
 * Known by its tail: at least two of slot, SubId and time, in this order, with nothing but the device's name behind.
 */
function smsForwarderDefault(text: string): Forwarded | undefined {
  const lines = linesOf(text)
  const first = lines[0]
  if (!first || lines.length < 4 || first.text.length > 40 || senderKind(first.text) === undefined) return undefined
  const tail = tailStart(lines)
  const start = lines[1]
  const end = lines[tail - 1]
  if (tail < 2 || !start || !end) return undefined
  return { sender: { start: first.start, end: first.end }, body: { start: start.start, end: end.end } }
}

/** Index of the first line of the tail; 0 when there is none. */
function tailStart(lines: readonly Line[]): number {
  const isTail = (line: Line | undefined) => line !== undefined && tailLines.some((form) => form.test(line.text))
  let at = lines.length
  if (!isTail(lines[at - 1])) at--
  const end = at
  while (isTail(lines[at - 1])) at--
  return end - at >= 2 ? at : 0
}

/** Lines that hold something, trimmed, with their offsets. */
function linesOf(text: string): Line[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((match) => {
    const trimmed = match[0].trim()
    const start = match.index + match[0].indexOf(trimmed)
    return trimmed === '' ? [] : [{ start, end: start + trimmed.length, text: trimmed }]
  })
}
