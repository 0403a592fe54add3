/** One item of an unknown view, and what is known while it is taken apart. Types only. */
import type { Flow } from '../flow.ts'
import type { TextReader } from './read-text.ts'

export interface Item {
  element: Element
  body: Flow
  /** Texts that are a time: more than one means more than one message. */
  times: number
  /** A label, a tick or a status that only one's own messages carry. */
  saysOwn: boolean
  /** Short texts that stand alone in a block, with their place in the item; candidates for the sender. */
  labels: { path: string; text: string; element: Element }[]
  /** Everything in it is a link or a heading: a list of articles, not of messages. */
  isLink: boolean
  senderLine?: Flow
  sender?: string
}

export interface ItemHints {
  /** Where items of this view show their sender (`labels`); its text is no part of the body. */
  senderPath?: string
  /** True for the text of another message: a block that repeats it is a quote. */
  isQuote?(text: string, item: Element): boolean
}

/** An item that is being read. */
export interface Walk {
  item: Item
  page: Omit<TextReader, 'skips'>
  skipped: Set<Element>
  /** Elements that may still be looked at. */
  left: number
  /** 我, 您, me: whose they are depends on what stands around them (a quote names its writer, too). */
  selfLabels: Element[]
  /** Blocks left out because they repeat another message. */
  quotes: Element[]
  /** 收件人：138…: the message went out, unless somebody else is named as its sender. */
  sentTo: boolean
  hints: ItemHints
  /** Blocks that act as buttons (quotes, cards) and that repeat another message are left out. */
  strict: boolean
}
