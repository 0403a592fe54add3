/** How an adapter's selector lists are applied: ordered alternatives and unions. */

/** The first selector that matches inside `root`. */
export function firstMatching(root: ParentNode, selectors: readonly string[]): string | undefined {
  return selectors.find((selector) => root.querySelector(selector) !== null)
}

/** The outermost matches of the first selector with any, in document order; `taken` elements do not count. */
export function firstMatches(
  root: Element,
  selectors: readonly string[],
  taken: (element: Element) => boolean,
): Element[] {
  for (const selector of selectors) {
    const outermost: Element[] = []
    for (const element of root.querySelectorAll(selector)) {
      if (!taken(element) && !outermost.at(-1)?.contains(element)) outermost.push(element)
    }
    if (outermost.length > 0) return outermost
  }
  return []
}

/** One selector for a union of such as `selectorTester` lets pass; undefined for an empty one. */
export function unionOf(selectors: readonly string[]): string | undefined {
  return selectors.length === 0 ? undefined : selectors.join(',')
}

/** True when the element itself or something in it matches, outside `taken` parts. */
export function matchesWithin(root: Element, union: string | undefined, taken: (element: Element) => boolean): boolean {
  if (union === undefined) return false
  if (root.matches(union)) return true
  for (const element of root.querySelectorAll(union)) if (!taken(element)) return true
  return false
}
