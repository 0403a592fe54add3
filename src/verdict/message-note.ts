/** What is said of a whole message above the verdict on one of its numbers. Types only; it lives as long as the mark. */
import type { SenderKind } from './sender-kind.ts'
import type { InstitutionName, VerdictCode } from './verdict.ts'

/** The text message around a number: who it claims to be, who sent it, what its numbers are. */
export interface MessageNote {
  /** Institutions named, after the directory rule. */
  claimed: InstitutionName[]
  /** The words in its 【…】. */
  signature?: string
  /** As the view shows it. */
  sender?: string
  senderKind?: SenderKind
  numbers: { text: string; code: VerdictCode }[]
  /** Tactic ids. */
  tips: string[]
}
