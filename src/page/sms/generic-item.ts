/** Takes one item of an unknown view apart: body, time, status, name, quoted message, preview. */

import type { Flow } from '../flow.ts'
import { isAmidText, isControl, labelUnits, leadsLine } from './item-place.ts'
import { hiddenWords, nameWords, outsideTags, previewWords, quoteWords, tickWords } from './item-words.ts'
import { parseForwarded } from './parse-forwarded.ts'
import { parseLogLine } from './parse-log-line.ts'
import { cutFlow, readText, type TextReader, trimFlow } from './read-text.ts'
import { isSelfName, isTimeText, statusOf } from './time-text.ts'
import { wordsOf } from './tree.ts'

/** Shorter texts repeat by chance. */
const quoteUnits = 6

/** Elements looked at in one item. */
const itemElements = 250
const termPath = '^'

export interface Item {
  element: Element
  body: Flow
  /** Texts that are a time: more than one means more than one message. */
  times: number
  /** A label, a tick or a status that only one's own messages carry. */
  saysOwn: boolean
  /** Short texts that stand alone in a block, with their place in the item; candidates for the sender. */
  labels: { path: string; text: string; element: Element }[]
  /** Everything in it is a link or a heading: a list of articles, not of messages. */
  isLink: boolean
  senderLine?: Flow
  sender?: string
}

export interface ItemHints {
  /** Where items of this view show their sender (`labels`); its text is no part of the body. */
  senderPath?: string
  /** True for the text of another message: a block that repeats it is a quote. */
  isQuote?(text: string, item: Element): boolean
}

export function readItem(element: Element, page: Omit<TextReader, 'skips'>, hints: ItemHints = {}): Item {
  const item = readStrictly(element, page, hints, true)
  return item.body.text === '' ? readStrictly(element, page, hints, false) : item
}

/** @param strict blocks that act as buttons (quotes, cards) and that repeat another message are left out. */
function readStrictly(element: Element, page: Omit<TextReader, 'skips'>, hints: ItemHints, strict: boolean): Item {
  const skipped = new Set<Element>()
  const item = { element, times: 0, saysOwn: false, labels: [], isLink: false, body: { text: '', pieces: [] } }
  const walk: Walk = { item, page, skipped, left: itemElements, hints, strict }
  for (const term of termsOf(element)) inspectTerm(walk, term)
  inspectChildren(walk, element, '')
  const body = trimFlow(readText([element], { ...page, skips: (part) => skipped.has(part) }))
  return finish(walk, body)
}

/** Of a description the terms before it: there its sender and time stand. */
function termsOf(element: Element): Element[] {
  const terms: Element[] = []
  if (element.localName !== 'dd') return terms
  for (let at = element.previousElementSibling; at?.localName === 'dt'; at = at.previousElementSibling)
    terms.unshift(at)
  return terms
}

/** Sender, time and status in a term, be they elements or bare text; nothing of it belongs to the message. */
function inspectTerm(walk: Walk, term: Element): void {
  inspectChildren(walk, term, termPath)
  for (const node of term.childNodes) {
    const text = node instanceof Text ? node.data.trim() : ''
    if (isTimeText(text)) walk.item.times++
    else if (statusOf(text) === 'sent' || isSelfName(text)) walk.item.saysOwn = true
    else if (text !== '' && text.length <= labelUnits) noteLabel(walk, `${termPath}>#text`, text, term)
  }
}

/** True when it is the sender's. */
function noteLabel({ item, hints }: Walk, path: string, text: string, element: Element): boolean {
  item.labels.push({ path, text, element })
  if (path !== hints.senderPath) return false
  item.sender = text
  return true
}

interface Walk {
  item: Item
  page: Omit<TextReader, 'skips'>
  skipped: Set<Element>
  left: number
  hints: ItemHints
  strict: boolean
}

function inspectChildren(walk: Walk, element: Element, path: string): void {
  const before = new Map<string, number>()
  for (const child of childrenOf(walk, element)) {
    const sign = `${child.localName}.${child.classList[0] ?? ''}`
    const nth = before.get(sign) ?? 0
    before.set(sign, nth + 1)
    inspect(walk, child, `${path}>${sign}#${nth}`)
  }
}

