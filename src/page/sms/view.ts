/** What the page session sees of a message view: the seam between marking and the readers of this folder. Types only. */
import type { SenderKind } from '../../verdict/sender-kind.ts'

/** A run of a message's text as it stands in the page. */
export interface MessageText {
  /** What is judged: visible text of the body, blocks and `<br>` as line breaks; time, quotes and previews are out. */
  text: string
  /** DOM range of UTF-16 offsets in `text`; undefined when the page has replaced the nodes since. */
  range(start: number, end: number): Range | undefined
}

export interface SmsMessage {
  /** Conversation and id, or text: one message keeps its key when the view parks and rebuilds its row. */
  key: string
  element: Element
  body: MessageText
  /** As shown. Undefined when it is not certain: a wrong sender is worse than none. */
  sender?: string
  senderKind?: SenderKind
  /** `sender`: the passage is the sender's own number (header or first line); its context is in `around`. */
  part: 'message' | 'sender'
  /** Text judged after `body.text` without being marked: the message that the sender signed. */
  context?: string
}

export interface SmsReading {
  /** Incoming messages that are new or have changed: find, judge and mark these; older marks inside `element` are void. */
  messages: SmsMessage[]
  /** Elements whose marks are void: removed, emptied, turned outgoing. */
  gone: Element[]
  /** Read again after so many milliseconds even without a mutation (a header that may still belong to other rows). */
  recheckIn?: number
}

/** For the popup: what reads the messages of this page. */
export interface SmsState {
  /** Adapter id, or `generic`. */
  view: string
  /** Messages on screen at the last reading, outgoing ones included. */
  messages: number
  /** The adapter that should have read this page and found nothing for 4 s. */
  blind?: string
}

export interface SmsView {
  readonly id: string
  /** @param changed roots of what changed since the last call, or `all`. @param now monotonic ms. */
  read(changed: Iterable<Node> | 'all', now: number): SmsReading
  /** True for nodes that the ordinary page scan must leave alone: messages, headers, conversation lists, copies. */
  covers(node: Node): boolean
  state(): SmsState
}
