/** Official lines the person keeps on the family card, and which of them the list no longer has. Pure. */
import type { InstitutionAnswer } from '../../protocol.ts'

export interface SavedLine {
  institution: string
  /** Name as shown when it was saved. */
  name: string
  number: string
  canonical: string
  label: string
  /** The person was told that it left the list. */
  told: boolean
}

/** Saved lines that are no longer official at `today` (`YYYY-MM-DD`) and that the person was not yet told about. */
export function retiredLines(
  saved: readonly SavedLine[],
  answers: readonly InstitutionAnswer[],
  today: string,
): SavedLine[] {
  return saved.filter((line) => !line.told && !isOfficial(line, answers, today))
}

function isOfficial(saved: SavedLine, answers: readonly InstitutionAnswer[], today: string): boolean {
  const record = answers.find((answer) => answer.institution.id === saved.institution)?.institution
  return (record?.hotlines ?? []).some(
    (line) =>
      line.canonical === saved.canonical &&
      line.level === 'official' &&
      (line.validTo === undefined || line.validTo >= today),
  )
}
