/** A hand-written case: a text, what must be said about it, and why. */
import type { TextOptions } from '../../../src/verdict/judge-text.ts'
import type { Modifier, RuleName, StructuralSignal, VerdictCode } from '../../../src/verdict/verdict.ts'

export interface ExpectedVerdict {
  raw: string
  code: VerdictCode
  /** Ids of the owners; none when absent. */
  institutions?: string[]
  /** Ids of the institutions named, after the directory rule; not looked at when absent. */
  claimed?: string[]
  /** All modifiers, in order; none when absent. */
  modifiers?: Modifier[]
  /** All tips, in order; not looked at when absent. */
  tips?: string[]
  /** All signals; none when absent. */
  signals?: StructuralSignal[]
  rule?: RuleName
  /** Canonical digits of the line to call instead; not looked at when absent, `''` for none. */
  call?: string
}

export interface Case extends Partial<TextOptions> {
  why: string
  /** Page text unless `mode` says otherwise. */
  text: string
  verdicts: ExpectedVerdict[]
  /** Days since the registry was last proven fresh. */
  days?: number
  /** `tiny`: the invented registry, for what the real one does not hold (ended lines, notices) · `none`: no registry at all. */
  registry?: 'data' | 'tiny' | 'none'
}
