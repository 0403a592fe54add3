/** Finds the list of conversations beside an unknown view's messages: one of its entries repeats a message. */
import { signOf } from './generic-group.ts'
import { parentOf } from './tree.ts'

const levels = 6
const leavesLookedAt = 240

/** The elements that hold the entries. @param repeats true for a text that repeats a message, also cut short. */
export function findThreadLists(root: Element | ShadowRoot, repeats: (text: string) => boolean): Element[] {
  const lists = new Set<Element>()
  let at: Element | null = root instanceof Element ? root : root.host
  for (let level = 0; at && at !== at.ownerDocument.body && level < levels; level++, at = parentOf(at)) {
    for (const branch of at.parentElement?.children ?? []) {
      if (branch !== at) for (const list of listsIn(branch, repeats)) lists.add(list)
    }
  }
  return [...lists]
}

function* listsIn(branch: Element, repeats: (text: string) => boolean): Iterable<Element> {
  const walker = branch.ownerDocument.createTreeWalker(branch, NodeFilter.SHOW_TEXT)
  let left = leavesLookedAt
  for (let node = walker.nextNode(); node && left > 0; node = walker.nextNode(), left--) {
    const text = node.nodeValue?.trim() ?? ''
    if (text.length < 4 || !repeats(text)) continue
    const list = listAround(node, branch)
    if (list) yield list
  }
}

/** The outermost element up to `branch` whose children are of one kind, the copy in one of them. */
function listAround(node: Node, branch: Element): Element | undefined {
  let list: Element | undefined
  for (let entry = parentOf(node); entry && entry !== branch; entry = parentOf(entry)) {
    const parent: Element | null = parentOf(entry)
    if (parent && [...parent.children].some((child) => child !== entry && alike(child, entry))) list = parent
  }
  return list
}

function alike(one: Element, other: Element): boolean {
  return signOf(one) === signOf(other) && one.childElementCount === other.childElementCount
}
