/** What is judged together: a block of a page, one text message, or a pasted text. Types only. */
import type { Found } from '../phone/found.ts'

export interface Passage {
  /** At most 4,000 UTF-16 units, cut around the numbers. */
  text: string
  /** Offsets into `text`. */
  found: Found[]
  /** Text of the neighbouring blocks (heading before, row header …): lending context and advice markers only, never claims. */
  around?: string
  /** Text message: who sent it, as the view shows it (a port, a number, a saved name). */
  sender?: string
}

/** Where the passages were read. */
export interface Place {
  mode: 'look-up' | 'page' | 'sms'
  title?: string
  url?: string
}
