/** The sender's number above an unknown view's messages. Anything doubtful is no sender: a wrong one is worse than none. */
import { senderKind } from '../../verdict/sender-kind.ts'
import { isShown } from '../box.ts'
import { firstParentOf, type Group } from './generic-group.ts'
import { hasWord, parentOf } from './tree.ts'

const listWords: ReadonlySet<string> = new Set([
  'list',
  'lists',
  'sidebar',
  'nav',
  'menu',
  'threads',
  'conversations',
  'inbox',
  'contacts',
  'dialogs',
  'chats',
])
const listRoles: ReadonlySet<string> = new Set([
  'list',
  'listbox',
  'navigation',
  'grid',
  'tree',
  'tablist',
  'complementary',
])
const listTags: ReadonlySet<string> = new Set(['nav', 'aside', 'ul', 'ol', 'table'])
const levels = 6
const siblingsBack = 4
const leaves = 60

/** The element above the messages of this group whose whole text is the number, or undefined. */
export function headerOf(group: Group): Element | undefined {
  const header = findHeader(group.root)
  const first = header || group.via === undefined ? undefined : firstParentOf(group)
  return first ? findHeader(first) : header
}

function findHeader(root: Element | ShadowRoot): Element | undefined {
  let at: Element | null = root instanceof Element ? root : root.host
  for (let level = 0; at && at !== at.ownerDocument.body && level < levels; level++, at = parentOf(at)) {
    let sibling = at.previousElementSibling
    for (let back = 0; sibling && back < siblingsBack; back++, sibling = sibling.previousElementSibling) {
      if (isList(sibling)) continue
      const found = numbersIn(sibling)
      if (found.length > 0) return new Set(found.map((element) => textOf(element))).size === 1 ? found[0] : undefined
      if (isHeading(sibling)) return undefined
    }
  }
  return undefined
}

/** A list of conversations: its entries are senders too, of other messages. */
export function isList(element: Element): boolean {
  return (
    listTags.has(element.localName) || listRoles.has(element.getAttribute('role') ?? '') || hasWord(element, listWords)
  )
}

/** A heading without a number: the conversation has a name. */
function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.localName) || element.querySelector('h1,h2,h3,h4,h5,h6,[role="heading"]') !== null
}

function numbersIn(element: Element): Element[] {
  const found: Element[] = []
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_ELEMENT)
  let left = leaves
  for (let at: Node | null = element; at && left > 0; at = walker.nextNode(), left--) {
    if (!(at instanceof Element) || at.childElementCount > 0) continue
    const kind = senderKind(textOf(at))
    if (kind !== undefined && kind !== 'name' && isShown(at)) found.push(at)
  }
  return found
}

function textOf(element: Element): string {
  return (element.textContent ?? '').slice(0, 60).trim()
}
