/** Dates and amounts in running text: the commonest digits of pages, and never a number to call. Pure. */

const year = '(?:19|20)\\d\\d'
const time = '\\d{1,2}:\\d\\d(?::\\d\\d)?'
const figure = new RegExp(
  [
    // 2026 年 3 月 4 日, 3 月 4 日, 15 日 24:00
    `${year} ?年(?: ?\\d{1,2} ?月(?: ?\\d{1,2} ?日)?)?`,
    `\\d{1,2} ?月 ?\\d{1,2} ?日`,
    `\\d{1,2} ?日 ?${time}`,
    // 2025-01-01 12:30, 2025.01.01
    `${year}([-./])(?:0?[1-9]|1[0-2])\\1[0-3]?\\d(?: ${time})?(?![\\w０-９.])`,
    // 850.00 元, 1,024.16 万元
    `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,4})?|\\d{1,7}\\.\\d{1,4}) ?[元万亿%％]`,
  ].join('|'),
  'y',
)

/** The end of a date or amount that begins at unit `at`; `at` when there is none. */
export function figureEnd(text: string, at: number): number {
  figure.lastIndex = at
  return figure.test(text) ? figure.lastIndex : at
}
