/** Is this group of siblings a conversation? Evidence is weighed; a wrong yes would hide numbers from the page scan. */
import { senderKind } from '../../verdict/sender-kind.ts'
import { hasComposer } from './composer.ts'
import { areStacked, gapsOf, namesOf, type Side, sideOf, tellingNames } from './direction.ts'
import { fewestItems, fewestShown, type Group, membersOf } from './generic-group.ts'
import { readItem } from './generic-item.ts'
import type { Item } from './item.ts'
import type { TextReader } from './read-text.ts'
import { isSigned } from './signature.ts'
import { parentOf, wordsOf } from './tree.ts'

/** What was learned about a view: how to read its items from now on. */
export interface Profile {
  group: Group
  /** Names that tell own messages apart here. */
  outNames: ReadonlySet<string>
  leftEdge: number
  /** Messages lie one below the other: the side on which one stands tells whose it is. */
  stacked: boolean
  /** Ticks, statuses and labels of one's own messages stand at some only: they tell them apart. */
  ownSigns: boolean
  /** Place of the sender's number in each item. */
  senderPath?: string
  score: number
  items: number
}

export const enough = 6
/** More is asked of a conversation that has hardly begun: only where one can answer, and with this much more evidence. */
const moreForFew = 1.5
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
  const few = plain.length < fewestItems
  if (plain.length < fewestShown || (few && !hasComposer(document))) return undefined
  const senderPath = senderPathOf(plain)
  const items = senderPath === undefined ? plain : plain.map((item) => readItem(item.element, page, { senderPath }))
  const list = edgeOf(items[0]?.element ?? sample[0] ?? document.body)
  const scrolled = isScrolled(list)
  const known = wordScore(items, senderPath !== undefined, header) + placeScore(group, document, items, scrolled)
  if (known + bothSidesCount(scrolled) < enough) return undefined
  const gaps = items.map((item) => gapsOf(item, edgeOf(item.element)))
  const leftEdge = Math.min(...gaps.map((gap) => gap?.left ?? 1))
  const outNames = tellingNames(items.map(namesOf))
  const stacked = areStacked(items)
  const sides = gaps.map((gap) => (stacked ? sideOf(gap, leftEdge) : 'unknown'))
  const ownSigns = tells(items, sides)
  const own = items.filter(
    (item, index) => (ownSigns && item.saysOwn) || hasAny(namesOf(item).out, outNames) || sides[index] === 'right',
  ).length
  const twoSided = own > 0 && own < items.length
  const score = known + (twoSided ? bothSidesCount(scrolled && hasBothSides(sides)) : 0)
  if (score < (few ? enough + moreForFew : enough)) return undefined
  const profile = { group, outNames, leftEdge, stacked, ownSigns, score, items: members.length }
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

function placeScore(group: Group, document: Document, items: readonly Item[], scrolled: boolean): number {
  return (scrolled ? 1 : 0) + (hasComposer(document) ? 1.5 : 0) + (namesMessages(items, group) ? 1 : 0)
}

/** Messages to the left and to the right count most in a box that scrolls: pages alternate sides too. */
function bothSidesCount(inScrolledBox: boolean): number {
  return inScrolledBox ? 3 : 2
}

/** Signs of own messages that every message carries, on either side, tell nothing. */
function tells(items: readonly Item[], sides: readonly Side[]): boolean {
  return !(hasBothSides(sides) && items.every((item) => item.saysOwn))
}

function hasBothSides(sides: readonly Side[]): boolean {
  return sides.includes('left') && sides.includes('right')
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
