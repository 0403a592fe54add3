/** Reads the selector fields of one adapter; every bad piece is left out with its reason. */
import type { SenderSource } from './adapter.ts'
import { adapterLimits, senderParsers } from './adapter.ts'
import type { PieceRefusal, Refusal } from './adapter-refusal.ts'

/**
 * Tells whether a selector can be used, alone and in a union: tried once in an empty document. False: it throws, or leaves
 * something open; `wide`: plain elements match it.
 */
export type TrySelector = (selector: string) => boolean | 'wide'

/** Fields in which a selector for everything would hide a page or turn its messages round. */
const narrow: ReadonlySet<string> = new Set(['message', 'skip', 'time', 'quoted', 'out', 'in', 'list', 'ignore'])

/** Thrown inside the reader only: this adapter is refused, the next one is read. */
export class AdapterRefused extends Error {
  readonly reason: PieceRefusal
  readonly field: string | undefined
  constructor(reason: PieceRefusal, field?: string) {
    super(reason)
    this.reason = reason
    this.field = field
  }
}

/** One adapter being read: its raw fields and where refusals go. */
export interface Draft {
  id: string
  raw: Readonly<Record<string, unknown>>
  trySelector: TrySelector
  refusals: Refusal[]
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An optional list field; a bare string is a list of one. Refuses the adapter when it is neither or too long. */
export function listOf(draft: Draft, field: string, value: unknown = draft.raw[field]): unknown[] {
  if (value === undefined || value === null) return []
  const list = typeof value === 'string' ? [value] : value
  if (!Array.isArray(list)) throw new AdapterRefused('bad-shape', field)
  if (list.length > adapterLimits.alternatives) throw new AdapterRefused('too-many-alternatives', field)
  return list
}

/** The usable selectors of a field, in order. One that is too long or throws is left out and reported. */
export function selectorsOf(draft: Draft, field: string, value?: unknown): string[] {
  return listOf(draft, field, value ?? draft.raw[field]).filter((selector): selector is string => {
    if (typeof selector !== 'string') throw new AdapterRefused('bad-shape', field)
    return isUsable(draft, field, selector)
  })
}

/** Like `selectorsOf`, but the adapter is useless without any. */
export function neededSelectors(draft: Draft, field: string): string[] {
  const selectors = selectorsOf(draft, field)
  if (selectors.length === 0) throw new AdapterRefused('nothing-left', field)
  return selectors
}

export function senderSourcesOf(draft: Draft, field: string): SenderSource[] {
  const sources: SenderSource[] = []
  for (const entry of listOf(draft, field)) {
    const source = senderSource(draft, field, entry)
    if (source) sources.push(source)
  }
  return sources
}

function senderSource(draft: Draft, field: string, entry: unknown): SenderSource | undefined {
  if (!isRecord(entry) || typeof entry.sel !== 'string') throw new AdapterRefused('bad-shape', field)
  if (!isUsable(draft, field, entry.sel)) return undefined
  const source: SenderSource = { sel: entry.sel }
  if (entry.attr !== undefined) source.attr = dataAttribute(entry.attr, field)
  if (entry.parse !== undefined) source.parse = oneOf(entry.parse, senderParsers, field)
  return source
}

/** Only `data-…` attributes: `title` and `aria-label` are localised copies and are never read. */
export function dataAttribute(value: unknown, field: string): string {
  if (typeof value !== 'string' || !/^(data-[a-z0-9-]{1,40}|msg-id|id)$/.test(value))
    throw new AdapterRefused('bad-shape', field)
  return value
}

export function oneOf<T extends string>(value: unknown, names: readonly T[], field: string): T {
  const name = names.find((candidate) => candidate === value)
  if (name === undefined) throw new AdapterRefused('unknown-parser', field)
  return name
}

function isUsable(draft: Draft, field: string, selector: string): boolean {
  const reason = selectorProblem(selector, field, draft.trySelector)
  if (!reason) return true
  draft.refusals.push({ adapter: draft.id, reason, field, pieceOnly: true })
  return false
}

function selectorProblem(selector: string, field: string, trySelector: TrySelector): PieceRefusal | undefined {
  if (selector.length > adapterLimits.selectorLength) return 'selector-too-long'
  const tried = selector.trim() !== '' && trySelector(selector)
  if (!tried) return 'selector-throws'
  if (isCostly(selector)) return 'selector-too-slow'
  return tried === 'wide' && narrow.has(field) ? 'selector-too-wide' : undefined
}

/**
 * Chains of `:has` and searches along siblings in one took up to a second each on a page of 30,000 elements, one `:has` a
 * tenth of that.
 */
function isCostly(selector: string): boolean {
  const [, ...relations] = selector.toLowerCase().split(':has(')
  return relations.length > 1 || relations.some((relation) => relation.includes('~'))
}
