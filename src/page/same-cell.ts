/** Table cells, list items and headings keep digits apart. */

/** No number reaches over their borders, whatever the page's styles say. */
const cells = 'td,th,li,dt,dd,h1,h2,h3,h4,h5,h6'
const cellNames: ReadonlySet<string> = new Set(cells.split(','))

/** True when digits of `one` (a text node, or a block before it) may go on in `other`. */
export function sameCell(one: Node, other: Text): boolean {
  const parent = other.parentElement
  if (one.parentNode === parent && one instanceof Text) return true
  if (parent && cellNames.has(parent.localName) && !parent.contains(one)) return false
  return cellOf(one) === cellOf(other)
}

function cellOf(node: Node): Element | null | undefined {
  return (node instanceof Element ? node : node.parentElement)?.closest(cells)
}
