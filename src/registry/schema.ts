/**
 * What is signed and shipped: *published* institutions, their levels computed and their sources cut to the citable ones.
 * What maintainers review is an institution-record.ts.
 */

export interface LocalText {
  zh: string
  en?: string
}

export type InstitutionKind =
  | 'bank'
  | 'consumer-finance'
  | 'microloan'
  | 'platform'
  | 'guarantee'
  | 'payment'
  | 'insurer'
  | 'carrier'
  | 'group'
  | 'authority'
  | 'public-line'

export type Purpose =
  | 'general'
  | 'loan'
  | 'repayment'
  | 'credit-card'
  | 'complaint'
  | 'vip'
  | 'overseas'
  | 'lost-card'
  | 'hardship'
  | 'collection'
  | 'business'
  | 'fraud-report'
  | 'emergency'

/** `out`: they call from it; `in`: you call it. */
export type Direction = 'in' | 'out' | 'both'

export interface Alias {
  text: string
  /** Also an everyday word: counts only beside a telephone or lending context. */
  ordinary?: boolean
}

export type EvidenceKind = 'primary' | 'regulator' | 'secondary'

export interface Hours {
  /** `daily`, `workdays` or a range such as `mon-sat`. */
  days: string
  /** `HH:MM`, Asia/Shanghai. */
  from: string
  to: string
}

export type ChannelType = 'app' | 'web' | 'chat' | 'email' | 'wechat' | 'branch'

export interface Product {
  name: string
  /** Id of the institution that runs it. */
  operatedBy: string
  /** It lives inside another app: whoever offers “its app” is not its operator. */
  noApp?: boolean
}

export type Level = 'official' | 'unconfirmed'

export interface PublishedSource {
  kind: EvidenceKind
  /** Address a reader can open, or a repository path; absent when the source is undisclosed. */
  url?: string
  repo?: string
  seen?: string
}

export interface PublishedHotline {
  number: string
  /** Digits as `Canonical` (see phone/found.ts): the look-up key. */
  canonical: string
  purpose: Purpose
  direction: Direction
  label: LocalText
  level: Level
  areaCodes?: string[]
  region?: string
  hours?: Hours[] | '24h'
  menu?: { key: string; for: string }[]
  /** Canonical digits of the other listed forms. */
  forms?: string[]
  validFrom?: string
  validTo?: string
  successor?: string
  /** Best first; at least one unless the level is `unconfirmed`. */
  sources: PublishedSource[]
  /** Newest date of the content behind it. */
  seen?: string
}

export interface PublishedInstitution {
  id: string
  name: LocalText
  aliases: Alias[]
  /** How the names, aliases and products are read: `zhao shang yin hang`. Only for names with Han characters. */
  pinyin?: string[]
  kind: InstitutionKind
  parent?: string
  licence?: { authority: string; code?: string; source?: string }
  domains: { host: string; claims: 'lender' | 'none' }[]
  apps?: { name: string; store?: string }[]
  noApp?: boolean
  channels?: { type: ChannelType; how: LocalText; source: PublishedSource }[]
  products?: Product[]
  smsSignatures?: string[]
  senders?: string[]
  never?: { text: LocalText; url?: string }[]
  dense?: boolean
  hotlines: PublishedHotline[]
}

/** An entry for a number named in an official warning. */
export interface ReportedNumber {
  canonical: string
  notice: string
  authority: string
  /** `YYYY-MM-DD`. */
  date: string
  expires: string
}

/** A tactic: phrases that choose tips. Patterns are literals, alternatives and bounded gaps, never free regular expressions. */
export interface Tactic {
  id: string
  name: LocalText
  tip: LocalText
  sources: string[]
  phrases: { pattern: string; weight: 1 | 2 | 3 }[]
}

/**
 * What silences a phrase: warnings quote every scam sentence. Patterns in the same grammar as the phrases; `within`
 * is the longest distance in UTF-16 units, never over the end of a sentence.
 */
export interface TacticGuards {
  before: { patterns: string[]; within: number }
  after: { patterns: string[]; within: number }
  /** Inside the matched phrase itself. */
  inside: string[]
  /** Words of an advice page: nothing in such a text gives a tip. */
  advice: string[]
}

/** The whole data set of one publication: what is signed, shipped and swapped in. */
export interface Snapshot {
  schema: 1
  /** Publication number, strictly growing. */
  seq: number
  /** ISO 8601, when it was built. */
  builtAt: string
  /** `development`: signed with a throw-away key; the UI says so. */
  channel: 'development' | 'release'
  institutions: PublishedInstitution[]
  reported: ReportedNumber[]
  tactics: Tactic[]
  guards?: TacticGuards
  /** Longer names that hide a listed one (中国银行业协会): they name nobody. */
  stopNames?: string[]
}
