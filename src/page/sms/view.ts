/** What the page session sees of a message view: the seam between marking and the readers of this folder. Types only. */
import type { SmsState } from '../../protocol.ts'
import type { SenderKind } from '../../verdict/sender-kind.ts'
import type { Flow } from '../flow.ts'

export interface SmsMessage {
  /** Conversation and id, or text: one message keeps its key when the view parks and rebuilds its row. */
  key: string
  /** Marks of this message stand inside; older marks in it are void. */
  element: Element
  /** Numbers are looked for in `text` of this flow: the body without time, quote, preview and hidden copies. */
  body: Flow
  /** Put before the body's text when it is judged, never marked: what the sender of a `sender` part wrote. */
  context: string
  /** `sender`: the body is the sender's own number as the view shows it (header, first line of a forwarded message). */
  part: 'message' | 'sender'
  /** Nearby messages of the same conversation, when this one is not signed: lending context, never claims. */
  around?: string
  /** As shown. Absent when it is not certain: a wrong sender is worse than none. */
  sender?: string
  senderKind?: SenderKind
}

export interface SmsReading {
  /** Incoming messages that are new or have changed: find, judge and mark these. */
  messages: SmsMessage[]
  /** Elements whose marks are void: removed, emptied, turned outgoing. */
  gone: Element[]
  /** Read again after so many ms even without a mutation (a header that may still belong to other rows). */
  recheckIn?: number
  /** More of the page is covered than before: marks of the page scan inside are void. */
  coversMore?: true
}

/** What changed since the last reading: roots of added subtrees and changed text nodes, or everything. */
export type Changed = ReadonlySet<Node> | 'all'

export interface SmsView {
  /**
   * A text with digits stands at `seed`: the generic reader looks whether it belongs to a conversation.
   * True when that changed what is covered: marks of the page scan inside are void.
   */
  notice(seed: Element): boolean
  /** @param now monotonic ms. Reads for a few ms; `recheckIn` tells when to go on. */
  read(changed: Changed, now: number): SmsReading
  /**
   * True for what the ordinary page scan must leave alone: messages, headers, conversation lists, notifications, and
   * blocks that repeat a message. `text` is the block's text.
   */
  covers(node: Node, text: string): boolean
  /** Undefined while no message view is on this page. */
  state(): SmsState | undefined
}

/** What a reader needs of the page. */
export interface ViewPage {
  document: Document
  location: { hostname: string; pathname: string; href: string }
  /** Open and, where the browser allows, closed shadow roots. */
  shadowOf(element: Element): ShadowRoot | null
}
