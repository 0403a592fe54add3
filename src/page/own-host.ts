/** Elements that are ours (card, overlay): never read, though the extension could see into their closed roots. */
const own = new WeakSet<Element>()

/** A `<div>` of ours; the page's own styles do not reach it. */
export function createOwnHost(document: Document, styles: Record<string, string>): HTMLElement {
  const host = document.createElement('div')
  own.add(host)
  for (const [name, value] of Object.entries({ all: 'initial', ...styles })) {
    host.style.setProperty(name, value, 'important')
  }
  return host
}

export function isOwnHost(element: Element): boolean {
  return own.has(element)
}
