/** The number in a conversation's header, judged together with what it wrote. */
import { senderKind } from '../../verdict/sender-kind.ts'
import { createBoxReader } from '../box.ts'
import { readText, trimFlow } from './read-text.ts'
import type { Entry, Thread } from './row.ts'
import { isSigned } from './signature.ts'
import type { SmsMessage } from './view.ts'

const lending = /银行|贷|借|金融|客服|专员|额度|还款|逾期|征信|花呗|白条/

/**
 * Gives the header's part whenever header or context have changed. Sender ports (106…) and names are no numbers that one
 * calls: they get no part. A mobile or foreign number gets one when it signed as somebody or spoke of lending.
 */
export function createSenderPart(): (entries: ReadonlyMap<Element, Entry>, thread: Thread | undefined) => SmsMessage[] {
  let given = ''
  let header: Element | undefined
  let context = ''
  return (entries, thread) => {
    const kind = thread?.sender === undefined ? undefined : senderKind(thread.sender)
    if (!thread?.header || !thread.sender || !kind || kind === 'port' || kind === 'name') return []
    if (thread.header !== header || !stillSaid(entries, context, thread.sender))
      context = contextOf(entries, thread.sender)
    header = thread.header
    const state = `${thread.id}\n${thread.sender}\n${context}`
    if (given === state || (context === '' && kind !== 'short')) return []
    given = state
    const body = trimFlow(readText([header], { boxOf: createBoxReader(), shadowOf: () => null, skips: () => false }))
    return [{ key: state, element: header, body, context, part: 'sender', sender: thread.sender, senderKind: kind }]
  }
}

/** What this sender wrote and signed; failing that, what it wrote about lending. */
function contextOf(entries: ReadonlyMap<Element, Entry>, sender: string): string {
  const bodies = bodiesFrom(entries, sender)
  return bodies.find(isSigned) ?? bodies.find((text) => lending.test(text)) ?? ''
}

function stillSaid(entries: ReadonlyMap<Element, Entry>, context: string, sender: string): boolean {
  return context !== '' && bodiesFrom(entries, sender).includes(context)
}

function bodiesFrom(entries: ReadonlyMap<Element, Entry>, sender: string): string[] {
  return [...entries.values()]
    .filter((entry) => !entry.row.outgoing && entry.sender === sender && !entry.row.senderLine)
    .map((entry) => entry.row.body.text)
}
