/** Finds shadow roots, closed ones too where the browser lets an extension see them, and those attached late. */
import { isBlankText } from './blank-text.ts'
import { isOwnHost } from './own-host.ts'

export type ShadowRootOf = (element: Element) => ShadowRoot | null

export interface RootFinder {
  /** Looks at one element of the walk; `name`: its local name. */
  visit(element: Element, name: string): void
  /** Asks again at the elements that may still become hosts: attaching a root changes no node, so no observer tells. */
  poll(): void
  /** Elements that may still become hosts. */
  waiting(): number
  roots(): ShadowRoot[]
}

/** Elements that may host a closed root besides custom elements. */
const hosts: ReadonlySet<string> = new Set('article aside div footer header main section'.split(' '))
/** Empty elements remembered as possible late hosts. */
const waitingLimit = 400

/** No element and no text but white space inside: what a plain host of a closed root looks like. */
function isEmpty(element: Element): boolean {
  if (element.firstElementChild) return false
  let child = element.firstChild
  while (child && child.nodeType === Node.TEXT_NODE && isBlankText(child as Text)) child = child.nextSibling
  return child === null
}

/** `p` and `span` are mostly text: they are empty without white space, so that few of them have to be looked into. */
function mayHoldClosed(element: Element, name: string): boolean {
  if (name === 'p' || name === 'span') return !element.hasChildNodes()
  return hosts.has(name) ? isEmpty(element) : name.includes('-')
}

/** @param shadowRootOf reads open and closed roots (`chrome.dom.openOrClosedShadowRoot` in an extension). */
export function createRootFinder(shadowRootOf: ShadowRootOf, onRoot: (root: ShadowRoot) => void): RootFinder {
  const known = new Set<ShadowRoot>()
  const candidates = new Set<Element>()

  function found(root: ShadowRoot): void {
    if (known.has(root)) return
    known.add(root)
    onRoot(root)
  }

  function visit(element: Element, name: string): void {
    const open = element.shadowRoot
    if (open) {
      found(open)
      return
    }
    if (!mayHoldClosed(element, name) || isOwnHost(element)) return
    const closed = shadowRootOf(element)
    if (closed) found(closed)
    else if (candidates.size < waitingLimit) candidates.add(element)
  }

  return {
    visit,
    poll() {
      for (const element of candidates) {
        const root = shadowRootOf(element)
        if (root) found(root)
        if (root || !element.isConnected) candidates.delete(element)
      }
      for (const root of known) if (!root.host.isConnected) known.delete(root)
    },
    waiting: () => candidates.size,
    roots: () => [...known],
  }
}
