/** What the page session and the delivered reader of message views know of each other. Types only. */
import type { Found } from '../../phone/found.ts'
import type { SmsState } from '../../protocol.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import type { CheckQueue } from '../check-queue.ts'
import type { MarkBook } from '../mark-book.ts'
import type { ViewPage } from './view.ts'

/** What the reader gets from the session of its frame. */
export interface ReaderParts {
  page: ViewPage
  queue: CheckQueue
  book: MarkBook
  /** The detector of the content script: it is not delivered twice. */
  find: Detector
  /** Whether a verdict is marked here: not muted, and of a kind that the person wants to see. */
  isWanted(verdict: Verdict): boolean
  onChange(): void
  signal: AbortSignal
}

export interface Detector {
  /** As `findInFlow`. */
  inFlow(text: string): Found[]
  /** As `findNumbers`. */
  numbers(text: string): Found[]
}

export interface MessageReader {
  /** True for text that belongs to a message view: the page scan leaves it alone. */
  isTaken(node: Text): boolean
  /** Changed text nodes and roots of changed subtrees, or everything. */
  read(changed: Iterable<Node> | 'all'): void
  /** Something is still to be read, or a clock runs. */
  waiting(): boolean
  /** Nothing will change the marks soon. */
  atRest(): boolean
  state(): SmsState | undefined
  /** What was refused of the published adapters, a line each. */
  refusedAdapters: readonly string[]
}

/** Starts reading one frame; ends with its signal. */
export type StartReader = (parts: ReaderParts) => MessageReader
