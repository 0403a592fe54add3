/** Reads an adapter file: asserts shape and limits, drops bad adapters one by one with typed reasons. */
import type { HostMatch, SmsAdapter, ViewKind } from './adapter.ts'
import { adapterLimits, forwardedParsers, keyParts } from './adapter.ts'
import type { FileRefusal, Refusal } from './adapter-refusal.ts'
import { isHostPattern, narrowsHosts } from './match-host.ts'
import {
  AdapterRefused,
  type Draft,
  dataAttribute,
  isRecord,
  listOf,
  neededSelectors,
  oneOf,
  selectorsOf,
  senderSourcesOf,
  type TrySelector,
} from './read-selectors.ts'

export type AdapterFile =
  | { ok: true; version: number; adapters: SmsAdapter[]; refusals: Refusal[] }
  | { ok: false; reason: FileRefusal }

const kinds: readonly ViewKind[] = ['sms', 'im', 'forwarded-sms']

/**
 * Reads an adapter file: UTF-8 bytes or text as they came from the signed store, or JSON already parsed.
 * An unknown `schema` refuses the file, unknown fields are ignored.
 * @param packagedHosts hosts of the package's own copy: `match` may only narrow them. Pass `null` for that copy itself.
 * @param trySelector false for a selector that throws (`selectorTester` in a page; in a worker there is no document: `() => true`).
 */
export function readAdapters(
  source: unknown,
  packagedHosts: readonly HostMatch[] | null,
  trySelector: TrySelector,
): AdapterFile {
  const parsed = parse(source)
  if (!parsed.ok) return parsed
  const { value } = parsed
  if (!isRecord(value)) return { ok: false, reason: 'not-an-object' }
  if (value.schema !== 1) return { ok: false, reason: 'unknown-schema' }
  const version = value.version
  if (!isRevision(version)) return { ok: false, reason: 'bad-version' }
  if (!Array.isArray(value.adapters)) return { ok: false, reason: 'bad-shape' }
  return { ok: true, version, ...readList(value.adapters, packagedHosts, trySelector) }
}

/** Tries selectors in a document of plain elements, which no page can see. */
export function selectorTester(document: Document): TrySelector {
  const empty = document.implementation.createHTMLDocument('')
  let inner = empty.body
  for (const name of ['div', 'div', 'p', 'span']) inner = inner.appendChild(empty.createElement(name))
  const tryOne: TrySelector = (selector) => {
    try {
      return empty.querySelector(selector) === null ? true : 'wide'
    } catch (error) {
      if (error instanceof DOMException) return false
      throw error
    }
  }
  // A parser closes at the end what was left open: such a selector passes alone and swallows its neighbour in a union.
  const isOpen = (selector: string) => [')', ']'].some((end) => tryOne(selector + end) !== false)
  return (selector) => !isOpen(selector) && tryOne(selector)
}

type Parsed = { ok: true; value: unknown } | { ok: false; reason: FileRefusal }

function parse(source: unknown): Parsed {
  if (!(source instanceof Uint8Array) && typeof source !== 'string') return { ok: true, value: source }
  if (source.length > adapterLimits.bytes) return { ok: false, reason: 'too-large' }
  let text: string
  try {
    text =
      typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source)
  } catch {
    return { ok: false, reason: 'not-utf8' }
  }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false, reason: 'not-json' }
  }
}

function readList(list: unknown[], packagedHosts: readonly HostMatch[] | null, trySelector: TrySelector) {
  const adapters: SmsAdapter[] = []
  const refusals: Refusal[] = []
  const seen = new Set<string>()
  for (const [index, raw] of list.entries()) {
    const id = isRecord(raw) && typeof raw.id === 'string' ? raw.id.slice(0, adapterLimits.idLength) : `#${index}`
    try {
      if (index >= adapterLimits.adapters) throw new AdapterRefused('too-many-adapters')
      if (!isRecord(raw)) throw new AdapterRefused('bad-shape')
      adapters.push(readOne({ id, raw, trySelector, refusals }, packagedHosts, seen))
    } catch (error) {
      if (!(error instanceof AdapterRefused)) throw error
      refusals.push({
        adapter: id,
        reason: error.reason,
        pieceOnly: false,
        ...(error.field ? { field: error.field } : {}),
      })
      if (error.reason === 'too-many-adapters') break
    }
  }
  return { adapters, refusals }
}

function readOne(draft: Draft, packagedHosts: readonly HostMatch[] | null, seen: Set<string>): SmsAdapter {
  const { raw } = draft
  const id = readId(raw.id, seen)
  const kind = kinds.find((known) => known === raw.kind)
  if (kind === undefined) throw new AdapterRefused('bad-shape', 'kind')
  if (!isRevision(raw.rev)) throw new AdapterRefused('bad-shape', 'rev')
  const adapter: SmsAdapter = {
    id,
    kind,
    rev: raw.rev,
    match: readMatches(draft, packagedHosts),
    ready: neededSelectors(draft, 'ready'),
    message: neededSelectors(draft, 'message'),
    idAttr: listOf(draft, 'id_attr').map((name) => dataAttribute(name, 'id_attr')),
    text: neededSelectors(draft, 'text'),
    skip: [...selectorsOf(draft, 'skip'), ...selectorsOf(draft, 'time')],
    quoted: selectorsOf(draft, 'quoted'),
    out: selectorsOf(draft, 'out'),
    in: selectorsOf(draft, 'in'),
    threadSender: selectorsOf(draft, 'thread_sender'),
    messageSender: senderSourcesOf(draft, 'message_sender'),
    list: isRecord(raw.list) ? selectorsOf(draft, 'list', raw.list.item) : [],
    ignore: selectorsOf(draft, 'ignore'),
    key: listOf(draft, 'key').map((part) => oneOf(part, keyParts, 'key')),
  }
  if (raw.forwarded !== undefined) adapter.forwarded = oneOf(raw.forwarded, forwardedParsers, 'forwarded')
  return adapter
}

function readId(id: unknown, seen: Set<string>): string {
  if (typeof id !== 'string' || id.length > adapterLimits.idLength || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    throw new AdapterRefused('bad-id', 'id')
  }
  if (seen.has(id)) throw new AdapterRefused('duplicate-id', 'id')
  seen.add(id)
  return id
}

/** The matches that may be used; a host outside the package is left out and reported. */
function readMatches(draft: Draft, packagedHosts: readonly HostMatch[] | null): HostMatch[] {
  const matches: HostMatch[] = []
  for (const entry of listOf(draft, 'match')) {
    if (!isRecord(entry) || typeof entry.host !== 'string' || typeof entry.path !== 'string') {
      throw new AdapterRefused('bad-shape', 'match')
    }
    if (!isHostPattern(entry.host) || !isPathPattern(entry.path)) throw new AdapterRefused('bad-host', 'match')
    if (packagedHosts && !narrowsHosts(entry.host, packagedHosts)) {
      draft.refusals.push({ adapter: draft.id, reason: 'host-outside-package', field: 'match', pieceOnly: true })
      continue
    }
    matches.push({ host: entry.host, path: entry.path })
  }
  if (matches.length === 0) throw new AdapterRefused('nothing-left', 'match')
  return matches
}

function isPathPattern(path: string): boolean {
  return path.startsWith('/') && path.length <= adapterLimits.selectorLength
}

function isRevision(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}
