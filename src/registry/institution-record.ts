/** A *record*: what maintainers review (data/institutions/*.yaml), one institution with all evidence. Types only. */
import type {
  Alias,
  ChannelType,
  Direction,
  EvidenceKind,
  Hours,
  InstitutionKind,
  LocalText,
  Product,
  Purpose,
} from './schema.ts'

export type EvidenceSource = { url: string } | { repo: string } | { undisclosed: string }

export interface Evidence {
  kind: EvidenceKind
  source: EvidenceSource
  /** Date of the content, `YYYY[-MM[-DD]]`. */
  seen?: string
  /** In our own words. */
  says: string
  /** Unit of independence: two items of one group count once. */
  group: string
  /** Address that the source itself gives for its statement; nobody of us has read it there. */
  cites?: string
  /** False: supports the record but never counts towards the bar (abbreviated lists, content farms, private notes). */
  counts?: boolean
}

export interface HotlineRecord {
  /** As dialled and printed. */
  number: string
  purpose: Purpose
  direction: Direction
  label: LocalText
  /** Area codes under which a local 96… code reaches this institution, with trunk 0. */
  areaCodes?: string[]
  region?: string
  hours?: Hours[] | '24h'
  menu?: { key: string; for: string }[]
  /** Other dialable forms that are official as listed (composites). */
  forms?: string[]
  validFrom?: string
  validTo?: string
  successor?: string
  /** Institutions that have the same line in their own record, which must name this one back. */
  sharedWith?: string[]
  /** Never published: `disputed` (sources contradict each other), `historic` (old lists only), `queued` (not fit to show). */
  status?: 'disputed' | 'historic' | 'queued'
  /** Keeps a line below `official` though its evidence would do, with the reason. */
  hold?: string
  note?: string
  /** None of the sources bears a date: said on purpose, never by leaving it out. No lender's line is official by it. */
  undated?: boolean
  evidence: Evidence[]
}

export interface SenderRecord {
  /** 106… or a short code that sends messages: never a hotline. */
  id: string
  note?: string
  evidence: Evidence[]
}

export interface InstitutionRecord {
  id: string
  name: LocalText
  aliases: Alias[]
  kind: InstitutionKind
  parent?: string
  licence?: { authority: string; code?: string; source?: string }
  /** `claims: none`: the host says nothing about who is named (shops, social sites, SMS views). */
  domains: { host: string; claims: 'lender' | 'none' }[]
  /** Where the domains were read. */
  domainSources?: string[]
  apps?: { name: string; store?: string }[]
  noApp?: boolean
  channels?: { type: ChannelType; how: LocalText; evidence: Evidence[] }[]
  products?: Product[]
  smsSignatures?: string[]
  senders?: SenderRecord[]
  never?: { text: LocalText; source: EvidenceSource }[]
  /** Switches the look-alike rule off: this institution's own numbers lie too close together. */
  dense?: boolean
  notes?: string
  hotlines: HotlineRecord[]
}
