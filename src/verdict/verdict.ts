/** The verdict vocabulary. Types only; every code and modifier has its words in src/locales. */
import type { Canonical, Disguise, NumberKind } from '../phone/found.ts'
import type { LocalText, PublishedSource, Purpose } from '../registry/schema.ts'

export type VerdictCode =
  | 'official'
  | 'official-other'
  | 'lookalike'
  | 'malformed'
  | 'retired'
  | 'reported'
  | 'unconfirmed'
  | 'unlisted-service'
  | 'public-service'
  | 'sender-id'
  | 'ordinary'
  | 'not-phone'
  | 'unknown-brand'
  | 'cannot-check'

export type Modifier =
  | 'overseas'
  | 'personal-sender'
  | 'stale'
  | 'taken-care'
  | 'outbound-only'
  | 'inbound-only'
  | 'group-line'

/**
 * Signs that need no phrase list: a “12381” message with a link, chat account or number (the real one never has any);
 * 96110 behind a prefix that is no area code; an “app” of a product that has none; one number that unrelated lenders
 * claim on one page.
 */
export type StructuralSignal = '12381-with-contact' | 'prefixed-96110' | 'no-such-app' | 'claimed-by-several'

/** Names the rule that decided, for the “为什么？” panel. */
export type RuleName =
  | 'registry-unusable'
  | 'sender-port'
  | 'notice'
  | 'dressed-up-code'
  | 'glued-digits'
  | 'line-ended'
  | 'public-line'
  | 'other-owner'
  | 'local-code-elsewhere'
  | 'exact-line'
  | 'below-bar'
  | 'one-digit-apart'
  | 'lending-context'
  | 'no-lending-context'
  | 'foreign-unreadable'
  | 'not-a-number'
  | 'brand-without-record'

export interface InstitutionName {
  id: string
  name: LocalText
}

/** The registry line a verdict rests on. */
export interface MatchedLine {
  institution: string
  number: string
  canonical: string
  label: LocalText
  purpose: Purpose
  source?: PublishedSource
  seen?: string
  successor?: string
  validTo?: string
}

export interface Verdict {
  /** UTF-16 offsets of the number (or name) in the text that was judged. */
  start: number
  end: number
  raw: string
  /** Empty for `unknown-brand`. */
  canonical: Canonical | ''
  kind?: NumberKind
  disguise: Disguise[]
  extension?: string
  code: VerdictCode
  modifiers: Modifier[]
  rule: RuleName
  /** All owners of the matched line; for `lookalike` the one compared; else empty. Sorted by id. */
  institutions: InstitutionName[]
  /** Institutions named in the context after the directory rule, by id, sorted. */
  claimed: InstitutionName[]
  /** The listed line behind the verdict; for `lookalike` the one compared. */
  line?: MatchedLine
  /** `lookalike`: the listed number it resembles and the positions (indexes into `canonical`) that differ. */
  compare?: { listed: string; canonical: string; differing: number[] }
  /** The line to call instead: a listed in-bound line of the claimed (or matched) institution. */
  callInstead?: MatchedLine
  notice?: { url: string; authority: string; date: string }
  /** Notes on the message or page around the number; absent when there are none. */
  signals?: StructuralSignal[]
  /** Of a number outside the registry: the institution whose hotline the text says it is, by id. */
  speaker?: string
  /** Tactic ids, text-wide. */
  tips: string[]
  registry: RegistryStamp
}

/** Which registry answered. */
export interface RegistryStamp {
  seq: number
  channel: 'development' | 'release'
  builtAt: string
  /** ISO 8601 of the last proof of freshness (bundled: the build). */
  provenAt: string
  /** Whole days since `provenAt`. */
  ageDays: number
}
