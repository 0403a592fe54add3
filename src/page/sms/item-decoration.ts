/** What of an item is no text of the message: time, status, tick, names; and what these tell of it. */
import type { Walk } from './item.ts'
import { isAmidText, isControl, labelUnits, leadsLine } from './item-place.ts'
import { nameWords, tickWords } from './item-words.ts'
import { parseLabelLine } from './parse-label-line.ts'
import { isSelfName, isTimeText, statusOf } from './time-text.ts'
import { wordsOf } from './tree.ts'

/** Paths of labels in the terms before a description begin so. */
export const termPath = '^'

/** Time, status and name labels; what they say of the message is noted. */
export function isDecoration(walk: Walk, element: Element, path: string): boolean {
  const { item } = walk
  const line = shortText(element, walk)
  if (line === undefined || line === '') return element.localName === 'time'
  if (noteLabelLine(walk, element)) return true
  const text = line.length <= labelUnits ? line : undefined
  if (text === undefined) return element.localName === 'time'
  if (element.localName !== 'time' && isAmidText(element)) return false
  if (element.localName === 'time' || isTimeText(text)) {
    item.times++
    for (const part of element.querySelectorAll('*')) isTick(walk, part)
    return true
  }
  if (isSelfName(text)) {
    walk.selfLabels.push(element)
    return true
  }
  const status = statusOf(text)
  if (status) {
    if (status === 'sent' && !isControl(element)) item.saysOwn = true
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
  return text.trim().replace(/\s+/g, ' ')
}

/** “来自：106…”, “To: 138…”: a line that names who wrote or to whom it went. */
function noteLabelLine(walk: Walk, element: Element): boolean {
  const parts = [...(walk.page.shadowOf(element) ?? element).childNodes].map((node) => node.textContent?.trim() ?? '')
  const line = parseLabelLine(parts.join(' '))
  if (!line) return false
  if (line.sent) walk.sentTo = true
  else walk.item.sender = line.number
  if (line.timed) walk.item.times++
  return true
}

/** True when it is the sender's. */
export function noteLabel({ item, hints }: Walk, path: string, text: string, element: Element): boolean {
  item.labels.push({ path, text, element })
  if (path !== hints.senderPath) return false
  item.sender = text
  return true
}

/** The tick behind one's own messages. */
export function isTick({ item }: Walk, element: Element): boolean {
  const names = wordsOf(element).concat((element.getAttribute('data-icon') ?? '').split(/[^a-z]+/))
  const isTick = names.some((name) => tickWords.has(name)) && (element.textContent ?? '').trim().length < 3
  if (isTick) item.saysOwn = true
  return isTick
}
