/** The messages on screen: tells new, changed and vanished ones, and pairs them with their sender. */
import { senderKind } from '../../verdict/sender-kind.ts'
import type { Flow } from '../flow.ts'
import { createPairing, type Pairing } from './pairing.ts'
import type { Entry, Row, Thread } from './row.ts'
import { createSenderPart } from './sender-part.ts'
import type { SmsMessage, SmsReading } from './view.ts'

export interface Ledger {
  /** `rows` are the elements read now; the others are taken to be as before while they are in the page. */
  update(rows: ReadonlyMap<Element, Row>, thread: Thread, now: number): SmsReading
  size(): number
  has(element: Element): boolean
  /** The bodies of incoming and outgoing messages on screen. */
  texts(): Iterable<string>
  incoming(): number
  /** Forgets everything; returns the elements whose marks are void. */
  clear(): Element[]
}

/** @param keyOf what tells a message from all others, however often its row is rebuilt. */
export function createLedger(keyOf: (row: Row, thread: Thread) => string): Ledger {
  const entries = new Map<Element, Entry>()
  const pairing = createPairing()
  const senderPart = createSenderPart()

  function update(rows: ReadonlyMap<Element, Row>, thread: Thread, now: number): SmsReading {
    const before = entries.size
    const gone = dropVanished(entries)
    const changed = [...rows].filter(([element, row]) => isChanged(entries.get(element), row))
    const reused = changed.filter(([element]) => entries.has(element)).length
    const replaced = before > 1 && gone.length + reused > before / 2 && changed.length > 0
    pairing.note(thread.id, thread.sender, replaced, now)
    const messages: SmsMessage[] = []
    for (const [element, row] of changed) {
      if (entries.get(element)) gone.push(element)
      entries.delete(element)
      if (row.body.text === '') continue
      const entry = paired(row, thread, pairing, now)
      entries.set(element, entry)
      if (!row.outgoing) messages.push(...messagesOf(element, entry, keyOf(row, thread)))
    }
    if (pairing.settled(now)) messages.push(...settle(entries, thread, keyOf))
    messages.push(...senderPart(entries, pairing.settled(now) ? thread : undefined))
    const recheckIn = pairing.remaining(now)
    return { messages: lastOfEach(messages), gone, ...(recheckIn > 0 ? { recheckIn } : {}) }
  }

  return {
    update,
    size: () => entries.size,
    has: (element) => entries.has(element),
    texts: () => [...entries.values()].map((entry) => entry.row.body.text),
    incoming: () => [...entries.values()].filter((entry) => !entry.row.outgoing).length,
    clear() {
      const elements = [...entries.keys()]
      entries.clear()
      return elements
    },
  }
}

function dropVanished(entries: Map<Element, Entry>): Element[] {
  const gone = [...entries.keys()].filter((element) => !element.isConnected)
  for (const element of gone) entries.delete(element)
  return gone
}

function isChanged(entry: Entry | undefined, row: Row): boolean {
  if (!entry) return row.body.text !== ''
  const old = entry.row
  return (
    !sameFlow(old.body, row.body) ||
    old.outgoing !== row.outgoing ||
    old.ownSender !== row.ownSender ||
    old.id !== row.id
  )
}

/** The same text in the same nodes: marks on it still stand. */
function sameFlow(one: Flow, other: Flow): boolean {
  return (
    one.text === other.text &&
    one.pieces.length === other.pieces.length &&
    one.pieces.every((piece, index) => piece.node === other.pieces[index]?.node)
  )
}

function paired(row: Row, thread: Thread, pairing: Pairing, now: number): Entry {
  if (row.ownSender !== undefined) return { row, sender: row.ownSender, pending: false }
  if (!pairing.settled(now)) return { row, pending: true }
  return { row, pending: false, ...(thread.sender === undefined ? {} : { sender: thread.sender }) }
}

/** Gives the rows that waited their sender. */
function settle(
  entries: Map<Element, Entry>,
  thread: Thread,
  keyOf: (row: Row, thread: Thread) => string,
): SmsMessage[] {
  const messages: SmsMessage[] = []
  for (const [element, entry] of entries) {
    if (!entry.pending) continue
    entry.pending = false
    if (thread.sender === undefined) continue
    entry.sender = thread.sender
    if (!entry.row.outgoing) messages.push(...messagesOf(element, entry, keyOf(entry.row, thread)))
  }
  return messages
}

function messagesOf(element: Element, entry: Entry, key: string): SmsMessage[] {
  const { row, sender } = entry
  const kind = sender === undefined ? undefined : senderKind(sender)
  const from = { ...(sender === undefined ? {} : { sender }), ...(kind === undefined ? {} : { senderKind: kind }) }
  const messages: SmsMessage[] = [{ key, element, body: row.body, context: '', part: 'message', ...from }]
  if (row.senderLine) {
    messages.push({
      key: `${key}\n#sender`,
      element,
      body: row.senderLine,
      context: row.body.text,
      part: 'sender',
      ...from,
    })
  }
  return messages
}

/** A row may be both new and settled in one reading: only its last state counts. */
function lastOfEach(messages: SmsMessage[]): SmsMessage[] {
  const last = new Map<string, Map<Element, SmsMessage>>()
  for (const message of messages) {
    const parts = last.get(message.part) ?? new Map<Element, SmsMessage>()
    parts.set(message.element, message)
    last.set(message.part, parts)
  }
  return [...last.values()].flatMap((parts) => [...parts.values()])
}
