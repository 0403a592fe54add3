/** A date, time, amount or small count that fills its table cell: no number to call, whatever stands around. Pure. */

const figure =
  /^\s*(?:\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}:\d{2}(?::\d{2})?|[-+]?[¥￥$€]? ?(?:\d{1,3}(?:,\d{3})+|\d{1,7})\.\d{1,4} ?[%％元万亿]?|\d{1,2} ?[%％]?)\s*$/
const longest = 40

/** @param text all that stands in a table cell or list item. */
export function isPlainFigure(text: string): boolean {
  return text.length <= longest && figure.test(text)
}
