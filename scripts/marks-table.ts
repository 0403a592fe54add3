/** The table that `npm start` prints: one line per marked number of the page, aligned in a terminal. Pure. */
import { zhVerdicts } from '../src/locales/zh-CN/verdicts.ts'
import type { PageMark } from '../src/protocol.ts'

/** @returns lines with a heading; a page without marks gives one sentence. */
export function marksTable(marks: PageMark[]): string[] {
  if (marks.length === 0) return ['没有需要标注的号码 · no number to mark']
  const rows = marks.map((mark) => [
    mark.text.replaceAll(/\s+/g, ' '),
    mark.canonical,
    mark.code,
    zhVerdicts[`chip.${mark.code}`],
    mark.verdict.institutions.map((institution) => institution.name.zh).join('、') || '—',
    mark.modifiers.join(' ') || '—',
  ])
  return alignColumns([['on the page', 'number', 'verdict', '核验结果', '所属机构', 'notes'], ...rows])
}

/** Pads every column to its widest cell, counting a Han character as two places. */
export function alignColumns(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => places(row[column] ?? '')))) ?? []
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - places(cell)))
      .join('  ')
      .trimEnd(),
  )
}

function places(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffdc]/u.test(character) ? 2 : 1), 0)
}
