/** The matching rules: which registry lines a dialled number is, exactly and as a whole. */
import type { IndexedLine, RegistryIndex } from '../registry/registry-index.ts'
import { isAuthority } from './claims.ts'
import { isFuture, isInForce } from './registry-clock.ts'

export interface Match {
  /** Lines in force at level `official`, the form as written first. */
  official: IndexedLine[]
  /** Lines in force below the evidence bar. */
  unconfirmed: IndexedLine[]
  /** Lines whose end date has passed. */
  ended: IndexedLine[]
  /** The digits are a local 96… code of the registry, but neither region nor owner fits. */
  localElsewhere: boolean
}

const AREA = /^0(?:10|2\d|[3-9]\d{2})/
/** What may stand behind an area code. */
const SHORT_CODE = /^(?:9[56]\d{3,7}|1\d{2,4}|100\d{3}|1010\d{4})$/
const LOCAL_CODE = /^96\d{3,4}$/

/** Finds the lines of a canonical number. `isNamed` says whether the text names an institution or its kin. */
export function matchLines(
  canonical: string,
  index: RegistryIndex,
  today: string,
  isNamed: (id: string) => boolean,
): Match {
  const area = AREA.exec(canonical)?.[0] ?? ''
  const rest = canonical.slice(area.length)
  const shortCode = SHORT_CODE.test(rest) ? rest : ''
  const exact = index.linesOf(canonical)
  const viaArea = area !== '' && shortCode !== '' ? index.linesOf(shortCode) : []
  const reachable = new Set<IndexedLine>()
  let localElsewhere = false
  for (const line of [...exact, ...viaArea]) {
    if (sameLine(reachable, line)) continue
    if (reaches(line, area, shortCode, index, isNamed)) reachable.add(line)
    else localElsewhere = true
  }
  const lines = [...reachable].filter((line) => !isFuture(line.hotline.validFrom ?? '', today))
  const inForce = lines.filter((line) => isInForce(line.hotline, today))
  return {
    official: inForce.filter((line) => line.hotline.level === 'official'),
    unconfirmed: inForce.filter((line) => line.hotline.level === 'unconfirmed'),
    ended: lines.filter((line) => !inForce.includes(line)),
    localElsewhere: localElsewhere && reachable.size === 0,
  }
}

function sameLine(lines: Set<IndexedLine>, line: IndexedLine): boolean {
  for (const one of lines) if (one.hotline === line.hotline) return true
  return false
}

/** Rule 4: the same 96 digits belong to different banks in different provinces. */
function reaches(
  line: IndexedLine,
  area: string,
  shortCode: string,
  index: RegistryIndex,
  isNamed: (id: string) => boolean,
): boolean {
  if (!LOCAL_CODE.test(shortCode) || isAuthority(line.institution.id, index)) return true
  if (area === '') return isNamed(line.institution.id)
  const areas = areasOf(line)
  return areas.length === 0 ? isNamed(line.institution.id) : areas.includes(area)
}

/** Under which area codes it may be dialled: its own, and those of the forms in which it is listed. */
function areasOf(line: IndexedLine): string[] {
  const own = [line.hotline.canonical, ...(line.hotline.forms ?? [])].flatMap((digits) => AREA.exec(digits)?.[0] ?? [])
  return [...(line.hotline.areaCodes ?? []), ...own]
}
