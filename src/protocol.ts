/** Every message between the extension's parts: one type map, a doc line each; `messages.ts` carries them. */

import type { Outcome } from './registry/outcome.ts'
import type { RegistryDetails } from './registry/registry-details.ts'
import type { RegistryProblem } from './registry/registry-error.ts'
import type { PublishedInstitution } from './registry/schema.ts'
import type { Strictness } from './verdict/marked-codes.ts'
import type { Passage, Place } from './verdict/passage.ts'
import type { RegistryStamp, Verdict, VerdictCode } from './verdict/verdict.ts'

/** Asked of the background. */
export interface BackgroundProtocol {
  /** Content script: judge these passages; one array of verdicts per passage, in order. At most 200 passages, 1,000 numbers. */
  check: { body: { place: Place; passages: Passage[] }; value: Verdict[][] }
  /** Popup, options, guide: judge a pasted number, name or whole message. At most 20,000 UTF-16 units. */
  lookUp: { body: { text: string; sender?: string }; value: Verdict[] }
  /** Content script: what is marked in this frame now, for the toolbar badge. `fresh`: the first report of this document (also after a return from the back/forward cache). */
  pageSummary: { body: { flagged: number; marked: number; spoofed: boolean; fresh: boolean }; value: null }
  /** Content script: this frame is being taken out of its page, or goes elsewhere; what it counted may go too. */
  frameGone: { body: null; value: null }
  /** Content script: how to behave on this page. */
  pageSettings: { body: { host: string }; value: PageSettings }
  /** Content script: stop marking a number, or this site. */
  mute: { body: { canonical: string } | { host: string }; value: null }
  /** Content script: paint this frame's highlights; the background makes the rules itself (user origin, so that the page cannot repaint them). `prefix` is random per load, `[a-z]{8,24}`. */
  paintMarks: { body: { prefix: string }; value: null }
  /** Content script: whether two of these institutions have nothing to do with each other (a number that both claim). At most 50 ids. */
  areUnrelated: { body: { ids: string[] }; value: boolean }
  /** Content script: a card that was opened by keyboard closed in a frame that had no focus before. */
  giveFocusBack: { body: null; value: null }
  /** Content script: put the card's script into this frame; asked when the first card is opened. */
  loadCard: { body: null; value: null }
  /** Content script: put the reader of message views into this frame; asked where a conversation may stand. */
  loadReader: { body: null; value: null }
  /** Content script on a host that an adapter of the package names: the published adapter file, null when there is none. */
  smsViews: { body: null; value: string | null }
  /** Popup, options, guide: institutions by name (best first, at most 12) or by id (at most 50; unknown ids are left out). */
  institutions: { body: { query: string } | { ids: string[] }; value: InstitutionAnswer[] }
  /** Popup: which registry answers and how its last update went. */
  registryStatus: { body: null; value: RegistryStatus }
  /** Options: who signed the list, until when, and its last publications. */
  registryDetails: { body: null; value: RegistryDetails }
  /** Options: delete everything that the person left here. Asked, because a private window cannot reach the notes on the disk. */
  forget: { body: null; value: null }
  /** Popup, options: ask for a newer registry now. */
  updateRegistry: { body: null; value: { outcome: Outcome; status: RegistryStatus } }
}

/** What a content script may ask; everything else is for our own pages only. */
export const contentMessages = [
  'smsViews',
  'check',
  'pageSummary',
  'frameGone',
  'pageSettings',
  'mute',
  'paintMarks',
  'areUnrelated',
  'giveFocusBack',
  'loadCard',
  'loadReader',
] as const

/** Asked of a page's frames by the popup and by `inspect` (`tabs.sendMessage`). */
export interface PageProtocol {
  /** All marks of this frame in document order, and whether the scan is at rest. */
  pageMarks: { body: null; value: PageMarks }
  /** Scroll to a mark of this frame and open its card. `byKeyboard`: the card then shows that it has the focus. */
  revealMark: { body: { id: number; byKeyboard: boolean }; value: boolean }
  /** Put the focus back to where it was when the shortcut was pressed, if that was in this frame. */
  takeFocus: { body: null; value: null }
  /** Shortcut: this frame's flagged numbers and which one was looked at last. */
  flaggedMarks: { body: null; value: FlaggedMarks }
  /** Other adapters of message views were published: a page that they may concern is read again. */
  adaptersChanged: { body: null; value: null }
  /** Something was muted or paused in a private window; storage tells its pages nothing. */
  settingsChanged: { body: null; value: null }
}

/** The flagged numbers of one frame. */
export interface FlaggedMarks {
  /** In document order. */
  ids: number[]
  /**
   * The one whose card was shown last, by its index in `ids`. `gone`: it is marked no more, and what followed it has
   * moved up to `index`. `at`: when, ms since 1970.
   */
  last?: { index: number; gone: boolean; at: number }
}

/** An institution and what belongs to its card. */
export interface InstitutionAnswer {
  institution: PublishedInstitution
  /** The group whose general line also serves it. */
  parent?: PublishedInstitution
}

export interface PageSettings {
  /** False while paused here, for an hour or everywhere. */
  active: boolean
  language: 'zh-CN' | 'en'
  /** How much is marked; undefined is `standard`. */
  strictness?: Strictness
  /** Canonical numbers the person does not want marked. */
  muted: string[]
  /** An adapter may know this host: nothing is marked before the reader of message views is there. */
  knownView: boolean
  /** The person's own mark, shown on every card; empty when none was chosen. */
  personalMark: string
}

export interface PageMark {
  /** Unique in the frame while the mark lives. */
  id: number
  text: string
  code: VerdictCode
  canonical: string
  institutions: string[]
  modifiers: string[]
  verdict: Verdict
}

export interface PageMarks {
  marks: PageMark[]
  /** No scan, batch or answer is under way. */
  atRest: boolean
  /** Milliseconds since the last batch ended, by the page's monotonic clock. */
  quietMs: number
  /** A page kept removing our highlights. */
  spoofed: boolean
  /** Set when messages are read in this frame. */
  sms?: SmsState
  /** What of the published adapters was refused here: `file: unknown-schema`, `google-messages.text: selector-throws (left out)`. */
  refusedAdapters?: string[]
  /** The frames of this document in its order: index in `window.frames`, and how many of `marks` come before. */
  frames?: { index: number; before: number }[]
}

/** What reads the text messages of a frame. */
export interface SmsState {
  /** Adapter id, or `generic`. */
  view: string
  /** Messages on screen at the last reading, one's own included. */
  messages: number
  /** The adapter that should have read this page and found nothing for 4 s: its selectors no longer fit. */
  blind?: string
}

export interface RegistryStatus {
  /** Null when nothing usable is there: every answer is `cannot-check`. */
  stamp: RegistryStamp | null
  hotlines: number
  institutions: number
  problem?: RegistryProblem
  /** `memory`: the database could not be opened; the bundled registry answers. */
  storage: 'database' | 'memory'
  /** The last try to update, ISO 8601, and how it ended; empty before the first one. */
  update?: { triedAt?: string; nextAt?: string; outcome?: Outcome }
}

export type Reply<T> = { ok: true; value: T } | { ok: false; code: ReplyCode }

export type ReplyCode = 'unknown-message' | 'not-allowed' | 'bad-body' | 'failed' | 'unreachable'
