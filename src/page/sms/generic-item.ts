/** Takes one item of an unknown view apart: body, time, status, name, quoted message, preview. */

import type { Flow } from '../flow.ts'
import type { Item, ItemHints, Walk } from './item.ts'
import { isDecoration, isTick, noteLabel, termPath } from './item-decoration.ts'
import { labelUnits } from './item-place.ts'
import { isQuote, settleSelfLabels } from './item-quote.ts'
import { hiddenWords, outsideTags, previewWords, quoteWords } from './item-words.ts'
import { parseForwarded } from './parse-forwarded.ts'
import { parseLogLine } from './parse-log-line.ts'
import { cutFlow, readText, type TextReader, trimFlow } from './read-text.ts'
import { isSelfName, isTimeText, statusOf } from './time-text.ts'
import { wordsOf } from './tree.ts'

/** Elements looked at in one item. */
const itemElements = 250

export function readItem(element: Element, page: Omit<TextReader, 'skips'>, hints: ItemHints = {}): Item {
  const item = readStrictly(element, page, hints, true)
  return item.body.text === '' ? readStrictly(element, page, hints, false) : item
}

function readStrictly(element: Element, page: Omit<TextReader, 'skips'>, hints: ItemHints, strict: boolean): Item {
  const skipped = new Set<Element>()
  const item: Item = { element, times: 0, saysOwn: false, labels: [], isLink: false, body: { text: '', pieces: [] } }
  const walk: Walk = {
    item,
    page,
    skipped,
    left: itemElements,
    selfLabels: [],
    quotes: [],
    sentTo: false,
    hints,
    strict,
  }
  for (const term of termsOf(element)) inspectTerm(walk, term)
  inspectChildren(walk, element, '')
  settleSelfLabels(walk)
  if (walk.sentTo && item.sender === undefined) item.saysOwn = true
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
