/** Walking up and down a page through shadow roots. */

/** The parent element; from the top of a shadow root its host. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode
  if (parent instanceof ShadowRoot) return parent.host
  return parent instanceof Element ? parent : null
}

/** The nearest of `node` and its ancestors, through shadow roots, for which `test` holds. */
export function ancestorOf(node: Node, test: (element: Element) => boolean): Element | null {
  let at = node instanceof Element ? node : parentOf(node)
  while (at && !test(at)) at = parentOf(at)
  return at
}

/** Lower-case words of class names and of an element's own name: `MessageBubble-out_3x` gives message, bubble, out, 3x. */
export function wordsOf(element: Element): string[] {
  const names = `${element.localName.includes('-') ? element.localName : ''} ${element.getAttribute('class') ?? ''}`
  return names
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

export function hasWord(element: Element, words: ReadonlySet<string>): boolean {
  return wordsOf(element).some((word) => words.has(word))
}
