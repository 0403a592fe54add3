/** A number marked in the page. Types and the two questions everyone asks about it. */
import type { MessageNote } from '../verdict/message-note.ts'
import type { Verdict, VerdictCode } from '../verdict/verdict.ts'

export interface Mark {
  /** Unique in the frame while the mark lives. */
  id: number
  /** Live: collapses when the page replaces the text. */
  range: Range
  /** The number as the detector read it. */
  text: string
  /** `range.toString()` at marking time: other text there means the mark is void. */
  shown: string
  verdict: Verdict
  /** Set when the number stands in a text message. */
  message?: MessageNote
}

const flagged: ReadonlySet<VerdictCode> = new Set([
  'official-other',
  'lookalike',
  'malformed',
  'retired',
  'reported',
  'unlisted-service',
])

/** Verdicts that ask for attention: counted on the toolbar, visited by the shortcut, held back by the `tel:` guard. */
export function isFlagged(code: VerdictCode): boolean {
  return flagged.has(code)
}
