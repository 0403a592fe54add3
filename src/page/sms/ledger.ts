/** The messages on screen: tells new, changed and vanished ones, and pairs them with their sender. */
import { senderKind } from '../../verdict/sender-kind.ts'
import type { Flow } from '../flow.ts'
import { isCopy } from './copies.ts'
import { createPairing, type Pairing } from './pairing.ts'
import type { Entry, Row, Thread } from './row.ts'
import { createSenderPart } from './sender-part.ts'
import { isSigned, speaksOfLending } from './signature.ts'
import type { SmsMessage, SmsReading } from './view.ts'

/** Messages looked back to, through so many rows, and the units taken of each. */
const nearMessages = 2
const nearSiblings = 16
const lendingMessages = 3
const nearUnits = 300
/** Messages of which copies are recognised. */
const copiedMessages = 300

export interface Ledger {
  /** `rows` are the elements read now; the others are taken to be as before while they are in the page. */
  update(rows: ReadonlyMap<Element, Row>, thread: Thread, now: number): SmsReading
  size(): number
  has(element: Element): boolean
  /** True when `text` repeats one of the latest messages, whole, cut short, or with something around it. */
  repeats(text: string): boolean
  hasIncoming(): boolean
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
    const due = new Set<Element>()
    for (const [element, row] of changed) {
      if (entries.delete(element)) gone.push(element)
      if (row.body.text === '') continue
      entries.set(element, paired(row, thread, pairing, now))
      due.add(element)
    }
    const settled = pairing.settled(now)
    if (settled) settle(entries, thread, due)
    const messages = [...due].flatMap((element) => messagesOf(element, entries, thread, keyOf))
    messages.push(...senderPart(entries, settled ? thread : undefined, due.size > 0))
    const recheckIn = pairing.remaining(now)
    return { messages, gone, ...(recheckIn > 0 ? { recheckIn } : {}) }
  }

  return {
    update,
    size: () => entries.size,
    has: (element) => entries.has(element),
    repeats: (text) => isCopy(text, lastBodies(entries)),
    hasIncoming() {
      for (const entry of entries.values()) if (!entry.row.outgoing) return true
      return false
    },
    clear() {
      const elements = [...entries.keys()]
      entries.clear()
      return elements
    },
  }
}

function* lastBodies(entries: ReadonlyMap<Element, Entry>): Iterable<string> {
  let skip = entries.size - copiedMessages
  for (const entry of entries.values()) if (skip-- <= 0) yield entry.row.body.text
}

/** Rows that left the page, and rows whose content was taken out (parked by a virtual list). */
function dropVanished(entries: Map<Element, Entry>): Element[] {
  const gone: Element[] = []
  for (const [element, { row }] of entries) {
    if (!element.isConnected || row.body.pieces[0]?.node.isConnected === false) gone.push(element)
  }
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
function settle(entries: ReadonlyMap<Element, Entry>, thread: Thread, due: Set<Element>): void {
  for (const [element, entry] of entries) {
    if (!entry.pending) continue
    entry.pending = false
    if (thread.sender === undefined) continue
    entry.sender = thread.sender
    due.add(element)
  }
}

function messagesOf(
  element: Element,
  entries: ReadonlyMap<Element, Entry>,
  thread: Thread,
  keyOf: (row: Row, thread: Thread) => string,
): SmsMessage[] {
  const entry = entries.get(element)
  if (!entry || entry.row.outgoing) return []
  const { row, sender } = entry
  const key = keyOf(row, thread)
  const kind = sender === undefined ? undefined : senderKind(sender)
  const from = { ...(sender === undefined ? {} : { sender }), ...(kind === undefined ? {} : { senderKind: kind }) }
  const around = isSigned(row.body.text) ? '' : textBefore(element, entries)
  const beside = around === '' ? {} : { around }
  const messages: SmsMessage[] = [{ key, element, body: row.body, context: '', part: 'message', ...beside, ...from }]
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

/**
 * What the same sender wrote before: in a chat the number often comes in a message of its own. The last two messages,
 * and the last three about lending.
 */
function textBefore(element: Element, entries: ReadonlyMap<Element, Entry>): string {
  const texts: string[] = []
  let lending = 0
  const sender = entries.get(element)?.sender
  let sibling = element.previousElementSibling
  for (let back = 0; sibling && back < nearSiblings; back++, sibling = sibling.previousElementSibling) {
    const entry = entries.get(sibling)
    if (!entry || entry.row.outgoing || entry.sender !== sender) continue
    const text = entry.row.body.text.slice(-nearUnits)
    const lends = speaksOfLending(text)
    if (texts.length < nearMessages || lends) texts.unshift(text)
    if (lends && ++lending === lendingMessages) break
  }
  return texts.join('\n')
}
