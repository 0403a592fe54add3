/** A date, time, amount or small count that fills its table cell: no number to call, whatever stands around. Pure. */

const cellTags: ReadonlySet<string> = new Set(['td', 'th', 'dd', 'li'])
const figure =
  /^\s*(?:\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}:\d{2}(?::\d{2})?|[-+]?[¥￥$€]? ?(?:\d{1,3}(?:,\d{3})+|\d{1,7})\.\d{1,4} ?[%％元万亿]?|\d{1,2} ?[%％]?)\s*$/
const longest = 40

/** @param cell the element whose only child is a text node with `data`. */
export function isPlainFigure(cell: Element, data: string): boolean {
  return data.length <= longest && cellTags.has(cell.localName) && figure.test(data)
}
