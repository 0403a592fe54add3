/** Messages of a view become marked numbers: found, judged as one message with its sender, placed. */
import type { Found } from '../../phone/found.ts'
import type { MessageNote } from '../../verdict/message-note.ts'
import type { Passage } from '../../verdict/passage.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { type Flow, type Spot, spotAt } from '../flow.ts'
import type { Mark } from '../mark.ts'
import { type MarkBook, type Placement, shownAt } from '../mark-book.ts'
import { noteOf } from './message-note.ts'
import type { Detector, MessageReader, ReaderParts } from './message-reader.ts'
import { ancestorOf } from './tree.ts'
import type { SmsMessage, SmsView } from './view.ts'

interface Options extends Omit<ReaderParts, 'page'> {
  view: SmsView
}

/** The page scan asks about texts this long at most whether they repeat a message. */
const copyUnits = 600
/** Marks of the page scan that are asked so whenever messages come. */
const copiesLookedFor = 40
const contextUnits = 1500
/** What makes a bare number in a header one that the detector reads. */
const asked = '电话：'

export function createMessageReadings({
  view,
  queue,
  book,
  find,
  isWanted,
  onChange,
  signal,
}: Options): Omit<MessageReader, 'refusedAdapters'> {
  const turns = new WeakMap<Element, Map<SmsMessage['part'], number>>()
  let turn = 0
  let timer = 0
  let soon = false

  function read(changed: Iterable<Node> | 'all'): void {
    clearTimeout(timer)
    timer = 0
    if (signal.aborted) return
    const { messages, gone, recheckIn, coversMore } = view.read(
      changed === 'all' ? 'all' : new Set(changed),
      performance.now(),
    )
    const again = new Set(messages.map((message) => message.element))
    drop(gone.filter((element) => !again.has(element)))
    for (const message of messages) judge(message)
    if (messages.length > 0 || coversMore) dropPageMarks()
    soon = recheckIn !== undefined && recheckIn < 100
    if (recheckIn !== undefined) timer = window.setTimeout(() => read([]), recheckIn)
    if (messages.length > 0) queue.flush()
  }

  function judge(message: SmsMessage): void {
    const mine = ++turn
    const parts = turns.get(message.element) ?? new Map()
    turns.set(message.element, parts.set(message.part, mine))
    const placed = placedNumbers(message, find)
    const settle = (verdicts: Verdict[]): void => {
      if (turns.get(message.element)?.get(message.part) !== mine) return
      book.replace(marksIn(book, message.body), placements(placed, verdicts, noteOf(message, verdicts)))
      onChange()
    }
    if (placed.length === 0) settle([])
    else queue.ask('sms', passageOf(message, placed), settle)
  }

  function placements(placed: Placed[], verdicts: Verdict[], message: MessageNote): Placement[] {
    return placed.flatMap(({ number, spot, shown, shift }) => {
      const start = number.start + shift
      const verdict = verdicts.find((one) => one.start === start)
      if (!verdict || !isWanted(verdict)) return []
      return [{ spot, shown, text: number.raw, verdict, message }]
    })
  }

  /** Takes the marks inside these elements off the page. */
  function drop(elements: readonly Element[]): void {
    if (elements.length === 0) return
    for (const element of elements) turns.delete(element)
    const dropped = new Set(elements)
    for (const mark of [...book.all()]) {
      if (ancestorOf(mark.range.startContainer, (element) => dropped.has(element))) book.remove(mark)
    }
    onChange()
  }

  /** Marks that the page scan made before the conversation, or the message that they repeat, was known. */
  function dropPageMarks(): void {
    let left = copiesLookedFor
    for (const mark of [...book.all()]) {
      if (mark.message) continue
      const node = mark.range.startContainer
      if (view.covers(node, left-- > 0 ? blockTextOf(node) : '')) book.remove(mark)
    }
  }

  function isTaken(node: Text): boolean {
    const parent = node.parentElement ?? hostOf(node)
    if (!parent) return false
    if (view.notice(parent)) {
      dropPageMarks()
      if (!timer) timer = window.setTimeout(() => read([]), 0)
      soon = true
    }
    return view.covers(node, blockTextOf(node))
  }

  return {
    isTaken,
    read,
    waiting: () => timer !== 0,
    atRest: () => !soon,
    state: view.state,
  }
}

interface Placed {
  number: Found
  spot: Spot
  shown: string
  /** From the body's offsets to the passage's. */
  shift: number
}

/** The numbers of a message; a sender's part is nothing but one. */
function placedNumbers(message: SmsMessage, find: Detector): Placed[] {
  const { body, context, part } = message
  const shift = contextOf(context).length
  const found = part === 'message' ? find.inFlow(body.text) : bareNumber(body.text, find)
  return found.flatMap((number) => {
    const spot = spotAt(body, number.start, number.end)
    return spot ? [{ number, spot, shown: shownAt(spot), shift }] : []
  })
}

function bareNumber(text: string, find: Detector): Found[] {
  return find.numbers(`${asked}${text}`).flatMap((number) => {
    const start = number.start - asked.length
    const end = number.end - asked.length
    return start < 0 ? [] : [{ ...number, start, end, raw: text.slice(start, end) }]
  })
}

/** What the sender wrote stands before the sender's number, so that a signature keeps its place. */
function contextOf(context: string): string {
  return context === '' ? '' : `${context.slice(0, contextUnits)}\n`
}

function passageOf({ body, context, sender, around }: SmsMessage, placed: readonly Placed[]): Passage {
  const found = placed.map(({ number, shift }) => ({ ...number, start: number.start + shift, end: number.end + shift }))
  return {
    text: contextOf(context) + body.text,
    found,
    ...(sender === undefined ? {} : { sender }),
    ...(around === undefined ? {} : { around }),
  }
}

/** Marks that begin in the text of this flow. */
function marksIn(book: MarkBook, flow: Flow): Mark[] {
  return book
    .startingIn(new Set(flow.pieces.map((piece) => piece.node)))
    .filter(({ range }) =>
      flow.pieces.some(
        ({ node, offset, length }) =>
          node === range.startContainer && offset <= range.startOffset && range.startOffset < offset + length,
      ),
    )
}

/** The text of the block around a node, when it is short enough to be a copy of a message. */
function blockTextOf(node: Node): string {
  const whole = (node.parentElement ?? hostOf(node))?.textContent ?? ''
  return whole.length <= copyUnits ? whole : (node.nodeValue ?? '').slice(0, copyUnits)
}

function hostOf(node: Node): Element | undefined {
  const root = node.getRootNode()
  return root instanceof ShadowRoot ? root.host : undefined
}
