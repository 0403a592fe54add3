/** Is this group of siblings a conversation? Evidence is weighed; a wrong yes would hide numbers from the page scan. */
import { senderKind } from '../../verdict/sender-kind.ts'
import { hasComposer } from './composer.ts'
import { type Gaps, gapsOf, namesOf, sideOf, tellingNames } from './direction.ts'
import { fewestItems, type Group, membersOf } from './generic-group.ts'
import { type Item, readItem } from './generic-item.ts'
import type { TextReader } from './read-text.ts'
import { isSigned } from './signature.ts'
import { parentOf, wordsOf } from './tree.ts'

/** What was learned about a view: how to read its items from now on. */
export interface Profile {
  group: Group
  /** Names that tell own messages apart here. */
  outNames: ReadonlySet<string>
  leftEdge: number
  /** Place of the sender's number in each item. */
  senderPath?: string
  score: number
  items: number
}

export const enough = 6
/** So many times in one item: it is a list of messages, and the group around it is the page's layout. */
const severalTimes = 4
/** Items looked at from either end of the list. */
const sampled = 16
const listWords: ReadonlySet<string> = new Set([
  'message',
  'messages',
  'msg',
  'msgs',
  'chat',
  'sms',
  'bubble',
  'bubbles',
  'conversation',
  'dialog',
  'dialogue',
  'thread',
  'im',
])
const codeWords = /验证码|校验码|动态码|动态密码|one-time|verification code|passcode|\bOTP\b|退订|拒收请回复/i

/** The profile of a conversation, or undefined. `header` tells whether a sender's number stands above the list. */
export function profileOf(
  group: Group,
  page: Omit<TextReader, 'skips'>,
  document: Document,
  header: boolean,
): Profile | undefined {
  const members = membersOf(group)
  const sample = members.length <= sampled * 2 ? members : [...members.slice(0, sampled), ...members.slice(-sampled)]
  const plain = sample.map((member) => readItem(member, page)).filter((item) => item.body.text !== '')
  if (plain.length < fewestItems) return undefined
  const senderPath = senderPathOf(plain)
  const items = senderPath === undefined ? plain : plain.map((item) => readItem(item.element, page, { senderPath }))
  const words = wordScore(items, senderPath !== undefined, header)
  if (words + 4.5 < enough) return undefined
  const gaps = items.map((item) => gapsOf(item, edgeOf(item.element)))
  const leftEdge = Math.min(...gaps.map((gap) => gap?.left ?? 1))
  const outNames = tellingNames(items.map(namesOf))
  const score = words + placeScore(group, document, items, outNames, gaps, leftEdge)
  if (score < enough) return undefined
  const profile = { group, outNames, leftEdge, score, items: members.length }
  return senderPath === undefined ? profile : { ...profile, senderPath }
}

function wordScore(items: readonly Item[], ownSenders: boolean, header: boolean): number {
  const share = (test: (item: Item) => boolean) => items.filter(test).length / items.length
  const texts = items.map((item) => item.body.text)
  const signed = share((item) => isSigned(item.body.text))
  const median = texts.map((text) => text.length).sort((a, b) => a - b)[texts.length >> 1] ?? 0
  const cut = share((item) => /(…|\.\.\.)$/.test(item.body.text))
  const crowded = share(
    (item) => (item.times > 1 && !item.senderLine) || (item.body.text.match(/【/g)?.length ?? 0) > 2,
  )
  return (
    (signed >= 0.3 ? 2.5 : signed > 0 ? 1 : 0) +
    (texts.some((text) => codeWords.test(text)) ? 1 : 0) +
    (share((item) => item.times > 0) >= 0.5 ? 1 : 0) +
    (median >= 4 && median <= 400 ? 0.5 : -1.5) +
    (ownSenders || share((item) => item.sender !== undefined) >= 0.5 ? 2 : 0) +
    (header ? 1.5 : 0) -
    (share((item) => item.isLink) >= 0.5 ? 4 : 0) -
    (cut >= 0.5 ? 3 : 0) -
    (crowded >= 0.2 ? 2 : 0) -
    (items.some((item) => item.times >= severalTimes && !item.senderLine) ? 4 : 0)
  )
}

function placeScore(
  group: Group,
  document: Document,
  items: readonly Item[],
  outNames: ReadonlySet<string>,
  gaps: readonly (Gaps | undefined)[],
  leftEdge: number,
): number {
  const own = items.filter(
    (item, index) => item.saysOwn || hasAny(namesOf(item).out, outNames) || sideOf(gaps[index], leftEdge) === 'right',
  )
  const twoSided = own.length > 0 && own.length < items.length
  const list = items[0] ? edgeOf(items[0].element) : undefined
  return (
    (twoSided ? 2 : 0) +
    (list && isScrolled(list) ? 1 : 0) +
    (hasComposer(document) ? 1.5 : 0) +
    (namesMessages(items, group) ? 1 : 0)
  )
}

function hasAny(names: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const name of names) if (wanted.has(name)) return true
  return false
}

/** The box that messages are aligned in. */
export function edgeOf(member: Element): Element {
  return parentOf(member) ?? member
}

function isScrolled(list: Element): boolean {
  for (let at: Element | null = list, level = 0; at && level < 6; at = parentOf(at), level++) {
    if (at === at.ownerDocument.body) return false
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return true
  }
  return false
}

function namesMessages(items: readonly Item[], group: Group): boolean {
  const root = group.root instanceof Element ? group.root : group.root.host
  const elements = [root, parentOf(root), items[0]?.element, items[0]?.element.firstElementChild]
  return elements.some(
    (element) =>
      element && (element.getAttribute('role') === 'log' || wordsOf(element).some((word) => listWords.has(word))),
  )
}

/** A place that holds one number-like sender in half of the items and more. */
function senderPathOf(items: readonly Item[]): string | undefined {
  if (items.filter((item) => item.senderLine).length >= items.length / 2) return undefined
  const counts = new Map<string, number>()
  for (const item of items) {
    const paths = item.labels.map((label) => label.path)
    for (const { path, text, element } of item.labels) {
      const alone = paths.indexOf(path) === paths.lastIndexOf(path)
      if (alone && isNumber(text) && element.textContent !== item.element.textContent)
        counts.set(path, (counts.get(path) ?? 0) + 1)
    }
  }
  return [...counts].find(([, count]) => count >= items.length / 2)?.[0]
}

function isNumber(text: string): boolean {
  const kind = senderKind(text)
  return kind !== undefined && kind !== 'name'
}
