/** One message as a reader of this folder found it in the page. Types only. */
import type { Flow } from '../flow.ts'

export interface Row {
  body: Flow
  outgoing: boolean
  /** The page's own id of the message. */
  id?: string
  /** A sender that stands at the message itself: certain, unlike the one in the header. */
  ownSender?: string
  /** The part of the text that shows `ownSender`, when it is text of the message (forwarded messages). */
  senderLine?: Flow
}

/** The conversation that the header shows. */
export interface Thread {
  /** Address, or whatever else tells conversations apart. */
  id: string
  sender?: string
  header?: Element
}

/** A message on screen and whose it is. */
export interface Entry {
  row: Row
  sender?: string
  /** Not yet certain whose message it is. */
  pending: boolean
}
