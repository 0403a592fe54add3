/** Sees into shadow roots, closed ones too, where the browser lets an extension do so. */

interface ChromiumDom {
  dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null }
}

interface FirefoxElement {
  openOrClosedShadowRoot?: ShadowRoot | null
}

/** The element's shadow root, open or closed; open ones only where the browser offers no more. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const seen = (element as Element & FirefoxElement).openOrClosedShadowRoot
  if (seen !== undefined) return seen
  if (chromiumDom?.openOrClosedShadowRoot && element instanceof HTMLElement) {
    return chromiumDom.openOrClosedShadowRoot(element)
  }
  return element.shadowRoot
}

const chromiumDom = (globalThis as { chrome?: ChromiumDom }).chrome?.dom
