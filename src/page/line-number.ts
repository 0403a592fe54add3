/** Tells line and row numbers from hotlines: 10009, 10010, 10011 below each other are counted, not called. */

const cells = 'td,th,li,dd,div,span,p,a'

/** True when the digits fill an element whose neighbours, in the column or the list, hold the numbers before and after. */
export function isLineNumber(node: Text, digits: string): boolean {
  if (!/^\d{3,7}$/.test(digits) || node.data.trim() !== digits) return false
  const value = Number(digits)
  for (let at = node.parentElement?.closest(cells); at && isFilledBy(at, digits); at = at.parentElement) {
    if (countIn(neighbour(at, 'previous')) === value - 1 && countIn(neighbour(at, 'next')) === value + 1) return true
  }
  return false
}

function isFilledBy(element: Element, digits: string): boolean {
  return element.childNodes.length <= 3 && element.textContent.trim() === digits
}

/** The element before or after; for a table cell the one above or below it. */
function neighbour(element: Element, side: 'previous' | 'next'): Element | null {
  if (!(element instanceof HTMLTableCellElement)) return element[`${side}ElementSibling`]
  const row = element.closest('tr')?.[`${side}ElementSibling`]
  return row instanceof HTMLTableRowElement ? (row.cells[element.cellIndex] ?? null) : null
}

function countIn(element: Element | null): number | undefined {
  const text = element && element.childNodes.length <= 3 ? element.textContent.trim() : ''
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined
}
