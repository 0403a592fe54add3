/** Dates and amounts in running text: the commonest digits of pages, and never a number to call. Pure. */

/** Ideographs that are neither digits nor words for a sign between digits. */
const word = '(?![零〇一二三四五六七八九十两幺洞壹贰叁肆伍陆柒捌玖空破减中下划横短斜杠杆点转])[\\u4e00-\\u9fff]'
const year = '(?:19|20)\\d\\d'
const month = '(?:0?[1-9]|1[0-2])'
const day = '(?:0?[1-9]|[12]\\d|3[01])'
const time = '(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?'
const figure = new RegExp(
  [
    // 2026 年 3 月 4 日, 3 月 4 日
    `${year} ?年(?: ?\\d{1,2} ?月(?: ?\\d{1,2} ?日)?)?`,
    `\\d{1,2} ?月 ?\\d{1,2} ?日`,
    // 850.00 元, 4,009 份
    `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,4})?|\\d{1,7}\\.\\d{1,4}) ?[元万亿%％]`,
    `\\d{1,3}(?:,\\d{3})+ ?(?:[份条件笔]|人(?!工)|次(?!日))`,
    // 15 日 24:00, 2025-01-01 12:30, 2025.01.01-2025.12.31, and a word behind it
    `(?:\\d{1,2} ?日 ?)?${time}\\s?(?=${word})`,
    `${year}([-./])${month}\\1${day}(?: ${time}|[-–—~～至]${year}\\1${month}\\1${day})?[，。；、）)]?\\s?(?=${word})`,
  ].join('|'),
  'y',
)

/** The end of a date or amount that begins at unit `at`; `at` when there is none. */
export function figureEnd(text: string, at: number): number {
  figure.lastIndex = at
  return figure.test(text) ? figure.lastIndex : at
}
