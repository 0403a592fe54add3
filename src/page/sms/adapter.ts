/** A view's adapter: where a known page keeps its messages. Declarative data (data/sms-views.json), never code. Types only. */

/** Where an adapter applies. `host` is exact or `*.suffix`; `path` is a glob whose only wildcard is `*`. */
export interface HostMatch {
  host: string
  path: string
}

export type ViewKind = 'sms' | 'im' | 'forwarded-sms'

/** Parsers that ship in the package; data may name them and nothing else. */
export const senderParsers = ['wa-pre-plain'] as const
export type SenderParserName = (typeof senderParsers)[number]

export const forwardedParsers = ['smsforwarder-default'] as const
export type ForwardedParserName = (typeof forwardedParsers)[number]

export const keyParts = ['path', 'id_attr', 'thread_sender', 'text'] as const
export type KeyPart = (typeof keyParts)[number]

/** Where one message shows its own sender. Without `attr` the visible text is read. */
export interface SenderSource {
  sel: string
  attr?: string
  parse?: SenderParserName
}

/**
 * An adapter as checked by `readAdapters`. `message`, `text`, `idAttr`, `threadSender` and `messageSender` are ordered
 * lists: the first alternative with a match wins. `ready`, `skip`, `quoted`, `out`, `in`, `list` and `ignore` are unions.
 */
export interface SmsAdapter {
  id: string
  kind: ViewKind
  /** Grows with every change of this adapter: a published copy replaces the package's only with the same or a higher one. */
  rev: number
  match: HostMatch[]
  /** The view is on screen when one of these matches. */
  ready: string[]
  message: string[]
  idAttr: string[]
  text: string[]
  skip: string[]
  quoted: string[]
  out: string[]
  in: string[]
  threadSender: string[]
  messageSender: SenderSource[]
  forwarded?: ForwardedParserName
  /** Entries of the conversation list: copies, never read. */
  list: string[]
  /** Other copies of messages (notifications): never read. */
  ignore: string[]
  key: KeyPart[]
}

/** Limits of the format: a file may come from a mirror and is read in every page of its hosts. */
export const adapterLimits = {
  bytes: 262_144,
  adapters: 64,
  alternatives: 12,
  selectorLength: 200,
  idLength: 40,
} as const