/** As shown: of a shadow root instead of its host, and what was assigned instead of a slot. */
function childrenOf({ page }: Walk, element: Element): Iterable<Element> {
  const assigned = element instanceof HTMLSlotElement ? element.assignedElements() : []
  return assigned.length > 0 ? assigned : (page.shadowOf(element) ?? element).children
}

function inspect(walk: Walk, element: Element, path: string): void {
  if (--walk.left < 0 || walk.page.boxOf(element).kind === 'none') return
  if (isOutside(element) || isTick(walk, element) || isQuote(walk, element) || isDecoration(walk, element, path)) {
    walk.skipped.add(element)
    return
  }
  inspectChildren(walk, element, path)
}

/** Quotes, previews, controls and copies for screen readers are no part of the message. */
function isOutside(element: Element): boolean {
  if (outsideTags.has(element.localName)) return true
  const words = wordsOf(element)
  if (words.some((word) => quoteWords.has(word) || previewWords.has(word))) return true
  return words.includes('only') || words.includes('hidden') ? words.some((word) => hiddenWords.has(word)) : false
}

/** The tick behind one's own messages. */
function isTick({ item }: Walk, element: Element): boolean {
  const names = wordsOf(element).concat((element.getAttribute('data-icon') ?? '').split(/[^a-z]+/))
  const isTick = names.some((name) => tickWords.has(name)) && (element.textContent ?? '').trim().length < 3
  if (isTick) item.saysOwn = true
  return isTick
}

function isQuote({ page, hints, item, strict }: Walk, element: Element): boolean {
  if (!strict) return false
  if (element.getAttribute('role') === 'button' || element.localName === 'button') return true
  if (page.boxOf(element).kind !== 'block') return false
  const text = (element.textContent ?? '').trim()
  return text.length >= quoteUnits && hints.isQuote?.(text, item.element) === true
}

/** Time, status and name labels; what they say of the message is noted. */
function isDecoration(walk: Walk, element: Element, path: string): boolean {
  const { item } = walk
  const text = shortText(element, walk)
  if (text === undefined || text === '') return element.localName === 'time'
  if (element.localName !== 'time' && isAmidText(element)) return false
  if (element.localName === 'time' || isTimeText(text)) {
    item.times++
    for (const part of element.querySelectorAll('*')) isTick(walk, part)
    return true
  }
  const status = statusOf(text)
  if (status || isSelfName(text)) {
    if (status !== 'other' && !isControl(element)) item.saysOwn = true
    return true
  }
  const isBlock = walk.page.boxOf(element).kind === 'block'
  const isName = wordsOf(element).some((word) => nameWords.has(word))
  const isLabel = isBlock || isName || path.startsWith(termPath) || leadsLine(element, item.element, walk.page.boxOf)
  if (isLabel && noteLabel(walk, path, text, element)) return true
  return isName && element.localName !== 'a' && !/[。！？；，【]/.test(text)
}

/** The element's whole text when it is a short one. */
function shortText(element: Element, walk: Walk): string | undefined {
  const root = walk.page.shadowOf(element) ?? element
  const text = root.textContent
  if (text === null || text.length > labelUnits * 2) return undefined
  const trimmed = text.trim().replace(/\s+/g, ' ')
  return trimmed.length <= labelUnits ? trimmed : undefined
}

function finish(walk: Walk, whole: Flow): Item {
  const { item } = walk
  const body = withoutLogHead(item, whole)
  const forwarded = parseForwarded(body.text, 'smsforwarder-default')
  if (forwarded) {
    item.senderLine = cutFlow(body, forwarded.sender.start, forwarded.sender.end)
    item.sender = item.senderLine.text
  }
  item.body = forwarded ? cutFlow(body, forwarded.body.start, forwarded.body.end) : body
  const link =
    body.pieces.length > 0 &&
    body.pieces.every((piece) => piece.node.parentElement?.closest('a[href]:not([href^="tel:"]),h1,h2,h3,h4'))
  item.isLink = link
  return item
}

/** A line of a log carries time, direction and sender in its text. */
function withoutLogHead(item: Item, body: Flow): Flow {
  const head = parseLogLine(body.text)
  if (!head) return body
  item.times++
  item.sender = head.sender
  if (head.sent) item.saysOwn = true
  return cutFlow(body, head.bodyAt, body.text.length)
}
