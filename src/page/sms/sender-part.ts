/** The number in a conversation's header, judged together with what it wrote. */
import { senderKind } from '../../verdict/sender-kind.ts'
import { createBoxReader } from '../box.ts'
import { readText, trimFlow } from './read-text.ts'
import type { Entry, Thread } from './row.ts'
import { isSigned, speaksOfLending } from './signature.ts'
import type { SmsMessage } from './view.ts'

/**
 * Gives the header's part whenever header or context have changed. Sender ports (106…) and names are no numbers that one
 * calls: they get no part. A mobile or foreign number gets one when it signed as somebody or spoke of lending.
 */
export function createSenderPart(): (
  entries: ReadonlyMap<Element, Entry>,
  thread: Thread | undefined,
  changed: boolean,
) => SmsMessage[] {
  let given = ''
  let header: Element | undefined
  let source: Element | undefined
  return (entries, thread, changed) => {
    const kind = thread?.sender === undefined ? undefined : senderKind(thread.sender)
    if (!thread?.header || !thread.sender || !kind || kind === 'port' || kind === 'name') return []
    if (thread.header === header && !changed && given.startsWith(thread.id)) return []
    header = thread.header
    if (!isFrom(source && entries.get(source), thread.sender)) source = sourceOf(entries, thread.sender)
    const context = (source && entries.get(source)?.row.body.text) ?? ''
    const state = `${thread.id}\n${thread.sender}\n${context}`
    if (given === state || (context === '' && kind !== 'short')) return []
    given = state
    const body = trimFlow(readText([header], { boxOf: createBoxReader(), shadowOf: () => null, skips: () => false }))
    return [{ key: state, element: header, body, context, part: 'sender', sender: thread.sender, senderKind: kind }]
  }
}

/** Where this sender signed as somebody; failing that, where it spoke of lending. */
function sourceOf(entries: ReadonlyMap<Element, Entry>, sender: string): Element | undefined {
  const own = [...entries].filter(([, entry]) => isFrom(entry, sender))
  const signed = own.find(([, { row }]) => isSigned(row.body.text))
  return (signed ?? own.find(([, { row }]) => speaksOfLending(row.body.text)))?.[0]
}

function isFrom(entry: Entry | undefined, sender: string): boolean {
  return entry !== undefined && !entry.row.outgoing && !entry.row.senderLine && entry.sender === sender
}
