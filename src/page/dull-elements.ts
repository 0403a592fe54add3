/** The commonest elements that are neither links nor possible shadow hosts, known without asking the element anything. */

const prototypes: ReadonlySet<unknown> = new Set(
  [
    HTMLBRElement,
    HTMLButtonElement,
    HTMLImageElement,
    HTMLInputElement,
    HTMLLIElement,
    HTMLOptionElement,
    HTMLScriptElement,
    HTMLTableCellElement,
    HTMLTableRowElement,
    HTMLUListElement,
  ].map((type) => type.prototype),
)
const link = HTMLAnchorElement.prototype

/** True when nothing needs to be known of the element; false for others, and where a browser hides what it is. */
export function isDullElement(element: Element): boolean {
  const prototype = Object.getPrototypeOf(element)
  return prototypes.has(prototype) || (prototype === link && !mayDial(element))
}

/** `tel:`, `sms:`, `smsto:` begin so. */
function mayDial(element: Element): boolean {
  const first = element.getAttribute('href')?.trimStart().charAt(0)
  return first === 't' || first === 'T' || first === 's' || first === 'S'
}
